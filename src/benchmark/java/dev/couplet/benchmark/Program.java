package dev.couplet.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Programs that may be installed on this machine.
 */
final class Program {

	private Program() {
	}

	/**
	 * Runs a program without input to its end.
	 * @param command the command and its arguments
	 * @return the trimmed output; empty if the program does not exist or fails
	 */
	static Optional<String> output(String... command) {
		try {
			Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
			process.getOutputStream().close();
			String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			return (process.waitFor() == 0) ? Optional.of(output.strip()) : Optional.empty();
		}
		catch (IOException ex) {
			return Optional.empty();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return Optional.empty();
		}
	}

}
