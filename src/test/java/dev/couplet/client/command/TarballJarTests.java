package dev.couplet.client.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.couplet.client.command.CommandProcess.Result;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Tests for the tarball and its script {@code couplet}, if the build has made one.
 */
@Tag("slow")
@Timeout(180)
@EnabledIf("isBuilt")
class TarballJarTests {

	private static final Path TARBALL = Path.of(System.getProperty("couplet.tarball", ""));

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	@TempDir
	private static Path folder;

	private static Path installation;

	@TempDir
	private Path cache;

	@BeforeAll
	static void unpack() throws IOException {
		Path target = Files.createDirectory(folder.resolve("with a space"));
		assertThat(
				CommandProcess.run(new ProcessBuilder("tar", "-xzf", TARBALL.toString(), "-C", target.toString()), "")
					.status())
			.isZero();
		try (Stream<Path> unpacked = Files.list(target)) {
			installation = unpacked.toList().getFirst();
		}
	}

	static boolean isBuilt() {
		return Files.exists(TARBALL) && !TARBALL.toString().isEmpty();
	}

	@Test
	void argumentsArePassedAsTheyAre() {
		assertThat(run("x", "apply", "replace=x:a  *\"'\\$")).isEqualTo(new Result(0, "a  *\"'\\$", ""));
		assertThat(run("x", "apply", "replace=x:").output()).isEmpty();
		assertThat(run("", "apply", "trim", "no such file").errors())
			.isEqualTo("couplet: there is no file no such file\n");
	}

	@Test
	void usageHasTheNameOfTheScript() {
		assertThat(run("", "--help").output()).startsWith("Usage: couplet [");
		assertThat(run("", "apply", "--help").output()).startsWith("Usage: couplet apply ");
		assertThat(run("", "--version").output()).matches("couplet [0-9].*\n");
	}

	@Test
	void runsThroughSymbolicLinks() throws IOException {
		Path script = installation.resolve("bin/couplet");
		Path absolute = Files.createSymbolicLink(folder.resolve("absolute"), script);
		Path relative = Files.createSymbolicLink(folder.resolve("relative"), Path.of("absolute"));
		for (Path link : List.of(absolute, relative)) {
			assertThat(CommandProcess.run(program(link.toString(), "apply", "upper-case"), "x"))
				.isEqualTo(new Result(0, "X", ""));
		}
		ProcessBuilder inItsFolder = program("sh", "couplet", "apply", "upper-case");
		inItsFolder.directory(installation.resolve("bin").toFile());
		assertThat(CommandProcess.run(inItsFolder, "x")).isEqualTo(new Result(0, "X", ""));
	}

	@Test
	void anOldJavaIsPassedOver() throws IOException {
		Path old = jdk("17.0.1", "echo old");
		ProcessBuilder program = couplet("apply", "upper-case");
		program.environment().put("JAVA_HOME", old.toString());
		assertThat(CommandProcess.run(program, "x")).isEqualTo(new Result(0, "X", ""));
	}

	@Test
	void anOldJavaThatIsAskedForIsAnError() throws IOException {
		Path old = jdk("17.0.1", "echo old");
		ProcessBuilder program = couplet("apply", "upper-case");
		program.environment().put("COUPLET_JAVA", old.toString());
		assertThat(CommandProcess.run(program, "x"))
			.isEqualTo(new Result(1, "", "couplet: COUPLET_JAVA is not the folder of a Java 25 or later\n"));
	}

	private static Path jdk(String version, String command) throws IOException {
		Path jdk = Files.createTempDirectory(folder, "jdk");
		Path java = Files.createDirectory(jdk.resolve("bin")).resolve("java");
		Files.writeString(java, "#!/bin/sh\n" + command + "\n");
		assertThat(java.toFile().setExecutable(true)).isTrue();
		Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
		return jdk;
	}

