package dev.couplet.transform.remote;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads HTTP requests from sockets.
 */
public final class HttpMessages {

	private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");

	private HttpMessages() {
	}

	/**
	 * Reads the head of a request.
	 * @param client the connection
	 * @return the lines before the body
	 */
	static String readHead(Socket client) throws IOException {
		InputStream input = client.getInputStream();
		ByteArrayOutputStream head = new ByteArrayOutputStream();
		while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
			int next = input.read();
			if (next < 0) {
				throw new EOFException();
			}
			head.write(next);
		}
		return head.toString(StandardCharsets.US_ASCII);
	}

	/**
	 * Reads a request with a declared length.
	 * @param client the connection
	 * @return the body
	 */
	public static String readBody(Socket client) throws IOException {
		Matcher length = LENGTH.matcher(readHead(client));
		int bytes = length.find() ? Integer.parseInt(length.group(1)) : 0;
		return new String(client.getInputStream().readNBytes(bytes), StandardCharsets.UTF_8);
	}

}
