package dev.couplet.client.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import dev.couplet.client.command.CommandProcess.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the script {@code couplet} where it finds no Java that it can use. Those with
 * one are in {@link TarballJarTests}.
 */
@Timeout(60)
class ScriptTests {

	private static final Result NO_JAVA = new Result(1, "",
			"couplet: Java 1000 or later is required, and there is none in JAVA_HOME, PATH or the usual folders. "
					+ "Install a JDK 1000 (https://adoptium.net), or set COUPLET_JAVA to the folder of one.\n");

	@TempDir
	private Path folder;

	@Test
	void noJavaAtAllIsAnError() throws IOException {
		assertThat(run(Map.of("PATH", "/nonexistent"))).isEqualTo(NO_JAVA);
		assertThat(run(Map.of("PATH", "/nonexistent", "HOME", this.folder.toString(), "JAVA_HOME", "/nonexistent")))
			.isEqualTo(NO_JAVA);
	}

	@Test
	void olderOnesAreAnError() throws IOException {
		Path jdk = this.folder.resolve(".jdks/old");
		Path java = Files.createDirectories(jdk.resolve("bin")).resolve("java");
		Files.writeString(java, "#!/bin/sh\necho old\n");
		assertThat(java.toFile().setExecutable(true)).isTrue();
		Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"17.0.1\"\n");
		assertThat(run(Map.of("PATH", java.getParent() + ":/usr/bin", "HOME", this.folder.toString())))
			.isEqualTo(NO_JAVA);
	}

	// this machine may have any Java that there is today
	private Result run(Map<String, String> environment) throws IOException {
		String script = Files.readString(Path.of("src/package/bin/couplet"));
		Path changed = Files.createDirectories(this.folder.resolve("bin")).resolve("couplet");
		Files.writeString(changed, script.replaceFirst("(?m)^required=\\d+$", "required=1000"));
		ProcessBuilder program = new ProcessBuilder("/bin/sh", changed.toString(), "apply", "trim");
		program.environment().clear();
		program.environment().putAll(environment);
		return CommandProcess.run(program, "");
	}

}
