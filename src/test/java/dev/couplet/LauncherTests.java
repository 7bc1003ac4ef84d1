package dev.couplet;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

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
		List<String> first = CommandLauncher.FIRST.stream()
			.filter((library) -> library.contains("/lib/"))
			.map((library) -> library.substring(library.lastIndexOf('/') + 1) + "*.jar")
			.toList();

		assertThat(Path.of("src/package/bin/couplet")).content()
			.contains("for picocli in \"$home\"/lib/libraries/%s; do".formatted(first.getFirst()))
			.contains("for jar in %s *.jar; do".formatted(String.join(" ", first.subList(1, first.size()))));
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
