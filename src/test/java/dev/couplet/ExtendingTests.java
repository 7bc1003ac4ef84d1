package dev.couplet;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

import dev.couplet.transform.Catalogue;
import dev.couplet.transform.Example;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformService;
import dev.couplet.transform.Value;
import dev.couplet.transform.ValueTooLargeException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests that docs/extending.md can be followed to the letter: its code is compiled, and
 * the transform and the protocol in it do what the page says.
 */
@Tag("slow")
class ExtendingTests {

	private static final Pattern FILE = Pattern
		.compile("`src/(main|test)/java/([^`]+\\.java)`(?:(?!`src/).)*?```java\n(.*?)```", Pattern.DOTALL);

	private static final Pattern TRANSFORM = Pattern.compile("```java\n(private static Transform .*?)```",
			Pattern.DOTALL);

	private static final String PROTOCOL = "dev/couplet/protocol/";

	private static final String CONTRACT = """
			package dev.couplet.contract;

			@dev.couplet.CoupletTest
			@org.springframework.context.annotation.Import(ContractTransforms.class)
			@org.springframework.test.context.TestPropertySource(properties = "couplet.line.port=0")
			class OverLines extends LineContract {

			}
			""";

	@TempDir
	private Path folder;

	@Test
	void theTransformIsOneThatTheServiceRuns() throws Exception {
		String code = TRANSFORM.matcher(page()).results().findFirst().orElseThrow().group(1);
		write("Refrain.java", "import dev.couplet.transform.*;\npublic class Refrain {\n"
				+ "public static Transform get() { return refrain(); }\n" + code + "}\n");
		compile();
		try (URLClassLoader loader = new URLClassLoader(new URL[] { this.folder.toUri().toURL() })) {
			Transform refrain = (Transform) loader.loadClass("Refrain").getMethod("get").invoke(null);
			TransformService service = new TransformService(new Catalogue(List.of(refrain)), new SizeLimit(40));
			Example example = Objects.requireNonNull(refrain.example());
			assertThat(service.transform(example.recipe(), Value.of(example.text())).text())
				.isEqualTo(example.result());
			assertThatExceptionOfType(ValueTooLargeException.class)
				.isThrownBy(() -> service.transform("refrain=10", Value.of("moon")));
		}
	}

	@Test
	void theProtocolTakesLessThanAHundredLines() throws IOException {
		assertThat(files()).hasSize(6);
		assertThat(files().entrySet()
			.stream()
			.filter((file) -> file.getKey().startsWith(PROTOCOL))
			.flatMap((file) -> file.getValue().lines())
			.filter((line) -> !line.isBlank() && !line.startsWith("import ") && !line.startsWith("package ")))
			.hasSizeLessThan(100);
	}

	/**
	 * In a process of its own, whose class path has the protocol.
	 */
	@Test
	void theProtocolKeepsTheContractAndHasAllThatComesWithAnEndpoint() throws Exception {
		for (Map.Entry<String, String> file : files().entrySet()) {
			write(file.getKey(), file.getValue());
		}
		write("dev/couplet/contract/OverLines.java", CONTRACT);
		compile();
		Process tests = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-cp", this.folder + classPath(),
				TestRunner.class.getName(), "dev.couplet.contract.OverLines", ExtendedServerChecks.class.getName())
			.redirectErrorStream(true)
			.start();
		String output = new String(tests.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(tests.waitFor()).as(output).isZero();
		assertThat(output).containsPattern("Serving .*, line on 127\\.0\\.0\\.1:\\d+, ");
	}

	private void compile() throws IOException {
		List<String> arguments = new ArrayList<>(
				List.of("-proc:none", "-parameters", "-d", this.folder.toString(), "-cp", classPath()));
		try (Stream<Path> sources = Files.walk(this.folder)) {
			sources.map(Path::toString).filter((source) -> source.endsWith(".java")).forEach(arguments::add);
		}
		assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
			.isZero();
	}

	private static String classPath() {
		return File.pathSeparator + System.getProperty("java.class.path");
	}

	private void write(String file, String content) throws IOException {
		Path path = this.folder.resolve(file);
		Files.createDirectories(path.getParent());
		Files.writeString(path, content);
	}

	private static Map<String, String> files() throws IOException {
		return FILE.matcher(page())
			.results()
			.collect(Collectors.toMap((file) -> file.group(2), (file) -> file.group(3)));
	}

	private static String page() throws IOException {
		return Files.readString(Path.of("docs/extending.md"));
	}

}
