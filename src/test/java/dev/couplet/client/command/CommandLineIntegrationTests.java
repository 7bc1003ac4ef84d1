package dev.couplet.client.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPInputStream;

import dev.couplet.CoupletApplication;
import dev.couplet.CoupletTest;
import dev.couplet.client.FakeServer;
import dev.couplet.client.command.CommandProcess.Result;
import dev.couplet.tcp.Listener;
import dev.couplet.transform.Catalogue;
import dev.couplet.transform.Transform;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ClientCommandLine} as a process, with the running server.
 */
@CoupletTest
@TestPropertySource(properties = { "couplet.poetry.servers[0].port=0", "couplet.poetry.servers[0].num-bytes=10",
		"couplet.poetry.servers[0].delay=20ms", "couplet.poetry.servers[1].port=0",
		"couplet.poetry.servers[1].framing=netstring", "couplet.poetry.servers[2].port=0" })
@Timeout(60)
@Tag("slow")
class CommandLineIntegrationTests {

	@Autowired
	private Listener netstringListener;

	@Autowired
	private HealthContributorRegistry health;

	@Autowired
	private Catalogue catalogue;

	@Test
	void transformsStandardInput() {
		assertThat(CommandProcess.run(
				CommandProcess.fromClassPath("transform", "cummingsify", "--server", address(this.netstringListener)),
				"HERE IS MY POEM\n"))
			.isEqualTo(new Result(0, "here is my poem\n", ""));
	}

	@Test
	void transformsStandardInputInAnotherCharset() {
		assertThat(transform("charset-decode=windows-1252", new byte[] { 'c', 'a', 'f', (byte) 0xE9 }))
			.isEqualTo(new Result(0, "café", ""));
	}

	@Test
	void outputOfOneCallIsTheInputOfTheNext(@TempDir Path directory) throws IOException {
		Path compressed = directory.resolve("compressed");
		ProcessBuilder program = CommandProcess.fromClassPath("transform", "gzip", "--server",
				address(this.netstringListener));
		assertThat(
				CommandProcess.run(CommandProcess.withOutputTo(program, compressed.toString()), "HERE IS MY POÈME\n"))
			.isEqualTo(new Result(0, "", ""));
		assertThat(transform("gunzip,lower-case", Files.readAllBytes(compressed)))
			.isEqualTo(new Result(0, "here is my poème\n", ""));
	}

	@Test
	void standardInputThatIsNotUtf8IsRefusedIfTheRecipeTakesAText() {
		assertThat(transform("trim", new byte[] { 'c', 'a', 'f', (byte) 0xE9 })).isEqualTo(new Result(1, "", "couplet: "
				+ address(this.netstringListener)
				+ " closed the connection without a reply; the built-in transforms refuse this: step 1, trim, takes a text, "
				+ "and the value is not UTF-8 at byte 4; if it is windows-1252, put charset-decode=windows-1252 first\n"));
	}

	private Result transform(String recipe, byte[] input) {
		return CommandProcess
			.run(CommandProcess.fromClassPath("transform", recipe, "--server", address(this.netstringListener)), input);
	}

	@Test
	void unknownTransformIsReportedInOneLine() {
		assertThat(CommandProcess.run("transform", "nosuch", "--server", address(this.netstringListener)))
			.isEqualTo(new Result(1, "",
					"couplet: " + address(this.netstringListener)
							+ " closed the connection without a reply; the built-in transforms refuse this: "
							+ "step 1: there is no transform 'nosuch'; "
							+ "if the server has it, socketmap:// or http:// gives the reason\n"));
	}

	@Test
	void downloadsAndTransformsPoemsOfEveryFramingInOrder() throws IOException {
		assertThat(CommandProcess.run("poems", "--recipe", "cummingsify", "--server", address(this.netstringListener),
				poemPort(1), poemPort(2), poemPort(3)))
			.isEqualTo(new Result(0, lower(poem("low-tide") + "\n" + poem("night-train") + "\n" + poem("the-kettle")),
					""));
	}

	@Test
	void compressedPoemsAreAGzipFile(@TempDir Path directory) throws IOException {
		Path compressed = directory.resolve("compressed");
		ProcessBuilder program = CommandProcess.fromClassPath("poems", "--recipe", "gzip", "--server",
				address(this.netstringListener), poemPort(2), poemPort(3));
		assertThat(CommandProcess.run(CommandProcess.withOutputTo(program, compressed.toString()), ""))
			.isEqualTo(new Result(0, "", ""));
		try (InputStream poems = new GZIPInputStream(Files.newInputStream(compressed))) {
			assertThat(poems.readAllBytes()).asString(StandardCharsets.UTF_8)
				.isEqualTo(poem("night-train") + poem("the-kettle"));
		}
	}

	@Test
	void listsEveryTransformOfTheServerOnce() {
		Result result = CommandProcess.run("transforms");
		assertThat(result.status()).isZero();
		assertThat(result.errors()).isEmpty();
		assertThat(result.output()
			.lines()
			.filter((line) -> !line.startsWith(" "))
			.map((line) -> line.substring(0, line.indexOf(' '))))
			.containsExactlyElementsOf(this.catalogue.transforms().stream().map(Transform::name).toList());
		assertThat(result.output()).contains("- width: a whole number from 1 to 1000, default 72")
			.contains("- ellipsis: a text of 0 to 100 characters, default '…'");
		assertThat(result.output().lines()).allMatch((line) -> line.length() <= 100);
	}

