package dev.couplet.transform.remote;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The bearer token that a server requires, in a file. It is read for every value, so that
 * it can be replaced at any time.
 *
 * @param file the file, with nothing but the token; white space around it is ignored
 */
public record RemoteToken(Path file) {

	private static final String FORMAT = "[!-~]{1,512}";

	/**
	 * Reads the token.
	 * @return 1 to 512 visible ASCII characters
	 * @throws IOException if there is no such file, or no such token in it. The message
	 * contains nothing of the file
	 */
	public String read() throws IOException {
		String token = Files.readString(this.file, StandardCharsets.ISO_8859_1).strip();
		if (!token.matches(FORMAT)) {
			throw new IOException("not a token");
		}
		return token;
	}

}
