package dev.couplet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fuzzes, guided by coverage: runs every {@code *FuzzTests} under Jazzer, each in a
 * process of its own, for as many seconds as the system property {@code fuzz.seconds}
 * says. A run begins with the inputs that are kept in {@code src/test/resources}, and
 * with those of earlier runs; an input that breaks something is put beside the kept ones.
 */
@Execution(ExecutionMode.CONCURRENT)
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

	@ParameterizedTest
	@MethodSource("targets")
	void nothingIsFoundBy(String target) throws Exception {
		Path log = Files.createDirectories(Path.of("target", "fuzz")).resolve(target + ".log");
		Process jazzer = new ProcessBuilder(JAVA, "-Xmx512m", "-XX:+EnableDynamicAgentLoading",
				"--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-cp",
				System.getProperty("java.class.path"), "com.code_intelligence.jazzer.Jazzer",
				"--target_class=" + target, "-max_total_time=" + System.getProperty("fuzz.seconds", "1"), "-timeout=10",
				"-print_final_stats=1")
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
