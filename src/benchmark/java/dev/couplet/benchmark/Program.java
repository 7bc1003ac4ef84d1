package dev.couplet.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Programs of this machine that may be there or not.
 */
final class Program {

	private Program() {
	}

	/**
	 * Runs one that answers at once and reads nothing.
	 * @param command the command and its arguments
	 * @return what it prints, without white space at its ends; empty where there is no
	 * such program, or where it fails
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
