package dev.couplet.protocol.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An HTTP client that sends arbitrary bytes, and reads a response as soon as it is
 * complete.
 *
 * @param port the server's port
 */
public record RawClient(int port) {

	private static final int TIMEOUT_MILLIS = 20_000;

	/**
	 * Posts a text to a path that {@link java.net.URI} would reject.
	 */
	Answer post(String path, String text) throws IOException {
		return send("POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n%s".formatted(path, text.length(),
				text));
	}

	/**
	 * Sends bytes, one for each character, and keeps the connection open until the
	 * response.
	 */
	Answer send(String bytes) throws IOException {
		try (Socket socket = connect(bytes)) {
			return read(new BufferedInputStream(socket.getInputStream()));
		}
	}

	/**
	 * Sends bytes and reads everything up to the end of the stream.
	 */
	public String sendAndReadAll(String bytes) throws IOException {
		try (Socket socket = connect(bytes)) {
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
		}
	}

	private Socket connect(String bytes) throws IOException {
		Socket socket = new Socket("localhost", this.port);
		socket.setSoTimeout(TIMEOUT_MILLIS);
		socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
		return socket;
	}

	private static Answer read(InputStream in) throws IOException {
		int status = Integer.parseInt(line(in).split(" ", 3)[1]);
		Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		for (String line = line(in); !line.isEmpty(); line = line(in)) {
			String[] header = line.split(": ", 2);
			headers.computeIfAbsent(header[0], (name) -> new ArrayList<>()).add(header[1]);
		}
		byte[] body = headers.containsKey("Transfer-Encoding") ? chunks(in)
				: in.readNBytes(Integer.parseInt(headers.getOrDefault("Content-Length", List.of("0")).getFirst()));
		return new Answer(status, Answer.headers(headers), new String(body, StandardCharsets.UTF_8));
	}

	private static byte[] chunks(InputStream in) throws IOException {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
			body.write(in.readNBytes(size));
			line(in);
		}
		return body.toByteArray();
	}

	private static int chunkSize(InputStream in) throws IOException {
		return Integer.parseInt(line(in), 16);
	}

	private static String line(InputStream in) throws IOException {
		StringBuilder line = new StringBuilder();
		for (int next = in.read(); next != '\n'; next = in.read()) {
			if (next < 0) {
				throw new EOFException("the response ends after " + line);
			}
			line.append((char) next);
		}
		return line.toString().strip();
	}

}
