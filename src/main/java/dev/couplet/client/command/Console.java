package dev.couplet.client.command;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * The standard streams. Texts are UTF-8 regardless of the locale.
 */
final class Console {

	private final InputStream input;

	private final StandardOutput output;

	private final PrintWriter errors;

	Console() {
		// never closed: if the caller closed the descriptor, its number may belong to a
		// file of the JVM
		this(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out),
				new FileOutputStream(FileDescriptor.err));
	}

	Console(InputStream input, OutputStream output, OutputStream errors) {
		this.input = input;
		this.output = new StandardOutput(output);
		this.errors = new PrintWriter(new OutputStreamWriter(errors, StandardCharsets.UTF_8), true);
	}

	InputStream input() {
		return this.input;
	}

	StandardOutput output() {
		return this.output;
	}

	PrintWriter errors() {
		return this.errors;
	}

	/**
	 * Reads standard input to its end.
	 * @return the bytes
	 * @throws IOException if it cannot be read; the message gives the reason
	 */
	byte[] read() throws IOException {
		try {
			return this.input.readAllBytes();
		}
		catch (IOException ex) {
			throw new IOException("standard input cannot be read: " + ex.getMessage(), ex);
		}
	}

	/**
	 * Writes a text to standard output, without a line break.
	 * @param text the text
	 * @throws IOException if standard output cannot be written
	 */
	void print(String text) throws IOException {
		print(text.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Writes bytes to standard output.
	 * @param bytes the bytes
	 * @throws IOException if standard output cannot be written
	 */
	void print(byte[] bytes) throws IOException {
		this.output.write(bytes);
	}

	/**
	 * Writes an error message to standard error, on one line.
	 * @param message the message
	 */
	void printError(String message) {
		this.errors.println("couplet: " + printable(message));
	}

	static String describe(Exception ex) {
		String message = ex.getMessage();
		return (message != null) ? message : ex.toString();
	}

	/**
	 * Makes a text safe for a terminal by escaping control characters.
	 * @param text any text
	 * @return the text on one line, with invisible characters in hexadecimal
	 */
	static String printable(String text) {
		StringBuilder printable = new StringBuilder(text.length());
		text.codePoints().forEach((character) -> {
			if (isVisible(character)) {
				printable.appendCodePoint(character);
			}
			else {
				printable.append("\\u{").append(Integer.toHexString(character)).append('}');
			}
		});
		return printable.toString();
	}

	private static boolean isVisible(int character) {
		return switch (Character.getType(character)) {
			case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED,
					Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
				false;
			default -> true;
		};
	}

}
