package dev.couplet.soak;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Clients that violate the protocol, and must be disconnected.
 */
final class BadVisits {

	private static final List<String> MALFORMED = List.of("GET / HTTP/1.1\r\n\r\n", "01:a,", "3:abc;", "-1:a,", ":,",
			"99999999999:", "\u0016\u0003\u0001\u0002", "6:nosuch,", "8:nosuch.x,");

	private static final int LIMIT = 1 << 20;

	private static final int PIECE = 64 * 1024;

	private final SoakServer server;

	BadVisits(SoakServer server) {
		this.server = server;
	}

	void malformedNetstring() throws IOException {
		try (Socket socket = this.server.connect("netstring")) {
			send(socket, any(MALFORMED));
			expect(answer(socket).isEmpty(), "a reply to a malformed request");
		}
	}

	void malformedHttp() throws IOException {
		try (Socket socket = this.server.connect("http")) {
			send(socket, "POST\u0001 / HTTP/9\r\n\r\n");
			expect(answer(socket).startsWith("HTTP/1.1 "), "no answer over HTTP");
		}
	}

	void malformedGrpc() throws IOException {
		try (Socket socket = this.server.connect("grpc")) {
			send(socket, any(MALFORMED));
			answer(socket);
		}
	}

	void malformedMcp() throws IOException {
		try (Socket socket = this.server.connect("http")) {
			send(socket, "POST /mcp HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
					+ "Content-Type: application/json\r\nContent-Length: 12\r\n\r\n{\"jsonrpc\":[");
			expect(answer(socket).startsWith("HTTP/1.1 400 "), "a malformed message is not refused");
		}
	}

	void refused() throws IOException {
		try (Socket socket = this.server.connect("socketmap")) {
			send(socket, "8:nosuch x,15:base64-decode !,16:indent=101 \n\n\n\n\n,");
			socket.shutdownOutput();
			String answer = answer(socket);
			expect(answer.split(":PERM ", -1).length == 4, "not three refusals");
		}
	}

	void resetInRequest() throws IOException {
		try (Socket socket = this.server.connect(any(List.of("netstring", "socketmap", "http")))) {
			send(socket, any(
					List.of("1000:cummingsify.HERE", "100", "POST /transforms/trim HTTP/1.1\r\nHost: localhost\r\n")));
			socket.setSoLinger(true, 0);
		}
	}

	void resetInPoem() throws IOException {
		try (Socket socket = this.server.connect("poem-2")) {
			expect(socket.getInputStream().read() >= 0, "no poem");
			socket.setSoLinger(true, 0);
		}
	}

	void idle() throws IOException {
		try (Socket socket = this.server.connect(any(List.of("netstring", "socketmap")))) {
			expect(answer(socket).isEmpty(), "a reply without a request");
		}
	}

	void drip() throws IOException, InterruptedException {
		try (Socket socket = this.server.connect(any(List.of("netstring", "socketmap")))) {
			long start = System.nanoTime();
			send(socket, "1000:");
			while (System.nanoTime() - start < SoakServer.TIMEOUT.toNanos()) {
				Thread.sleep(200);
				socket.getOutputStream().write('x');
			}
		}
		catch (IOException ex) {
			// disconnected, as expected
			return;
		}
		throw new IOException("a slow request does not time out");
	}

	void neverReads() throws IOException, InterruptedException {
		try (Socket socket = this.server.connect("socketmap")) {
			String request = "1048580:trim " + "x".repeat(1_048_575) + ",";
			long start = System.nanoTime();
			while (System.nanoTime() - start < SoakServer.TIMEOUT.toNanos()) {
				send(socket, request);
			}
		}
		catch (IOException ex) {
			// disconnected, as expected
			return;
		}
		throw new IOException("a client that does not read does not time out");
	}

	void oversized() throws IOException {
		try (Socket socket = this.server.connect("netstring")) {
			send(socket, "2000000:trim.");
			expect(answer(socket).isEmpty(), "a reply to an oversized request");
		}
		try (Socket socket = this.server.connect("socketmap")) {
			send(socket, "2000000:trim ");
			expect(answer(socket).contains(":PERM "), "an oversized request is not refused");
		}
	}

	void oversizedHttp() throws IOException {
		try (Socket socket = this.server.connect("http")) {
			send(socket, "POST /transforms/trim HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
					+ (LIMIT + PIECE) + "\r\n\r\n");
			String piece = "x".repeat(PIECE);
			for (int sent = 0; sent < LIMIT + PIECE; sent += PIECE) {
				send(socket, piece);
			}
			expect(answer(socket).startsWith("HTTP/1.1 413 "), "an oversized request is not refused");
		}
	}

	private static <T> T any(List<T> choices) {
		return choices.get(ThreadLocalRandom.current().nextInt(choices.size()));
	}

	private static void send(Socket socket, String text) throws IOException {
		socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
	}

	// reads until the server closes the connection, which is required; a reset is
	// accepted too
	private static String answer(Socket socket) throws IOException {
		StringBuilder answer = new StringBuilder();
		try {
			for (int next = socket.getInputStream().read(); next >= 0; next = socket.getInputStream().read()) {
				answer.append((char) next);
			}
		}
		catch (SocketTimeoutException ex) {
			throw new IOException("not closed in time", ex);
		}
		catch (IOException ex) {
			// closed
		}
		return answer.toString();
	}

	private static void expect(boolean condition, String otherwise) throws IOException {
		if (!condition) {
			throw new IOException(otherwise);
		}
	}

}
