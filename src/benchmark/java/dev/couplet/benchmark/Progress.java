package dev.couplet.benchmark;

import java.io.PrintStream;

/**
 * Prints the progress.
 */
final class Progress {

	private static final PrintStream OUTPUT = System.out;

	private Progress() {
	}

	static void show(String line) {
		OUTPUT.println(line);
	}

}
