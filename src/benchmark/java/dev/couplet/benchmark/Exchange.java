package dev.couplet.benchmark;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * A request and the expected reply, as bytes on the wire, and how clients send it.
 *
 * @param service the service to send it to
 * @param request the bytes of the request, to be read only through a duplicate
 * @param replies creates the reply checker of each connection
 * @param depth the number of requests in flight on a connection, at least 1
 * @param oneShot whether the server closes the connection after one exchange
 */
record Exchange(Service service, ByteBuffer request, Supplier<Replies> replies, int depth, boolean oneShot) {

	static final String POEM = "HERE IS MY POEM";

	private static final String RECIPE = "cummingsify";

	/**
	 * Creates a text of ASCII capitals.
	 * @param bytes the length
	 * @return the text
	 */
	static String text(int bytes) {
		String line = POEM + "\n";
		return line.repeat(bytes / line.length() + 1).substring(0, bytes);
	}

	/**
	 * Creates an exchange that connects, sends one request and reads to the end.
	 * @param text the text to transform
	 * @return the exchange
	 */
	static Exchange oneShot(String text) {
		byte[] reply = netstring(transformed(text));
		return new Exchange(Service.NETSTRING, ByteBuffer.wrap(netstring(RECIPE + "." + text)),
				() -> new ExactReplies(reply), 1, true);
	}

	/**
	 * Creates an exchange that repeats a request on one connection.
	 * @param text the text to transform
	 * @param depth the number of requests in flight
	 * @return the exchange
	 */
	static Exchange session(String text, int depth) {
		return session(RECIPE, text, depth);
	}

	/**
	 * Creates an exchange that repeats a request on one connection.
	 * @param recipe a recipe whose result is the text in lower case
	 * @param text the text to transform
	 * @param depth the number of requests in flight
	 * @return the exchange
	 */
	static Exchange session(String recipe, String text, int depth) {
		byte[] reply = netstring("OK " + transformed(text));
		return new Exchange(Service.SOCKETMAP, ByteBuffer.wrap(netstring(recipe + " " + text)),
				() -> new ExactReplies(reply), depth, false);
	}

	/**
	 * Creates an exchange that repeats a request over HTTP/1.1.
	 * @param text the text to transform
	 * @return the exchange
	 */
	static Exchange http(String text) {
		return post("/transforms/" + RECIPE, "text/plain;charset=UTF-8", text, transformed(text));
	}

	/**
	 * Creates an exchange that pings a server of MCP over HTTP/1.1.
	 * @return the exchange
	 */
	static Exchange mcp() {
		return post("/mcp", "application/json", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}",
				"{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}");
	}

	private static Exchange post(String path, String type, String text, String reply) {
		byte[] body = text.getBytes(StandardCharsets.UTF_8);
		byte[] expected = reply.getBytes(StandardCharsets.UTF_8);
		byte[] request = ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type
				+ "\r\nAccept: */*\r\nContent-Length: " + body.length + "\r\n\r\n" + text)
			.getBytes(StandardCharsets.UTF_8);
		return new Exchange(Service.HTTP, ByteBuffer.wrap(request), () -> new HttpReplies(expected), 1, false);
	}

	/**
	 * Returns the length of the request.
	 * @return bytes
	 */
	int length() {
		return this.request.remaining();
	}

	/**
	 * Returns as many requests as are sent in one write at most.
	 * @return a direct buffer, to be duplicated by each connection
	 */
	ByteBuffer requests() {
		// one more than are in flight, because a write can start in the middle of a
		// request
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
