package dev.couplet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Tests for the jar as a file.
 */
class LauncherJarTests {

	private static final Path JAR = Path.of(System.getProperty("couplet.jar"));

	@Test
	void isSmallerThan95Megabytes() throws IOException {
		assertThat(Files.size(JAR)).isLessThan(95_000_000);
	}

	@Test
	void hasTheLibrariesThatCommandsSearchFirst() throws IOException {
		try (JarFile jar = new JarFile(JAR.toFile())) {
			List<String> urls = jar.stream().map((entry) -> "nested:couplet.jar/!" + entry.getName()).toList();
			for (String library : CommandLauncher.FIRST) {
				assertThat(urls).anyMatch((url) -> url.contains(library));
			}
		}
	}

	// if one is installed
	@Test
	void reportsTheRequiredJavaVersionOnJava17() throws Exception {
		Optional<Path> java = java17();
		assumeThat(java).isPresent();
		Process start = new ProcessBuilder(java.orElseThrow().toString(), "-jar", JAR.toString())
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
