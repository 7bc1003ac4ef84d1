package dev.couplet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Tests the alert rules with Prometheus's {@code promtool}, where it is installed.
 */
class AlertRulesTests {

	private static final String RULES = "ops/alerts.yml";

	private static final String TESTS = "src/test/resources/alert-rules.yml";

	@Test
	void rulesAreValid() throws IOException {
		assertSucceeds("check", "rules", RULES);
	}

	@Test
	void alertsFireForWhatTheyAreAboutAndForNothingElse() throws IOException {
		assertSucceeds("test", "rules", TESTS);
	}

	@Test
	void everyAlertIsTested() throws IOException {
		String tests = Files.readString(Path.of(TESTS));
		assertThat(Pattern.compile("alert: (\\w+)").matcher(Files.readString(Path.of(RULES))).results()).isNotEmpty()
			.allSatisfy((alert) -> assertThat(tests).contains("alertname=\"" + alert.group(1) + "\""));
	}

	private static void assertSucceeds(String... arguments) throws IOException {
		assumeTrue(
				Stream.of(System.getenv("PATH").split(":"))
					.anyMatch((folder) -> Files.isExecutable(Path.of(folder, "promtool"))),
				"promtool is not installed");
		Process process = new ProcessBuilder(Stream.concat(Stream.of("promtool"), Stream.of(arguments)).toList())
			.redirectErrorStream(true)
			.start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.onExit().join().exitValue()).as(output).isZero();
	}

}
