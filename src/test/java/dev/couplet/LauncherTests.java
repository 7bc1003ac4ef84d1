package dev.couplet;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Launcher}.
 */
class LauncherTests {

	@Test
	void isCompiledForJava17() throws IOException {
		assertThat(javaVersion(Launcher.class)).isEqualTo(17);
	}

	@Test
	void requiresTheJavaVersionThatTheServerIsCompiledFor() throws IOException {
		assertThat(Launcher.REQUIRED_VERSION).isEqualTo(javaVersion(CoupletApplication.class));
	}

	@Test
	void theScriptAndTheJarHaveTheSameLibrariesFirst() throws IOException {
		String order = CommandLauncher.FIRST.stream()
			.filter((library) -> library.contains("/lib/"))
			.map((library) -> library.substring(library.lastIndexOf('/') + 1) + "*.jar")
			.collect(Collectors.joining(" "));

		assertThat(Path.of("src/package/bin/couplet")).content().contains("for jar in " + order + " *.jar; do");
	}

	// a class file's major version is the Java version plus 44
	private static int javaVersion(Class<?> type) throws IOException {
		try (InputStream file = type.getResourceAsStream(type.getSimpleName() + ".class")) {
			assertThat(file).isNotNull();
			DataInputStream header = new DataInputStream(file);
			header.skipNBytes(6);
			return header.readUnsignedShort() - 44;
		}
	}

}