	@Test
	void showsATransformInFull() {
		assertThat(CommandProcess.run("transforms", "head").output()).isEqualTo("""
				head  Keeps the first lines. The result ends with a line break if the text does.
				      - lines: a whole number from 0 to 1000000, default 10
				      Category: lines
				      In other tools: first, top, first-line, first-lines
				      Example: head=2 makes of
				          one
				          two
				          three
				      this:
				          one
				          two
				""");
	}

	@Test
	void searchesForTransforms() {
		assertThat(CommandProcess.run("transforms", "tac").output()).startsWith("reverse-lines  ");
		assertThat(CommandProcess.run("transforms", "zero", "width").output()).startsWith("strip-invisible  ")
			.isEqualTo(CommandProcess.run("transforms", "zero width").output());
		Result nothing = CommandProcess.run("transforms", "xyzzy");
		assertThat(nothing.status()).isEqualTo(1);
		assertThat(nothing.output()).isEmpty();
		assertThat(nothing.errors())
			.isEqualTo("couplet: no transform is found; transforms without a query lists all\n");
	}

	@Test
	void listsTransformsWithoutLoadingThemOrSpring(@TempDir Path directory) throws IOException {
		assertThat(loadedClasses(directory, "transforms", "head")).contains("IndexedLibrary")
			.doesNotContain("LineSelectionTransforms", "springframework", "logback");
	}

	@Test
	void loadsTheTransformsOfARecipeOnly(@TempDir Path directory) throws IOException {
		assertThat(loadedClasses(directory, "apply", "head=1,lower-case"))
			.contains("LineSelectionTransforms", "CaseTransforms")
			.doesNotContain("UnicodeTransforms", "DigestTransforms", "springframework", "logback");
	}

	private static String loadedClasses(Path directory, String... arguments) throws IOException {
		Path log = directory.resolve("classes");
		ProcessBuilder program = CommandProcess.fromClassPath(arguments);
		program.command().add(1, "-Xlog:class+load:file=" + log);
		assertThat(CommandProcess.run(program, "").status()).isZero();
		return Files.readString(log);
	}

	@Test
	void listsWhatATransformTakesAndGivesIfItIsNotAText() {
		ProcessBuilder program = CommandProcess.fromClassPath("transforms");
		assertThat(CommandProcess.run(program, "").output())
			.containsPattern(entry("base64-encode") + " +Takes bytes and gives a text[.]\n +- line: ")
			.containsPattern(entry("base64-decode") + " +Takes a text and gives bytes[.]\n")
			.containsPattern(entry("gzip") + " +Takes bytes and gives bytes[.]\n")
			.containsPattern(
					entry("each-match") + " +- pattern: [^\n]+\n +- group: [^\n]+\n +- in brackets: a recipe\n")
			.doesNotContain("Takes a text and gives a text");
	}

	// the lines of a transform before the one in question
	private static String entry(String name) {
		return "(?m)^" + name + " .*\n(?: +[^ -].*\n)*?";
	}

	@Test
	void printsRemainingPoemsUnchangedWhenTheTransformServerGoesDown() {
		CountDownLatch down = new CountDownLatch(1);
		try (ConfigurableApplicationContext server = startServer();
				FakeServer first = FakeServer.sending("THE FIRST\n");
				FakeServer second = FakeServer.start((client) -> {
					FakeServer.await(down);
					FakeServer.send(client, "THE SECOND\n");
				})) {
			String transformServer = address(server.getBean("netstringListener", Listener.class));
			try (CommandProcess process = CommandProcess.start(CommandProcess.fromClassPath("poems", "--recipe",
					"cummingsify", "--server", transformServer, "" + first.port(), "" + second.port()))) {
				assertThat(process.read("the first\n".length())).isEqualTo("the first\n");
				SpringApplication.exit(server);
				down.countDown();
				assertThat(process.end())
					.isEqualTo(new Result(1, "\nTHE SECOND\n", "couplet: the poem from " + second.address()
							+ " is not transformed: " + transformServer + " cannot be reached: Connection refused\n"));
			}
		}
	}

	private static ConfigurableApplicationContext startServer() {
		return SpringApplication.run(CoupletApplication.class, "--server.port=0", "--couplet.netstring.port=0",
				"--couplet.socketmap.port=0", "--couplet.grpc.port=0", "--couplet.poetry.servers[0].port=0");
	}

	private static String address(Listener listener) {
		return "localhost:" + listener.port();
	}

	private String poemPort(int number) {
		HealthContributor listener = Objects.requireNonNull(this.health.getContributor("poem-" + number));
		Health found = Objects.requireNonNull(((HealthIndicator) listener).health(true));
		return String.valueOf(found.getDetails().get("port"));
	}

	private static String poem(String title) throws IOException {
		try (InputStream file = CoupletApplication.class.getResourceAsStream("/poems/" + title + ".txt")) {
			assertThat(file).isNotNull();
			return new String(file.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private static String lower(String poems) {
		return poems.toLowerCase(Locale.ROOT);
	}

}