	@Test
	void theFirstCommandsMakeOneCache() throws IOException {
		List<CommandProcess> commands = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			commands.add(CommandProcess.start(withCache("--version")));
		}
		for (CommandProcess command : commands) {
			assertThat(command.send(new byte[0]).end().errors()).isEmpty();
		}
		awaitCache();
		assertThat(files()).singleElement().asString().endsWith(".aot");
	}

	@Test
	void laterCommandsUseTheCache() throws IOException {
		assertThat(CommandProcess.run(withCache("--version"), "").status()).isZero();
		awaitCache();
		String aotCache = files().getFirst();
		// it waits for standard input
		Process command = withCache("apply", "upper-case").start();
		try {
			Path mapped = Path.of("/proc/" + command.pid() + "/maps");
			assumeThat(mapped).exists();
			Awaitility.await().atMost(PATIENCE).until(() -> Files.readString(mapped).contains(aotCache));
		}
		finally {
			command.destroyForcibly();
		}
	}

	@Test
	void theCacheDoesNotDependOnTheVariablesForAServer() throws IOException {
		Path environment = this.cache.resolve("environment");
		ProcessBuilder program = withCache("guess");
		program.environment()
			.put("COUPLET_JAVA",
					jdk("25.0.1", "case $* in *CommandTraining*) env >'" + environment + "' ;; esac").toString());
		program.environment().put("COUPLET_CLIENT_TOKEN", "secret");
		program.environment().put("COUPLET_CLIENT_TIMEOUT", "soon");
		assertThat(CommandProcess.run(program, "")).isEqualTo(new Result(0, "", ""));
		awaitCache();
		assertThat(environment).content().contains("COUPLET_JAVA=").doesNotContain("COUPLET_CLIENT_");
	}

	@Test
	void onlyItsOwnVariablesChangeWhatItRuns() throws IOException {
		Path other = folder.resolve("other");
		Files.createDirectories(other.resolve("bin"));
		ProcessBuilder program = program("sh", "bin/couplet", "guess");
		program.directory(installation.toFile());
		program.environment().put("COUPLET_JAVA", jdk("25.0.1", "printf '%s\\n' \"$@\"").toString());
		program.environment().put("CDPATH", other.toString());
		program.environment().put("cache", other + ".aot");
		Result result = CommandProcess.run(program, "");
		assertThat(result.errors()).isEmpty();
		assertThat(result.output()).contains("\n" + installation.toRealPath().resolve("lib/couplet.jar") + ":")
			.doesNotContain(other.toString())
			.endsWith("\ndev.couplet.Launcher\nguess\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "not a cache" })
	void aCacheThatDoesNotFitIsIgnored(String content) throws IOException {
		assertThat(CommandProcess.run(withCache("--version"), "").status()).isZero();
		awaitCache();
		Files.writeString(this.cache.resolve("couplet").resolve(files().getFirst()), content);
		assertThat(CommandProcess.run(withCache("apply", "upper-case"), "x")).isEqualTo(new Result(0, "X", ""));
	}

	@Test
	void aCacheThatIsAMonthOldIsMadeAgain() throws IOException {
		assertThat(CommandProcess.run(withCache("--version"), "").status()).isZero();
		awaitCache();
		Path aotCache = this.cache.resolve("couplet").resolve(files().getFirst());
		Files.writeString(aotCache, "damaged");
		Files.setLastModifiedTime(aotCache, FileTime.from(Instant.now().minus(Duration.ofDays(32))));
		assertThat(CommandProcess.run(withCache("--version"), "").status()).isZero();
		Awaitility.await().atMost(PATIENCE).until(() -> Files.size(aotCache) > "damaged".length());
	}

	@Test
	void makesNoCacheWithoutAFolderForIt() throws IOException {
		for (String cacheHome : List.of("", "relative")) {
			ProcessBuilder program = withCache("apply", "upper-case");
			program.environment().put("XDG_CACHE_HOME", cacheHome);
			program.environment().remove("HOME");
			program.directory(this.cache.toFile());
			assertThat(CommandProcess.run(program, "x")).isEqualTo(new Result(0, "X", ""));
			assertThat(this.cache).isEmptyDirectory();
		}
	}

	@Test
	void runsWithTheCollectorOfTheEnvironment() {
		for (String variable : List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS")) {
			ProcessBuilder program = couplet("apply", "upper-case");
			program.environment().put(variable, "-XX:+UseParallelGC");
			assertThat(CommandProcess.run(program, "x")).returns(0, Result::status).returns("X", Result::output);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "C", "POSIX", "xx_XX.UTF-8" })
	void namesAreUtf8WithoutALocale(String locale) {
		// by the shell, as the JVM of the tests may have no locale either
		String script = """
				cd "$1" && name=$(printf '\\303\\251') && mkdir -p "$name/bin" && cp "$2/bin/couplet" "$name/bin" &&
				ln -s "$2/lib" "$name/lib" && printf x >"$name/$name" && LC_ALL=$3 "$name/bin/couplet" apply upper-case "$name/$name"
				rm -r "$name"
				""";
		assertThat(CommandProcess
			.run(program("sh", "-c", script, "sh", folder.toString(), installation.toString(), locale), ""))
			.isEqualTo(new Result(0, "X", ""));
	}

	@Test
	void aClosedStandardInputIsEmpty() {
		String script = "\"$0\" apply upper-case <&-";
		assertThat(CommandProcess.run(program("sh", "-c", script, installation.resolve("bin/couplet").toString()), ""))
			.isEqualTo(new Result(0, "", ""));
	}

	@Test
	void aFolderThatCannotBeInAClassPathIsAnError() throws IOException {
		Path script = Files.createDirectories(folder.resolve("a:b/bin")).resolve("couplet");
		Files.copy(installation.resolve("bin/couplet"), script);
		Result result = CommandProcess.run(program("sh", script.toString(), "apply", "trim"), "");
		assertThat(result.status()).isEqualTo(1);
		assertThat(result.errors()).startsWith("couplet: a folder with a colon").hasLineCount(1);
	}

	@Test
	void runsIfThereCanBeNoCache() throws IOException {
		Path file = Files.writeString(folder.resolve("file"), "");
		ProcessBuilder program = withCache("apply", "upper-case");
		program.environment().put("XDG_CACHE_HOME", file.toString());
		assertThat(CommandProcess.run(program, "x")).isEqualTo(new Result(0, "X", ""));
		assertThat(file).isEmptyFile();
	}

	@Test
	void withoutACommandItIsTheServer() {
		Result result = run("", "--couplet.nosuch=1");
		assertThat(result.status()).isEqualTo(1);
		assertThat(result.output() + result.errors()).contains("There is no such setting");
	}

	@Test
	void hasCompletionsForThreeShells() {
		assertThat(CommandProcess
			.run(new ProcessBuilder("bash", "-n", installation.resolve("completions/couplet.bash").toString()), ""))
			.isEqualTo(new Result(0, "", ""));
		assertThat(installation.resolve("completions/_couplet")).content().startsWith("#compdef couplet\n");
		assertThat(installation.resolve("completions/couplet.fish")).content().contains("cummingsify");
	}

	private void awaitCache() {
		Awaitility.await().atMost(PATIENCE).until(() -> files().stream().noneMatch((name) -> name.endsWith(".lock")));
	}

	private List<String> files() throws IOException {
		try (Stream<Path> files = Files.list(this.cache.resolve("couplet"))) {
			return files.map((file) -> file.getFileName().toString()).toList();
		}
	}

	private static Result run(String input, String... arguments) {
		return CommandProcess.run(couplet(arguments), input);
	}

	private ProcessBuilder withCache(String... arguments) {
		ProcessBuilder program = couplet(arguments);
		program.environment().remove("COUPLET_CACHE");
		program.environment().put("XDG_CACHE_HOME", this.cache.toString());
		return program;
	}

	private static ProcessBuilder couplet(String... arguments) {
		List<String> command = new ArrayList<>(List.of(installation.resolve("bin/couplet").toString()));
		command.addAll(List.of(arguments));
		return program(command.toArray(String[]::new));
	}

	private static ProcessBuilder program(String... command) {
		ProcessBuilder program = new ProcessBuilder(command);
		// the JDK of the tests, unless a test says otherwise
		program.environment().putIfAbsent("JAVA_HOME", System.getProperty("java.home"));
		program.environment().put("COUPLET_CACHE", "off");
		return program;
	}

}
