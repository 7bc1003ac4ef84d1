package dev.couplet.client.command;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * Where a value comes from: a file, or standard input.
 */
final class Source {

	private static final Path STANDARD_INPUT = Path.of("-");

	private final Console console;

	private final @Nullable Path file;

	/**
	 * Creates a source.
	 * @param console the standard streams
	 * @param file a file, or null or {@code -} for standard input
	 */
	Source(Console console, @Nullable Path file) {
		this.console = console;
		this.file = STANDARD_INPUT.equals(file) ? null : file;
	}

	/**
	 * Returns the file.
	 * @return the file, or null if this is standard input
	 */
	@Nullable Path file() {
		return this.file;
	}

	/**
	 * Returns the name for messages.
	 * @return the file, or "standard input"
	 */
	String name() {
		return (this.file != null) ? this.file.toString() : "standard input";
	}

	/**
	 * Returns the size, if it is known.
	 * @return the number of bytes, or 0 if it is not a regular file
	 */
	long size() {
		try {
			return (this.file != null && Files.isRegularFile(this.file)) ? Files.size(this.file) : 0;
		}
		catch (IOException ex) {
			return 0;
		}
	}

	/**
	 * Reads all bytes, but not many more than a limit.
	 * @param maxSize the maximum number of bytes of a value
	 * @return the bytes, one more than the maximum if there are more
	 * @throws UnreadableInputException if it cannot be read
	 */
	byte[] read(long maxSize) throws IOException {
		try (InputStream input = open()) {
			return input.readNBytes((int) Math.min(maxSize + 1, Integer.MAX_VALUE));
		}
		catch (IOException ex) {
			throw unreadable(ex);
		}
	}

	/**
	 * Opens the file, or standard input, which is never closed.
	 * @return a stream without a buffer
	 * @throws UnreadableInputException if it cannot be opened
	 */
	InputStream open() throws IOException {
		if (this.file == null) {
			return new FilterInputStream(this.console.input()) {
				@Override
				public void close() {
					// its number may belong to a file of the JVM
				}
			};
		}
		try {
			return Files.newInputStream(this.file);
		}
		catch (IOException ex) {
			throw unreadable(ex);
		}
	}

	/**
	 * Converts an error of the stream.
	 * @param failure the error
	 * @return an error whose message names the source
	 */
	IOException unreadable(IOException failure) {
		if (failure instanceof UnreadableInputException) {
			return failure;
		}
		return (this.file != null) ? FileErrors.unreadable(this.file, failure)
				: new UnreadableInputException("standard input cannot be read: " + failure.getMessage(), failure);
	}

}
