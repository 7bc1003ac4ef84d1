package dev.couplet.client.command;

import java.io.PrintWriter;

/**
 * A progress line on standard error, shown only if that is a terminal. It is cleared
 * before anything else is written, because standard output may be the same terminal.
 */
final class ProgressLine {

	private final PrintWriter errors;

	private final boolean shown;

	private String line = "";

	ProgressLine(PrintWriter errors) {
		this(errors, true);
	}

	/**
	 * Creates a line.
	 * @param errors standard error
	 * @param wanted whether to show it on a terminal
	 */
	ProgressLine(PrintWriter errors, boolean wanted) {
		this.errors = errors;
		this.shown = wanted && Descriptor.ERRORS.isTerminal();
	}

	boolean isShown() {
		return this.shown;
	}

	void show(String text) {
		if (this.shown && !text.equals(this.line)) {
			clear();
			this.errors.print(text);
			this.errors.flush();
			this.line = text;
		}
	}

	void clear() {
		if (!this.line.isEmpty()) {
			this.errors.print("\r" + " ".repeat(this.line.length()) + "\r");
			this.errors.flush();
			this.line = "";
		}
	}

}
