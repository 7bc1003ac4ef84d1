package dev.couplet.client.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import dev.couplet.client.command.CommandProcess.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ApplyCommand} in this process.
 */
class ApplyCommandTests {

	@TempDir
	private Path folder;

	private Path poem;

	@BeforeEach
	void writePoem() throws IOException {
		this.poem = Files.writeString(this.folder.resolve("my poem"), "moon\ntide\n");
	}

	private static Result apply(String... arguments) {
		return applyTo("", arguments);
	}

	private static Result applyTo(String input, String... arguments) {
		return CommandInProcess.withInput(input,
				Stream.concat(Stream.of("apply"), Stream.of(arguments)).toArray(String[]::new));
	}

	@Test
	void readsStandardInputIfNoFileIsNamed() {
		assertThat(applyTo("moon", "upper-case")).isEqualTo(new Result(0, "MOON", ""));
	}

	@Test
	void resultsOfSeveralFilesFollowEachOther() {
		assertThat(applyTo("sea\n", "upper-case", this.poem.toString(), "-", this.poem.toString()))
			.isEqualTo(new Result(0, "MOON\nTIDE\nSEA\nMOON\nTIDE\n", ""));
	}

	@Test
	void aFileThatCannotBeReadIsReportedAndTheOthersAreTransformed() {
		assertThat(apply("upper-case", "/no/such", this.folder.toString(), this.poem.toString())).isEqualTo(new Result(
				1, "MOON\nTIDE\n", "couplet: there is no file /no/such\ncouplet: " + this.folder + " is a folder\n"));
	}

	@Test
	void aRefusalNamesTheFile() throws IOException {
		Files.writeString(this.poem, "bad");
		assertThat(apply("upper-case", this.poem.toString()))
			.isEqualTo(new Result(1, "", "couplet: " + this.poem + ": the value is bad\n"));
	}

	@Test
	void anInvalidRecipeIsRefusedBeforeAFileIsRead() {
		assertThat(apply("nosuch", "/no/such")).isEqualTo(new Result(1, "", "couplet: there is no such transform\n"));
	}

	@Test
	void inPlaceReplacesEachFileAndKeepsItsPermissions() throws IOException {
		Path other = Files.writeString(this.folder.resolve("other"), "sea");
		Files.setPosixFilePermissions(this.poem, PosixFilePermissions.fromString("rw-r---w-"));
		assertThat(apply("upper-case", "--in-place", this.poem.toString(), other.toString()))
			.isEqualTo(new Result(0, "", ""));
		assertThat(this.poem).hasContent("MOON\nTIDE\n");
		assertThat(Files.getPosixFilePermissions(this.poem)).isEqualTo(PosixFilePermissions.fromString("rw-r---w-"));
		assertThat(other).hasContent("SEA");
	}

	@Test
	void inPlaceLeavesARefusedFileAndNoOtherFile() throws IOException {
		Path bad = Files.writeString(this.folder.resolve("bad"), "first\nbad\n");
		assertThat(apply("upper-case", "-l", "-i", bad.toString(), this.poem.toString()))
			.isEqualTo(new Result(1, "", "couplet: " + bad + ": line 2: the value is bad\n"));
		assertThat(bad).hasContent("first\nbad\n");
		assertThat(this.poem).hasContent("MOON\nTIDE\n");
		assertThat(this.folder).isDirectoryNotContaining("glob:**tmp");
	}

	@Test
	void inPlaceReplacesTheFileThatALinkLeadsTo() throws IOException {
		Path link = Files.createSymbolicLink(this.folder.resolve("link"), Path.of("my poem"));
		assertThat(apply("upper-case", "-i", link.toString())).isEqualTo(new Result(0, "", ""));
		assertThat(link).isSymbolicLink();
		assertThat(this.poem).hasContent("MOON\nTIDE\n");
	}

	@Test
	void outputMayBeAnInput() {
		assertThat(apply("upper-case", this.poem.toString(), this.poem.toString(), "-o", this.poem.toString()))
			.isEqualTo(new Result(0, "", ""));
		assertThat(this.poem).hasContent("MOON\nTIDE\nMOON\nTIDE\n");
	}

	@Test
	void outputStaysAsItWasIfAnInputFails() {
		assertThat(apply("upper-case", "-o", this.poem.toString(), this.poem.toString(), "/no/such"))
			.isEqualTo(new Result(1, "", "couplet: there is no file /no/such\n"));
		assertThat(this.poem).hasContent("moon\ntide\n");
	}

