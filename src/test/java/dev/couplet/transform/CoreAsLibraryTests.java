package dev.couplet.transform;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.tools.ToolProvider;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the program in docs/architecture.md that uses the core as a library.
 */
@ExtendWith(OutputCaptureExtension.class)
class CoreAsLibraryTests {

	private static final Path PAGE = Path.of("docs/architecture.md");

	private static final Pattern PROGRAM = Pattern
		.compile("```java\n(public final class Library .*?)```\n\nprints `(.*?)`", Pattern.DOTALL);

	private static final String IMPORTS = """
			import dev.couplet.transform.*;
			import dev.couplet.transform.library.StandardLibrary;
			""";

	@Test
	void programCompilesAndPrintsTheDocumentedOutput(@TempDir Path folder, CapturedOutput output) throws Exception {
		Matcher page = PROGRAM.matcher(Files.readString(PAGE));
		assertThat(page.find()).isTrue();
		Path source = Files.writeString(folder.resolve("Library.java"), IMPORTS + page.group(1));
		int errors = ToolProvider.getSystemJavaCompiler()
			.run(null, null, null, "-proc:none", "-cp", System.getProperty("java.class.path"), "-d", folder.toString(),
					source.toString());
		assertThat(errors).isZero();
		try (URLClassLoader loader = new URLClassLoader(new URL[] { folder.toUri().toURL() })) {
			loader.loadClass("Library").getMethod("main", String[].class).invoke(null, (Object) new String[0]);
		}
		assertThat(output).contains(page.group(2));
	}

}
