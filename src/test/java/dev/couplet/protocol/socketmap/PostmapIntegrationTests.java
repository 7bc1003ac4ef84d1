package dev.couplet.protocol.socketmap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.couplet.CoupletTest;
import dev.couplet.tcp.Listener;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Tests for the socketmap protocol with Postfix's client {@code postmap}.
 */
@Tag("slow")
@CoupletTest
@TestPropertySource(properties = { "couplet.recipes.thorns=replace=ROSE:thorn",
		"couplet.socketmap.path=" + PostmapIntegrationTests.PATH })
class PostmapIntegrationTests {

	static final String PATH = "target/postmap-tests.socket";

	private static final int FOUND = 0;

	private static final int NOT_FOUND = 1;

	@Autowired
	private Listener socketmapListener;

	@BeforeAll
	static void requirePostmap() {
		assumeTrue(isInstalled(), "postmap is not on the PATH; it is in Debian's package postfix");
	}

	@Test
	void queriesOneKey() throws Exception {
		Run run = postmap("cummingsify", "", "-q", "HERE IS MY POEM");
		assertThat(run).isEqualTo(new Run(FOUND, "here is my poem\n", ""));
	}

	@Test
	void queriesManyKeysInOneSession() throws Exception {
		StringBuilder keys = new StringBuilder();
		StringBuilder results = new StringBuilder();
		for (int i = 0; i < 500; i++) {
			keys.append("LINE ").append(i).append('\n');
			results.append("LINE ").append(i).append("\tline ").append(i).append('\n');
		}
		assertThat(postmap("cummingsify", keys.toString(), "-q", "-"))
			.isEqualTo(new Run(FOUND, results.toString(), ""));
	}

	@Test
	void queriesOverAUnixSocket() throws Exception {
		String table = "socketmap:unix:" + Path.of(PATH).toAbsolutePath() + ":cummingsify";
		assertThat(run("", "postmap", "-q", "HERE IS MY POEM", table))
			.isEqualTo(new Run(FOUND, "here is my poem\n", ""));
		assertThat(run("ONE\nTWO\n", "postmap", "-q", "-", table))
			.isEqualTo(new Run(FOUND, "ONE\tone\nTWO\ttwo\n", ""));
	}

	@Test
	void anUnknownTransformIsAnErrorWithAReason() throws Exception {
		Run run = postmap("nosuch", "", "-q", "HERE IS MY POEM");
		assertThat(run.status()).isEqualTo(NOT_FOUND);
		assertThat(run.output()).isEmpty();
		assertThat(run.errors()).contains("there is no transform 'nosuch'");
	}

	@Test
	void aRecipeMayHaveSeveralStepsAndAnArgument() throws Exception {
		Run run = postmap("truncate=6,reverse-words,cummingsify", "", "-q", "A ROSE IS A ROSE");
		assertThat(run).isEqualTo(new Run(FOUND, "ros\u2026 a\n", ""));
	}

	@Test
	void aRecipeWithAColonNeedsANameBecausePostfixSplitsAtTheLastColon() throws Exception {
		assertThat(postmap("replace=ROSE:thorn", "", "-q", "A ROSE").status()).isEqualTo(NOT_FOUND);
		assertThat(postmap("thorns", "", "-q", "A ROSE")).isEqualTo(new Run(FOUND, "A thorn\n", ""));
	}

	@Test
	void postfixRejectsAnEmptyResult() throws Exception {
		assertThat(postmap("trim", "", "-q", " ").errors()).contains("empty string result is not allowed");
	}

	@Test
	void postfixRejectsAReplyOfMoreThan100000Bytes() throws Exception {
		String repeat = "x".repeat(98_000);
		assertThat(postmap("cummingsify", repeat + "\n", "-q", "-").status()).isEqualTo(FOUND);
		assertThat(postmap("cummingsify", repeat.repeat(2) + "\n", "-q", "-").status()).isEqualTo(NOT_FOUND);
	}

	@Test
	void aPercentEncodedColonIsPartOfAnArgument() throws Exception {
		assertThat(postmap("replace=%3A", "", "-q", "a:b")).isEqualTo(new Run(FOUND, "ab\n", ""));
		// not a second argument
		assertThat(postmap("replace=ROSE%3Athorn", "", "-q", "A ROSE")).isEqualTo(new Run(FOUND, "A ROSE\n", ""));
	}

	private Run postmap(String recipe, String input, String... arguments) throws Exception {
		List<String> command = new ArrayList<>(List.of("postmap"));
		command.addAll(Arrays.asList(arguments));
		command.add("socketmap:inet:127.0.0.1:" + this.socketmapListener.port() + ":" + recipe);
		return run(input, command.toArray(String[]::new));
	}

	private static Run run(String input, String... command) throws Exception {
		Process process = new ProcessBuilder(command).start();
		try (var standardInput = process.getOutputStream()) {
			standardInput.write(input.getBytes(StandardCharsets.UTF_8));
		}
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
		return new Run(process.exitValue(), output, errors);
	}

	private static boolean isInstalled() {
		try {
			return new ProcessBuilder("postmap", "-q", "x", "static:found").redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start()
				.waitFor() == FOUND;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private record Run(int status, String output, String errors) {

	}

}
