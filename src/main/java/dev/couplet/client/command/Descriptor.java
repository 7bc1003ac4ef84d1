package dev.couplet.client.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The kind of file behind a standard stream. {@link System#console()} only reports
 * whether standard input and output are both a terminal, so this asks Linux. Without
 * {@code /proc}, a stream counts as neither a terminal nor a pipe.
 */
enum Descriptor {

	/** Standard input. */
	INPUT(0),

	/** Standard output. */
	OUTPUT(1),

	/** Standard error. */
	ERRORS(2);

	private static final Pattern TERMINAL = Pattern.compile("/dev/(pts/|tty|console).*");

	private static final Pattern PIPE = Pattern.compile("(pipe|socket):.*");

	private final Path link;

	Descriptor(int number) {
		this.link = Path.of("/proc/self/fd/" + number);
	}

	boolean isTerminal() {
		return TERMINAL.matcher(target()).matches();
	}

	boolean isPipe() {
		return PIPE.matcher(target()).matches();
	}

	private String target() {
		try {
			return Files.readSymbolicLink(this.link).toString();
		}
		catch (IOException | UnsupportedOperationException ex) {
			return "";
		}
	}

}
