package dev.couplet;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

import dev.couplet.transform.BuiltInTransforms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the library as a file, and as a dependency of another project.
 */
class CoreJarTests {

	private static final Path JAR = file("-core.jar");

	private static final String VERSION = System.getProperty("couplet.version");

	private static final long PATIENCE_SECONDS = 300;

	@TempDir
	private Path folder;

	// not a directory of JUnit, which would warn of every link when it deletes it
	private Path repository;

	@BeforeEach
	void createRepository() throws IOException {
		this.repository = Files.createTempDirectory("repository");
	}

	@AfterEach
	void deleteRepository() throws IOException {
		FileSystemUtils.deleteRecursively(this.repository);
	}

	private static Path file(String end) {
		return Path.of(System.getProperty("couplet.jar").replace(".jar", end));
	}

	@Test
	void isSmallerThan2Megabytes() throws IOException {
		assertThat(Files.size(JAR)).isLessThan(2_000_000);
	}

	@Test
	void hasOnlyPackagesOfTheCore() throws IOException {
		try (JarFile jar = new JarFile(JAR.toFile())) {
			assertThat(names(jar, ".class").map((name) -> name.substring(0, name.lastIndexOf('/') + 1)).distinct())
				.containsExactlyInAnyOrder("", "dev/couplet/", "dev/couplet/client/", "dev/couplet/netstring/",
						"dev/couplet/transform/", "dev/couplet/transform/guess/", "dev/couplet/transform/library/");
			assertThat(names(jar, ".class").filter((name) -> name.matches("dev/couplet/[^/]+")))
				.containsExactlyInAnyOrder("dev/couplet/Couplet.class", "dev/couplet/package-info.class");
		}
	}

	@Test
	void sourcesAreComplete() throws IOException {
		try (JarFile jar = new JarFile(JAR.toFile());
				JarFile sources = new JarFile(file("-core-sources.jar").toFile())) {
			List<String> expected = names(jar, ".class").filter((name) -> !name.contains("$"))
				.map((name) -> name.replace(".class", ".java"))
				.toList();
			assertThat(names(sources, ".java")).containsExactlyInAnyOrderElementsOf(expected);
		}
	}

	@Test
	void everyPublicClassHasAPageOfDocumentation() throws IOException {
		try (JarFile jar = new JarFile(JAR.toFile()); JarFile pages = new JarFile(file("-core-javadoc.jar").toFile())) {
			List<String> expected = new ArrayList<>();
			for (JarEntry entry : jar.stream().filter((entry) -> entry.getName().endsWith(".class")).toList()) {
				String name = "dev.couplet.core/" + entry.getName().replace(".class", ".html");
				if (isPublic(jar, entry) && !name.contains("$")) {
					expected.add(name);
				}
			}
			assertThat(expected).contains("dev.couplet.core/dev/couplet/Couplet.html");
			assertThat(names(pages, ".html")).containsAll(expected).contains("index.html");
		}
	}

	@Test
	@Tag("slow")
	void anotherProjectCanDependOnItOnTheClassPath() throws Exception {
		Files.delete(copyConsumer().resolve("src/main/java/module-info.java"));
		assertThat(run("--enable-native-access=ALL-UNNAMED", "--class-path", build(), "consumer.Consumer"))
			.isEqualTo("here is my poem\nnull\nnull\n%d examples\n".formatted(BuiltInTransforms.all().size()));
	}

	@Test
	@Tag("slow")
	void anotherProjectCanRequireItAsAModule() throws Exception {
		copyConsumer();
		assertThat(run("--enable-native-access=com.github.luben.zstd_jni", "--module-path", build(), "--module",
				"consumer/consumer.Consumer"))
			.isEqualTo("here is my poem\ndev.couplet.core\ndev.couplet.core\n%d examples\n"
				.formatted(BuiltInTransforms.all().size()));
	}

	private static Stream<String> names(JarFile jar, String end) {
		return jar.stream().map(JarEntry::getName).filter((name) -> name.endsWith(end));
	}

	private static boolean isPublic(JarFile jar, JarEntry entry) throws IOException {
		try (InputStream content = jar.getInputStream(entry)) {
			return ClassFile.of().parse(content.readAllBytes()).flags().has(AccessFlag.PUBLIC);
		}
	}

	private Path copyConsumer() throws IOException {
		Path original = Path.of("src/test/maven/consumer");
		try (Stream<Path> files = Files.walk(original)) {
			for (Path file : files.toList()) {
				Files.copy(file, consumer().resolve(original.relativize(file).toString()));
			}
		}
		return consumer();
	}

	private Path consumer() {
		return this.folder.resolve("consumer");
	}

	// offline, with the plugins and libraries of this build; returns the path of what it
	// runs on
	private String build() throws Exception {
		install();
		List<String> maven = new ArrayList<>(List.of(Path.of("mvnw").toAbsolutePath().toString(), "-B", "-o", "-q",
				"compile", "jar:jar", "-Dmaven.repo.local=" + this.repository, "-Dcouplet.version=" + VERSION));
		for (String plugin : List.of("compiler", "jar", "resources")) {
			String version = "maven-%s-plugin.version".formatted(plugin);
			maven.add("-D%s=%s".formatted(version, System.getProperty(version)));
		}
		run(maven);
		Path built = consumer().resolve("target/consumer-1.jar");
		try (JarFile jar = new JarFile(built.toFile())) {
			List<String> libraries = List
				.of(jar.getManifest().getMainAttributes().getValue("Class-Path").split(" ", -1));
			assertThat(libraries).anyMatch((library) -> library.contains("couplet-core"))
				.noneMatch((library) -> library.contains("spring"));
			return built + File.pathSeparator + String.join(File.pathSeparator, libraries);
		}
	}

	private String run(String... arguments) throws Exception {
		return run(Stream
			.concat(Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()), Stream.of(arguments))
			.toList());
	}

	private String run(List<String> command) throws Exception {
		Path output = this.folder.resolve("output");
		ProcessBuilder builder = new ProcessBuilder(command).directory(consumer().toFile())
			.redirectErrorStream(true)
			.redirectOutput(output.toFile());
		builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
		Process process = builder.start();
		try {
			assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
		}
		finally {
			process.destroyForcibly();
		}
		assertThat(process.exitValue()).as(Files.readString(output)).isZero();
		return Files.readString(output);
	}

	// a repository that has the library and links to everything else, so that nothing is
	// added to that of this build
	private void install() throws IOException {
		Path ours = Path.of(System.getProperty("local.repository"));
		Path installed = Files.createDirectories(this.repository.resolve("dev/couplet/couplet-core").resolve(VERSION));
		link(ours, this.repository, "dev");
		link(ours.resolve("dev"), this.repository.resolve("dev"), "couplet");
		Files.copy(JAR, installed.resolve("couplet-core-" + VERSION + ".jar"));
		try (JarFile jar = new JarFile(JAR.toFile());
				InputStream pom = jar.getInputStream(jar.getEntry("META-INF/maven/dev.couplet/couplet-core/pom.xml"))) {
			Files.copy(pom, installed.resolve("couplet-core-" + VERSION + ".pom"));
		}
	}

	private static void link(Path from, Path to, String except) throws IOException {
		if (Files.isDirectory(from)) {
			try (Stream<Path> entries = Files.list(from)) {
				for (Path entry : entries.filter((path) -> !path.endsWith(except)).toList()) {
					Files.createSymbolicLink(to.resolve(entry.getFileName()), entry);
				}
			}
		}
	}

}
