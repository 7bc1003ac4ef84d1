package dev.couplet.fault;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A connection that repeats nothing by itself, unlike those of most clients, and that
 * tells a reply that has not begun from a truncated one.
 */
final class Connection implements AutoCloseable {

	private static final int TIMEOUT_MILLIS = 60_000;

	private final Socket socket = new Socket();

	private final InputStream input;

	private boolean ended;

	private Connection(String address, int port) throws IOException {
		try {
			this.socket.setTcpNoDelay(true);
			this.socket.setSoTimeout(TIMEOUT_MILLIS);
			this.socket.connect(new InetSocketAddress(address, port), TIMEOUT_MILLIS);
			this.input = new BufferedInputStream(this.socket.getInputStream());
		}
		catch (IOException ex) {
			this.socket.close();
			throw ex;
		}
	}

	static Connection open(String address, int port) throws IOException {
		return new Connection(address, port);
	}

	Connection send(String text) throws IOException {
		try {
			this.socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
			return this;
		}
		catch (SocketException ex) {
			throw new NoReplyException(ex);
		}
	}

	Connection halfClose() throws IOException {
		this.socket.shutdownOutput();
		return this;
	}

	/**
	 * Reads until the server closes the connection.
	 */
	String readToEnd() throws IOException {
		this.ended = true;
		return new String(this.input.readAllBytes(), StandardCharsets.UTF_8);
	}

	/**
	 * Reads one netstring, and returns its payload.
	 */
	String readNetstring() throws IOException {
		int length = first() - '0';
		for (int next = next(); next != ':'; next = next()) {
			length = 10 * length + next - '0';
		}
		String payload = read(length);
		next();
		return payload;
	}

	/**
	 * Reads one HTTP response, and returns its head and its body.
	 */
	String readResponse() throws IOException {
		StringBuilder lines = new StringBuilder(readLine(first()));
		while (!lines.toString().endsWith("\r\n\r\n")) {
			lines.append(readLine(next()));
		}
		String head = lines.toString().toLowerCase(Locale.ROOT);
		this.ended = head.contains("connection: close");
		return lines + (head.contains("transfer-encoding: chunked") ? readChunks() : read(contentLength(head)));
	}

	private static int contentLength(String head) {
		return Integer.parseInt(head.replaceFirst("(?s).*\r\ncontent-length: (\\d+)\r\n.*", "$1"));
	}

	private String readChunks() throws IOException {
		StringBuilder body = new StringBuilder();
		for (int length = -1; length != 0;) {
			length = Integer.parseInt(readLine(next()).strip(), 16);
			body.append(read(length));
			read(2);
		}
		return body.toString();
	}

	private String readLine(int first) throws IOException {
		StringBuilder line = new StringBuilder().append((char) first);
		while (line.charAt(line.length() - 1) != '\n') {
			line.append((char) next());
		}
		return line.toString();
	}

	private int first() throws IOException {
		try {
			int first = this.input.read();
			if (first < 0) {
				throw new NoReplyException(new EOFException());
			}
			return first;
		}
		catch (SocketException ex) {
			throw new NoReplyException(ex);
		}
	}

	private int next() throws IOException {
		return read(1).charAt(0);
	}

	private String read(int length) throws IOException {
		byte[] bytes = this.input.readNBytes(length);
		if (bytes.length < length) {
			throw new EOFException("truncated reply");
		}
		return new String(bytes, StandardCharsets.UTF_8);
	}

	/**
	 * Returns whether the last reply was the last of the connection.
	 */
	boolean isEnded() {
		return this.ended;
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
