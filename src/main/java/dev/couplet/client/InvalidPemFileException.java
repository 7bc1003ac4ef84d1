package dev.couplet.client;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A file is not there, or has not in it what it should. The message is one line that says
 * which file, and what is wrong with it.
 */
public final class InvalidPemFileException extends IOException {

	private static final long serialVersionUID = 1L;

	InvalidPemFileException(Path file, String reason) {
		super(file + " " + reason);
	}

}
