package dev.couplet.client.command;

import java.io.PrintWriter;

/**
 * A line on standard error that changes in place, where that is a terminal. It is wiped
 * away before anything else is written, because standard output may be the same terminal.
 */
final class ProgressLine {

	private final PrintWriter errors;

	private final boolean shown = Descriptor.ERRORS.isTerminal();

	private String line = "";

	ProgressLine(PrintWriter errors) {
		this.errors = errors;
	}

	void show(String changed) {
		if (this.shown && !changed.equals(this.line)) {
			wipe();
			this.errors.print(changed);
			this.errors.flush();
			this.line = changed;
		}
	}

	void wipe() {
		if (!this.line.isEmpty()) {
			this.errors.print("\r" + " ".repeat(this.line.length()) + "\r");
			this.errors.flush();
			this.line = "";
		}
	}

}
