package dev.couplet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Tests for the jar on an older Java than the server needs, if one is installed.
 */
class LauncherJarTests {

	@Test
	void reportsTheRequiredJavaVersionOnJava17() throws Exception {
		Optional<Path> java = java17();
		assumeThat(java).isPresent();
		Process start = new ProcessBuilder(java.orElseThrow().toString(), "-jar", System.getProperty("couplet.jar"))
			.redirectErrorStream(true)
			.start();
		String output = new String(start.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(output).startsWith("couplet: Java 25 or later is required, but this is Java 17 in ").hasLineCount(1);
		assertThat(start.waitFor()).isOne();
	}

	// the location on Linux distributions
	private static Optional<Path> java17() throws IOException {
		try (Stream<Path> files = Files.find(Path.of("/usr/lib/jvm"), 3,
				(file, _) -> file.toString().matches(".*/(java|temurin)-17-[^/]*/bin/java"))) {
			return files.findFirst();
		}
		catch (NoSuchFileException ex) {
			return Optional.empty();
		}
	}

}
