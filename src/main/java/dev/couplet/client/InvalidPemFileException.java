package dev.couplet.client;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A PEM file is missing or invalid. The message is one line with the file and the reason.
 */
public final class InvalidPemFileException extends IOException {

	private static final long serialVersionUID = 1L;

	// a Path is not serializable
	private final String file;

	InvalidPemFileException(Path file, String reason) {
		super(file + " " + reason);
		this.file = file.toString();
	}

	/**
	 * Returns the file.
	 * @return the file as it was named
	 */
	public Path file() {
		return Path.of(this.file);
	}

}
