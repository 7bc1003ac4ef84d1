package dev.couplet.endpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import org.apache.commons.codec.digest.DigestUtils;

import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * Files of tokens for servers in tests.
 *
 * @param file the file
 */
public record TestTokens(Path file) {

	/** Has every character that RFC 6750 allows in a token. */
	public static final String TOKEN = "The-rose.1/2_3~4+moon==";

	/**
	 * Writes the file, with {@link #TOKEN} of a client {@code laptop}, and makes the
	 * server use it.
	 */
	public static TestTokens create(Path directory, DynamicPropertyRegistry settings) {
		TestTokens tokens = new TestTokens(directory.resolve("tokens"));
		tokens.write(line("laptop", TOKEN));
		settings.add("couplet.http.tokens", tokens.file::toString);
		return tokens;
	}

	public static String line(String name, String token) {
		return name + " " + DigestUtils.sha256Hex(token) + "\n";
	}

	/**
	 * Replaces the file.
	 */
	public void write(String content) {
		try {
			Path written = this.file.resolveSibling("written");
			Files.writeString(written, content);
			Files.move(written, this.file, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
