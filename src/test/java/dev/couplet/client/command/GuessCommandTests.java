package dev.couplet.client.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.couplet.client.command.CommandProcess.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link GuessCommand} as a process, without a server.
 */
@Timeout(60)
class GuessCommandTests {

	private static Result guess(String value, String... arguments) {
		String[] all = new String[arguments.length + 1];
		all[0] = "guess";
		System.arraycopy(arguments, 0, all, 1, arguments.length);
		return CommandProcess.run(CommandProcess.fromClassPath(all), value);
	}

	@Test
	void listsTheRecipesThatDecodeStandardInput() {
		// echo '{"title":"moon \u00e9"}' | base64 | base64
		assertThat(guess("ZXlKMGFYUnNaU0k2SW0xdmIyNGdYSFV3TUdVNUluMEsK\n")).isEqualTo(new Result(0, """
				0.92  base64-decode,base64-decode  application/json  {"title":"moon \\u00e9"}\\u{a}
				""", ""));
	}

	@Test
	void alignsTheTableAndEscapesControlCharacters() {
		// base64 of a JSON string with an escape sequence of a terminal
		assertThat(guess("IlxuXHUwMDFiWzMxbXRoZSBtb29uIGlzIGxhdGUgdG9uaWdodCBhbmQgc28gYW0gSSI=", "--all").output())
			.isNotEmpty()
			.matches("(?s)[^\\x00-\\x09\\x0b-\\x1f\\x7f]*")
			.contains("\\u{1b}[31m");
	}

	@Test
	void readsAFile(@TempDir Path directory) throws IOException {
		Path file = Files.writeString(directory.resolve("value"), "SGVsbG8gd29ybGQ=");
		assertThat(CommandProcess.run("guess", file.toString()))
			.isEqualTo(new Result(0, "0.82  base64-decode  text/plain  Hello world\n", ""));
	}

	@Test
	void aMissingFileIsReportedInOneLine() {
		assertThat(CommandProcess.run("guess", "no-such-file"))
			.isEqualTo(new Result(1, "", "couplet: there is no file no-such-file\n"));
	}

	@Test
	void theStatusIs1WhereNothingFits() {
		assertThat(guess("here is my poem"))
			.isEqualTo(new Result(1, "", "couplet: the value does not seem to be encoded\n"));
	}

	@Test
	void twoFilesAreWrongUsage() {
		Result result = CommandProcess.run("guess", "one", "two");
		assertThat(result.status()).isEqualTo(2);
		assertThat(result.errors()).contains("Unmatched argument at index 2: 'two'");
	}

	@Test
	void startsNoSpringContextAndLoadsNoSignedJar(@TempDir Path directory) throws IOException {
		Path log = directory.resolve("classes");
		ProcessBuilder program = CommandProcess.fromClassPath("guess");
		program.command().add(1, "-Xlog:class+load:file=" + log);
		assertThat(CommandProcess.run(program, "SGVsbG8gd29ybGQ=").status()).isZero();
		assertThat(Files.readAllLines(log)).anyMatch((line) -> line.contains("dev.couplet.transform.guess."))
			.noneMatch((line) -> line.contains("org.springframework.context"))
			.noneMatch((line) -> line.contains("org.bouncycastle"));
	}

}
