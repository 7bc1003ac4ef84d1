package dev.couplet.benchmark;

import java.io.PrintStream;

/**
 * Prints the progress.
 */
public final class Progress {

	private static final PrintStream OUTPUT = System.out;

	private Progress() {
	}

	public static void show(String line) {
		OUTPUT.println(line);
	}

}
