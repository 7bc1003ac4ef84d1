package dev.couplet;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs coverage-guided fuzzing: each {@code *FuzzTests} under Jazzer in a process of its
 * own, for the number of seconds in the system property {@code fuzz.seconds}. A run
 * starts with the inputs in {@code src/test/resources} and those of earlier runs. An
 * input that causes a failure is stored in {@code src/test/resources}.
 */
@Tag("slow")
class FuzzingTests {

	private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

	private static final Path CLASSES = Path.of("target", "test-classes");

	private static final String SUFFIX = "FuzzTests.class";

	static List<String> targets() throws IOException {
		try (Stream<Path> files = Files.walk(CLASSES)) {
			return files.filter((file) -> file.toString().endsWith(SUFFIX))
				.map((file) -> CLASSES.relativize(file).toString())
				.map((file) -> file.substring(0, file.length() - ".class".length()).replaceAll("[/\\\\]", "."))
				.sorted()
				.toList();
		}
	}

	// otherwise Jazzer ignores the inputs
	@Test
	void everyFolderOfInputsHasTheNameOfATest() throws Exception {
		Path resources = Path.of("src", "test", "resources");
		List<Path> folders;
		try (Stream<Path> files = Files.walk(resources)) {
			folders = files.filter((file) -> String.valueOf(file.getParent()).endsWith("FuzzTestsInputs")).toList();
		}
		assertThat(folders).hasSizeGreaterThan(3);
		for (Path folder : folders) {
			String type = resources.relativize(Objects.requireNonNull(folder.getParent()))
				.toString()
				.replace(File.separatorChar, '.');
			assertThat(Class.forName(type.substring(0, type.length() - "Inputs".length())).getDeclaredMethods())
				.extracting(Method::getName)
				.contains(String.valueOf(folder.getFileName()));
		}
	}

	@ParameterizedTest
	@MethodSource("targets")
	void findsNoFailures(String target) throws Exception {
		Path log = Files.createDirectories(Path.of("target", "fuzz")).resolve(target + ".log");
		// no limit on the resident set, in which Linux counts that of the parent process;
		// the heap has a limit
		Process jazzer = new ProcessBuilder(JAVA, "-Xmx512m", "-XX:+EnableDynamicAgentLoading",
				"--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-cp",
				System.getProperty("java.class.path"), "com.code_intelligence.jazzer.Jazzer",
				"--target_class=" + target, "-max_total_time=" + System.getProperty("fuzz.seconds", "1"), "-timeout=10",
				"-rss_limit_mb=0", "-print_final_stats=1")
			.redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start();
		try {
			int status = jazzer.waitFor();
			assertThat(Files.readString(log)).as("exit status %d, see %s", status, log)
				.contains("stat::number_of_executed_units")
				.doesNotContain("== Java Exception");
			assertThat(status).as(log.toString()).isZero();
		}
		finally {
			jazzer.destroyForcibly();
		}
	}

}
