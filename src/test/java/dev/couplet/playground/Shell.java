package dev.couplet.playground;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs a command like a user who has copied it.
 *
 * @param folder the working directory
 * @param path the directories of programs
 */
record Shell(Path folder, String path) {

	Shell(Path folder) {
		this(folder, System.getenv("PATH"));
	}

	/**
	 * Returns a shell that finds the programs of a directory before others.
	 */
	Shell with(Path programs) {
		return new Shell(this.folder, programs.toAbsolutePath() + File.pathSeparator + this.path);
	}

	/**
	 * Runs a command in bash.
	 * @return its standard output
	 */
	String run(String command) throws IOException, InterruptedException {
		ProcessBuilder bash = new ProcessBuilder("bash", "-c", command).directory(this.folder.toFile())
			.redirectError(ProcessBuilder.Redirect.DISCARD);
		bash.environment().put("PATH", this.path);
		Process process = bash.start();
		process.getOutputStream().close();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
		return output;
	}

	boolean has(String program) throws IOException, InterruptedException {
		return !run("command -v " + program).isEmpty();
	}

}
