package dev.couplet.client.command;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Errors of files, in sentences. The messages of the JDK are often only the path.
 */
final class FileErrors {

	private FileErrors() {
	}

	static IOException unreadable(Path file, IOException failure) {
		if (failure instanceof NoSuchFileException) {
			return new UnreadableInputException("there is no file " + file, failure);
		}
		return new UnreadableInputException(
				file + (Files.isDirectory(file) ? " is a folder" : " cannot be read: " + reason(failure)), failure);
	}

	static IOException unwritable(Path file, IOException failure) {
		if (failure instanceof NoSuchFileException) {
			return new IOException(file + " cannot be written: there is no such folder", failure);
		}
		return new IOException(file + " cannot be written: " + reason(failure), failure);
	}

	private static String reason(IOException failure) {
		if (failure instanceof AccessDeniedException) {
			return "permission denied";
		}
		String reason = (failure instanceof FileSystemException ex) ? ex.getReason() : failure.getMessage();
		return (reason != null) ? reason : failure.toString();
	}

}
