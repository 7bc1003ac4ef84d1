package dev.couplet.benchmark;

import java.io.PrintStream;

/**
 * Shows that something is happening.
 */
final class Progress {

	private static final PrintStream OUTPUT = System.out;

	private Progress() {
	}

	static void show(String line) {
		OUTPUT.println(line);
	}

}