	@Test
	void outputMayBeANewFile() {
		Path made = this.folder.resolve("new");
		assertThat(applyTo("moon", "upper-case", "-o", made.toString())).isEqualTo(new Result(0, "", ""));
		assertThat(made).hasContent("MOON");
	}

	// not a device such as /dev/null, which a fault would replace for the whole machine
	@Test
	void outputMayBeANamedPipe() throws Exception {
		Path pipe = this.folder.resolve("pipe");
		assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
		CompletableFuture<String> read = new CompletableFuture<>();
		Thread.startVirtualThread(() -> {
			try {
				read.complete(Files.readString(pipe));
			}
			catch (IOException ex) {
				read.completeExceptionally(ex);
			}
		});
		assertThat(applyTo("moon", "upper-case", "-o", pipe.toString())).isEqualTo(new Result(0, "", ""));
		assertThat(read).succeedsWithin(Duration.ofMinutes(1)).isEqualTo("MOON");
		assertThat(Files.isRegularFile(pipe)).isFalse();
	}

	@Test
	void outputInAMissingFolderIsReported() {
		assertThat(applyTo("moon", "upper-case", "-o", "/no/such"))
			.isEqualTo(new Result(1, "", "couplet: /no/such cannot be written: there is no such folder\n"));
	}

	@Test
	void linksInACircleAreReported() throws IOException {
		Path link = Files.createSymbolicLink(this.folder.resolve("circle"), Path.of("circle"));
		assertThat(applyTo("moon", "upper-case", "-o", link.toString())).isEqualTo(
				new Result(1, "", "couplet: " + link + " cannot be written: its symbolic links form a circle\n"));
	}

	@Test
	void eachLineKeepsLineBreaksAndTheByteOrderMark() {
		assertThat(applyTo("\uFEFFone\r\n\ntwo\rthree\n\nfour", "upper-case", "--each-line"))
			.isEqualTo(new Result(0, "\uFEFFONE\r\n\nTWO\rTHREE\n\nFOUR", ""));
	}

	@Test
	void linesBeforeARefusedOneAreWritten() {
		assertThat(applyTo("one\ntwo\nbad\nfour\n", "upper-case", "-l"))
			.isEqualTo(new Result(1, "ONE\nTWO\n", "couplet: line 3: the value is bad\n"));
	}

	@Test
	void theLimitIsForEachLineAndNotForTheFile() {
		String lines = "0123456789\n".repeat(10_000);
		assertThat(applyTo(lines, "upper-case", "-l", "--max-size", "10")).isEqualTo(new Result(0, lines, ""));
		assertThat(applyTo(lines + "0123456789a", "upper-case", "-l", "--max-size", "10"))
			.isEqualTo(new Result(1, lines, "couplet: line 10001: the value is too large\n"));
		assertThat(applyTo("01234567890", "upper-case", "--max-size", "10"))
			.isEqualTo(new Result(1, "", "couplet: the value is too large\n"));
	}

	@Test
	void longLinesAreReadWhole() {
		String line = "a".repeat(1_000_000);
		assertThat(applyTo("b\n" + line + "\nc", "upper-case", "-l"))
			.isEqualTo(new Result(0, "B\n" + line.toUpperCase(Locale.ROOT) + "\nC", ""));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			apply                             | Missing required parameter: 'RECIPE'
			apply upper-case -i               | --in-place needs the names of files
			apply upper-case -i -             | --in-place needs the names of files
			apply upper-case -i -o x y        | --in-place and -o cannot be used together
			apply upper-case --max-size 0     | a size must be from 1 byte to 1GB
			apply upper-case --max-size 1025M | a size must be from 1 byte to 1GB
			apply upper-case --max-size 1TB   | a size must be from 1 byte to 1GB
			""")
	void wrongUsageHasStatus2(String arguments, String reason) {
		Result result = CommandInProcess.run(arguments.split(" "));
		assertThat(result.status()).isEqualTo(2);
		assertThat(result.errors()).startsWith("couplet: ").contains(reason).contains("Usage: ");
	}

	@ParameterizedTest
	@CsvSource({ "1, 1", "10b, 10", "64MB, 67108864", "2k, 2048", "1G, 1073741824" })
	void sizesHaveUnits(String size, long bytes) {
		assertThat(new SizeConverter().convert(size)).isEqualTo(bytes);
	}

}
