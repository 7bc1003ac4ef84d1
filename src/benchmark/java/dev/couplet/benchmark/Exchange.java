package dev.couplet.benchmark;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * One request and the reply that it has to get, as they are on the wire, and how clients
 * go about it.
 *
 * @param service the port that it goes to
 * @param request the request's bytes, only ever read through a duplicate
 * @param replies makes what compares the replies, one a connection
 * @param depth how many requests a connection has in flight, at least 1
 * @param oneShot whether a connection is for one exchange only, which the server ends
 */
record Exchange(Service service, ByteBuffer request, Supplier<Replies> replies, int depth, boolean oneShot) {

	static final String POEM = "HERE IS MY POEM";

	private static final String RECIPE = "cummingsify";

	/**
	 * A text of ASCII capitals.
	 * @param bytes its length
	 * @return the text
	 */
	static String text(int bytes) {
		String line = POEM + "\n";
		return line.repeat(bytes / line.length() + 1).substring(0, bytes);
	}

	/**
	 * Connect, one request, read to the end.
	 * @param text the text to transform
	 * @return the exchange
	 */
	static Exchange oneShot(String text) {
		byte[] reply = netstring(transformed(text));
		return new Exchange(Service.NETSTRING, ByteBuffer.wrap(netstring(RECIPE + "." + text)),
				() -> new ExactReplies(reply), 1, true);
	}

	/**
	 * Request after request on one connection.
	 * @param text the text to transform
	 * @param depth how many are in flight
	 * @return the exchange
	 */
	static Exchange session(String text, int depth) {
		byte[] reply = netstring("OK " + transformed(text));
		return new Exchange(Service.SOCKETMAP, ByteBuffer.wrap(netstring(RECIPE + " " + text)),
				() -> new ExactReplies(reply), depth, false);
	}

	/**
	 * Request after request over HTTP/1.1.
	 * @param text the text to transform
	 * @return the exchange
	 */
	static Exchange http(String text) {
		byte[] body = transformed(text).getBytes(StandardCharsets.UTF_8);
		byte[] request = ("POST /transforms/" + RECIPE + " HTTP/1.1\r\nHost: localhost\r\n"
				+ "Content-Type: text/plain;charset=UTF-8\r\nContent-Length: " + body.length + "\r\n\r\n" + text)
			.getBytes(StandardCharsets.UTF_8);
		return new Exchange(Service.HTTP, ByteBuffer.wrap(request), () -> new HttpReplies(body), 1, false);
	}

	/**
	 * How long a request is.
	 * @return bytes
	 */
	int length() {
		return this.request.remaining();
	}

	/**
	 * Requests in a row, as many as are ever sent in one go.
	 * @return a direct buffer, to be duplicated by each connection
	 */
	ByteBuffer requests() {
		// one more than are in flight: a write may begin in the middle of a request
		int count = this.depth + 1;
		ByteBuffer requests = ByteBuffer.allocateDirect(count * length());
		for (int i = 0; i < count; i++) {
			requests.put(this.request.duplicate());
		}
		return requests.flip();
	}

	private static String transformed(String text) {
		return text.toLowerCase(Locale.ROOT);
	}

	private static byte[] netstring(String payload) {
		byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
		return (bytes.length + ":" + payload + ",").getBytes(StandardCharsets.UTF_8);
	}

}
