package dev.couplet;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the programs in docs/library.md compile, and print what the page says.
 */
@ExtendWith(OutputCaptureExtension.class)
@ResourceLock(Resources.SYSTEM_OUT)
class LibraryPageTests {

	private static final Path PAGE = Path.of("docs/library.md");

	private static final Pattern PROGRAM = Pattern
		.compile("```java\n(import [^`]* class (\\w+) [^`]*)```\n\nprints\n\n```text\n([^`]*)```");

	private static final Pattern CALL = Pattern.compile("```java\n(TransformClient [^`]*)```");

	@TempDir
	private Path folder;

	static Stream<Arguments> programs() throws IOException {
		return PROGRAM.matcher(Files.readString(PAGE))
			.results()
			.map((program) -> Arguments.of(program.group(2), program.group(1), program.group(3)));
	}

	@Test
	void thereAreThreePrograms() throws IOException {
		assertThat(programs()).hasSize(3);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("programs")
	void programPrintsTheDocumentedOutput(String name, String source, String documented, CapturedOutput output)
			throws Exception {
		compile(name, source);
		try (URLClassLoader loader = new URLClassLoader(new URL[] { this.folder.toUri().toURL() })) {
			loader.loadClass(name).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
		}
		assertThat(output.getOut()).isEqualTo(documented);
	}

	@Test
	void callOfAServerCompiles() throws IOException {
		String call = CALL.matcher(Files.readString(PAGE)).results().findFirst().orElseThrow().group(1);
		compile("Call",
				"import dev.couplet.client.*; class Call { void call() throws java.io.IOException {" + call + "}}");
	}

	private void compile(String name, String source) throws IOException {
		Path file = Files.writeString(this.folder.resolve(name + ".java"), source);
		int errors = ToolProvider.getSystemJavaCompiler()
			.run(null, null, null, "-proc:none", "-cp", System.getProperty("java.class.path"), "-d",
					this.folder.toString(), file.toString());
		assertThat(errors).isZero();
	}

}
