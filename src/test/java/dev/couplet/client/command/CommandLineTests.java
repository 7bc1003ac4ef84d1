package dev.couplet.client.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import dev.couplet.client.FakeServer;
import dev.couplet.client.command.CommandProcess.Result;
import dev.couplet.netstring.NetstringCodec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the exit status and output of {@link ClientCommandLine} as a process, with
 * servers that behave in every possible way.
 */
@Timeout(60)
@Tag("slow")
class CommandLineTests {

	@Test
	void transformPrintsOnlyTheReply() {
		try (FakeServer server = FakeServer.replying("3:a\nb,")) {
			assertThat(transform(server, "A\nB")).isEqualTo(new Result(0, "a\nb", ""));
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			5:here         | closed the connection before the end of its reply
			15:here is,    | closed the connection before the end of its reply
			3:here,        | sent a reply that is not a netstring: no comma after the payload
			4:here,x       | sent more data after its reply
			rubbish        | sent a reply that is not a netstring: no digit in the length
			999999999:here | announced a reply of more than 268435456 bytes
			''             | closed the connection without a reply; if it requires TLS, use --tls or https://
			""")
	void invalidReplyIsReportedInOneLineOnStandardError(String reply, String complaint) {
		try (FakeServer server = FakeServer.replying(reply)) {
			assertThat(transform(server, "HERE"))
				.isEqualTo(new Result(1, "", "couplet: " + server.address() + " " + complaint + "\n"));
		}
	}

	@Test
	void timeoutIsReportedInOneLine() {
		try (FakeServer server = FakeServer.start((client) -> FakeServer.await(client, Duration.ofMinutes(1)))) {
			assertThat(
					CommandProcess.run("transform", "trim", "--server", server.address().toString(), "--timeout", "1"))
				.isEqualTo(new Result(1, "", "couplet: " + server.address() + " did not answer in time\n"));
		}
	}

	@Test
	void unreachableServerIsReportedInOneLine() {
		FakeServer server = FakeServer.replying("");
		server.close();
		assertThat(transform(server, "HERE"))
			.isEqualTo(new Result(1, "", "couplet: " + server.address() + " cannot be reached: Connection refused\n"));
	}

	@Test
	void acceptsAReplyInSlices() {
		try (FakeServer server = FakeServer.start((client) -> {
			FakeServer.readRequest(client);
			FakeServer.drip(client, "15:here is my poem,", Duration.ofMillis(1));
		})) {
			assertThat(transform(server, "HERE IS MY POEM")).isEqualTo(new Result(0, "here is my poem", ""));
		}
	}

	@Test
	void transformSendsStandardInputAndPrintsTheReplyByteForByte(@TempDir Path directory) throws IOException {
		byte[] input = new byte[100_000];
		byte[] reversed = new byte[input.length];
		for (int i = 0; i < input.length; i++) {
			input[i] = (byte) i;
			reversed[input.length - 1 - i] = (byte) i;
		}
		Path output = directory.resolve("output");
		try (FakeServer server = FakeServer.reversing()) {
			ProcessBuilder program = CommandProcess.fromClassPath("transform", "trim", "--server",
					server.address().toString());
			assertThat(CommandProcess.run(CommandProcess.withOutputTo(program, output.toString()), input))
				.isEqualTo(new Result(0, "", ""));
		}
		assertThat(output).hasBinaryContent(reversed);
	}

	@Test
	void closedStandardInputIsReported() {
		List<String> program = CommandProcess.fromClassPath("transform", "trim", "--server", "1").command();
		Result result = CommandProcess.run(new ProcessBuilder("sh", "-c", "'" + String.join("' '", program) + "' <&-"),
				"");
		assertThat(result.status()).isEqualTo(1);
		assertThat(result.errors()).startsWith("couplet: ").hasLineCount(1);
	}

	@Test
	void textsAreUtf8InAnyLocale() {
		try (FakeServer server = FakeServer.start((client) -> {
			String text = FakeServer.readRequest(client).substring("trim.".length());
			FakeServer.send(client, text.equals("größe 𝄞") ? "11:größe ✓," : "");
		})) {
			ProcessBuilder program = inPosixLocale("transform", "trim", "--server", server.address().toString());
			assertThat(CommandProcess.run(program, "größe 𝄞")).isEqualTo(new Result(0, "größe ✓", ""));
		}
	}

	@Test
	void recipeThatTheLocaleCannotDecodeIsWrongUsage() {
		Result result = CommandProcess.run(inPosixLocale("transform", "indent=é"), "");
		assertThat(result.status()).isEqualTo(2);
		assertThat(result.errors()).contains("the recipe has a character that cannot be decoded in this locale");
	}

	private static ProcessBuilder inPosixLocale(String... arguments) {
		ProcessBuilder program = CommandProcess.fromClassPath(arguments);
		program.environment().remove("LANG");
		program.environment().put("LC_ALL", "C");
		return program;
	}

	@Test
	void brokenPipeIsNotReported() {
		try (FakeServer server = FakeServer.replying("15:here is my poem,");
				CommandProcess process = CommandProcess.start(
						CommandProcess.fromClassPath("transform", "trim", "--server", server.address().toString()))) {
			Result result = process.closeOutput().send(new byte[0]).end();
			assertThat(result.status()).isEqualTo(141);
			assertThat(result.errors()).isEmpty();
		}
	}

	@Test
	void brokenPipeIsNotReportedForHelp() {
		try (CommandProcess process = CommandProcess.start(CommandProcess.fromClassPath("--help"))) {
			Result result = process.closeOutput().end();
			assertThat(result.status()).isEqualTo(141);
			assertThat(result.errors()).isEmpty();
		}
	}

	@Test
	@EnabledIf("hasFullDevice")
	void fullDiskIsReported() {
		try (FakeServer server = FakeServer.replying("15:here is my poem,")) {
			ProcessBuilder program = CommandProcess.fromClassPath("transform", "trim", "--server",
					server.address().toString());
			assertThat(CommandProcess.run(CommandProcess.withOutputTo(program, "/dev/full"), ""))
				.isEqualTo(new Result(1, "", "couplet: standard output cannot be written: No space left on device\n"));
		}
	}

	static boolean hasFullDevice() {
		return Files.exists(Path.of("/dev/full"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			nosuch                          | there is no command 'nosuch'
			@pom.xml                        | there is no command '@pom.xml'
			server.port=8081                | there is no command 'server.port=8081'
			aply trim                       | there is no command 'aply'; perhaps apply was meant
			-x                              | Unknown option: '-x'
			transform                       | Missing required parameter: 'RECIPE'
			transform trim wrap             | Unmatched argument at index 2: 'wrap'
			transform replace=a:.           | a recipe must not contain '.'
			transform trim --server ftp://h | a server must be HOST, HOST:PORT, or a URL
			transform trim --server h:65536 | a port must be from 1 to 65535
			transform trim --timeout 0      | a timeout must be from 1 to 99999 seconds
			transform trim --nosuch         | Unknown option: '--nosuch'
			poems                           | Missing required parameter: '[HOST:]PORT'
			poems 10001 \u001b[31m          | '\\u{1b}[31m'
			poems --framing morse 10001     | morse
			""")
	void wrongUsageExitsWithStatus2AndPrintsTheReasonAndTheUsage(String arguments, String reason) {
		Result result = CommandProcess.run(arguments.split(" "));
		assertThat(result.status()).isEqualTo(2);
		assertThat(result.output()).isEmpty();
		assertThat(result.errors()).startsWith("couplet: ")
			.contains(reason)
			.contains("Usage: java -jar couplet.jar")
			.doesNotContain("\u001b")
			.doesNotContain("\tat ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "--help", "-h", "transform --help", "poems -h", "transforms --help" })
	void helpIsPrintedToStandardOutput(String arguments) {
		Result result = CommandProcess.run(arguments.split(" "));
		assertThat(result.status()).isZero();
		assertThat(result.output()).startsWith("Usage: java -jar couplet.jar").contains("Exit status:");
		assertThat(result.errors()).isEmpty();
	}

	@Test
	void commandLoadsNoSpringClasses(@TempDir Path directory) throws IOException {
		Path log = directory.resolve("classes");
		try (FakeServer server = FakeServer.replying("15:here is my poem,");
				FakeServer poems = FakeServer.sending("HERE IS MY POEM")) {
			ProcessBuilder program = CommandProcess.fromClassPath("poems", "--recipe", "trim", "--server",
					server.address().toString(), poems.address().toString());
			program.command().add(1, "-Xlog:class+load:file=" + log);
			assertThat(CommandProcess.run(program, "")).isEqualTo(new Result(0, "here is my poem", ""));
		}
		assertThat(Files.readAllLines(log)).anyMatch((line) -> line.contains("picocli"))
			.noneMatch((line) -> line.contains("springframework") || line.contains("logback"));
	}

	@Test
	void poemsArePrintedInOrderAsSoonAsPossible() {
		CountDownLatch firstPrinted = new CountDownLatch(1);
		CountDownLatch thirdSent = new CountDownLatch(1);
		try (FakeServer first = FakeServer.start((client) -> {
			FakeServer.await(thirdSent);
			FakeServer.send(client, "FIRST\n");
		}); FakeServer second = FakeServer.start((client) -> {
			FakeServer.await(firstPrinted);
			FakeServer.send(client, "7:SECOND!,");
		}); FakeServer third = FakeServer.start((client) -> {
			FakeServer.send(client, "THIRD");
			thirdSent.countDown();
		});
				CommandProcess process = CommandProcess.start(CommandProcess.fromClassPath("poems",
						first.address().toString(), second.address().toString(), "" + third.port()))) {
			assertThat(process.read("FIRST\n".length())).isEqualTo("FIRST\n");
			firstPrinted.countDown();
			assertThat(process.end()).isEqualTo(new Result(0, "\nSECOND!\n\nTHIRD", ""));
		}
	}

	@Test
	void failedDownloadIsReportedAndTheOtherPoemsArePrinted() {
		try (FakeServer cut = FakeServer.sending("999:THE FIRST LINE");
				FakeServer whole = FakeServer.sending("WHOLE\n");
				FakeServer empty = FakeServer.sending("")) {
			Result result = CommandProcess.run("poems", "" + cut.port(), "" + whole.port(), "" + empty.port());
			assertThat(result.status()).isEqualTo(1);
			assertThat(result.output()).isEqualTo("WHOLE\n");
			assertThat(result.errors().lines()).containsExactly(
					"couplet: " + cut.address() + " closed the connection before the end of its poem's netstring",
					"couplet: " + empty.address() + " closed the connection without a poem");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "apply trim FILE", "apply trim -o FILE", "apply trim -i FILE", "guess FILE",
			"transform trim --tls --ca FILE", "transform trim --server https://h --token-file FILE" })
	void anEmptyNameOfAFileIsWrongUsage(String command) {
		String[] arguments = command.split(" ");
		Result result = CommandInProcess
			.run(Arrays.stream(arguments).map((argument) -> argument.replace("FILE", "")).toArray(String[]::new));
		assertThat(result.status()).isEqualTo(2);
		assertThat(result.errors().lines().findFirst().orElseThrow()).startsWith("couplet: ").endsWith(" is empty");
	}

	@ParameterizedTest
	@CsvSource({ "caf\u00E9, b\u00E9e, caf\u00E9b\u00E9e", "caf\u00E9, bee, caf\u00E9bee",
			"cafe, b\u00E9e, cafeb\u00E9e", "cafe, bee, 'cafe\n\nbee'" })
	void onlyTextsAreSeparated(String first, String second, String printed, @TempDir Path directory)
			throws IOException {
		Path output = directory.resolve("output");
		try (FakeServer server = FakeServer.start((client) -> {
			String poem = FakeServer.readRequest(client).substring("trim.".length());
			String result = poem.equals("FIRST") ? first : second;
			new NetstringCodec(0).write(result.getBytes(StandardCharsets.ISO_8859_1), client.getOutputStream());
		}); FakeServer firstPoem = FakeServer.sending("FIRST"); FakeServer secondPoem = FakeServer.sending("SECOND")) {
			ProcessBuilder program = CommandProcess.fromClassPath("poems", "--recipe", "trim", "--server",
					server.address().toString(), "" + firstPoem.port(), "" + secondPoem.port());
			assertThat(CommandProcess.run(CommandProcess.withOutputTo(program, output.toString()), ""))
				.isEqualTo(new Result(0, "", ""));
		}
		assertThat(output).hasBinaryContent(printed.getBytes(StandardCharsets.ISO_8859_1));
	}

	@Test
	void poemThatCannotBeTransformedIsPrintedUnchanged() {
		try (FakeServer poems = FakeServer.sending("HERE IS MY POEM\n"); FakeServer server = FakeServer.replying("")) {
			assertThat(CommandProcess.run("poems", "--recipe", "trim", "--server", server.address().toString(),
					"" + poems.port()))
				.isEqualTo(new Result(1, "HERE IS MY POEM\n", "couplet: the poem from " + poems.address()
						+ " is not transformed: " + server.address() + " closed the connection without a reply\n"));
		}
	}

	@Test
	void brokenPipeEndsTheDownloads() {
		try (FakeServer endless = FakeServer.start((client) -> FakeServer.await(client, Duration.ofMinutes(2)));
				FakeServer poems = FakeServer.sending("HERE IS MY POEM\n");
				CommandProcess process = CommandProcess
					.start(CommandProcess.fromClassPath("poems", "" + poems.port(), "" + endless.port()))) {
			Result result = process.closeOutput().end();
			assertThat(result.status()).isEqualTo(141);
			assertThat(result.errors()).isEmpty();
		}
	}

	@Test
	@EnabledIf("hasTerminal")
	void showsProgressIfStandardErrorIsATerminal(@TempDir Path directory) {
		try (FakeServer slow = FakeServer.start((client) -> {
			FakeServer.send(client, "HERE IS ");
			FakeServer.await(client, Duration.ofSeconds(2));
			FakeServer.send(client, "MY POEM\n");
		})) {
			List<String> program = CommandProcess.fromClassPath("poems", "" + slow.port()).command();
			Result result = CommandProcess.run(new ProcessBuilder("script", "--quiet", "--return", "--command",
					"'" + String.join("' '", program) + "'", directory.resolve("typescript").toString()), "");
			assertThat(result.status()).isZero();
			assertThat(result.output()).contains("0 of 1 poems, 8 bytes\r").endsWith("\rHERE IS MY POEM\r\n");
		}
	}

	static boolean hasTerminal() {
		return Files.isExecutable(Path.of("/usr/bin/script"));
	}

	private static Result transform(FakeServer server, String text) {
		return CommandProcess.run(
				CommandProcess.fromClassPath("transform", "cummingsify", "--server", server.address().toString()),
				text);
	}

}
