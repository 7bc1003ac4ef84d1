package dev.couplet.client;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

import dev.couplet.netstring.NetstringCodec;

/**
 * A server that runs a script for each connection, well-behaved or not.
 */
public final class FakeServer implements AutoCloseable {

	private final ServerSocket socket;

	private final Thread thread;

	private FakeServer(ServerSocket socket, Script script) {
		this.socket = socket;
		this.thread = Thread.ofVirtual().unstarted(() -> run(script));
	}

	public static FakeServer start(Script script) {
		try {
			FakeServer server = new FakeServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), script);
			server.thread.start();
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Starts a server that reads a request, sends a reply, and closes the connection.
	 */
	public static FakeServer replying(byte[] reply) {
		return start((client) -> {
			readRequest(client);
			client.getOutputStream().write(reply);
		});
	}

	public static FakeServer replying(String reply) {
		return replying(reply.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Starts a server that reads a request, sends its value back, the last byte first,
	 * and closes the connection.
	 */
	public static FakeServer reversing() {
		return start((client) -> {
			byte[] request = readBytes(client);
			int start = 0;
			while (request[start] != '.') {
				start++;
			}
			byte[] value = new byte[request.length - start - 1];
			for (int i = 0; i < value.length; i++) {
				value[i] = request[request.length - 1 - i];
			}
			new NetstringCodec(0).write(value, client.getOutputStream());
		});
	}

	/**
	 * Starts a server that sends a poem and closes the connection.
	 */
	public static FakeServer sending(String poem) {
		return start((client) -> send(client, poem));
	}

	/**
	 * Starts a server that only performs the TLS handshake.
	 * @param context the TLS context with the server's certificate
	 */
	public static FakeServer overTls(SSLContext context) {
		return start((client) -> acceptTls(client, context));
	}

	/**
	 * Performs the TLS handshake with a client.
	 */
	public static void acceptTls(Socket client, SSLContext context) throws IOException {
		SSLSocket secured = (SSLSocket) context.getSocketFactory().createSocket(client, null, true);
		secured.startHandshake();
	}

	private void run(Script script) {
		while (!this.socket.isClosed()) {
			try {
				Socket client = this.socket.accept();
				Thread.startVirtualThread(() -> serve(client, script));
			}
			catch (IOException ex) {
				// the test has ended
			}
		}
	}

	private static void serve(Socket client, Script script) {
		try (client) {
			client.setTcpNoDelay(true);
			script.serve(client);
		}
		catch (IOException ex) {
			// the client has disconnected
		}
	}

	public static String readRequest(Socket client) throws IOException {
		return new String(readBytes(client), StandardCharsets.UTF_8);
	}

	/**
	 * Reads a request whose value need not be a text.
	 */
	public static byte[] readBytes(Socket client) throws IOException {
		InputStream input = new BufferedInputStream(client.getInputStream());
		byte[] request = new NetstringCodec(Integer.MAX_VALUE).read(input);
		if (request == null) {
			throw new EOFException();
		}
		return request;
	}

	public static void send(Socket client, String text) throws IOException {
		client.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Sends one byte at a time.
	 * @param pause the pause between bytes, may be zero
	 */
	public static void drip(Socket client, String bytes, Duration pause) throws IOException {
		OutputStream output = client.getOutputStream();
		for (byte next : bytes.getBytes(StandardCharsets.UTF_8)) {
			output.write(next);
			if (pause.isPositive()) {
				await(client, pause);
			}
		}
	}

	/**
	 * Waits until the client closes the connection or the time is up.
	 */
	public static void await(Socket client, Duration time) throws IOException {
		client.setSoTimeout(Math.toIntExact(time.toMillis()));
		try {
			client.getInputStream().readAllBytes();
		}
		catch (SocketTimeoutException ex) {
			// expected
		}
	}

	/**
	 * Waits for a latch that the test releases.
	 */
	public static void await(CountDownLatch latch) throws IOException {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IOException(ex);
		}
	}

	public static void reset(Socket client) throws IOException {
		client.setSoLinger(true, 0);
		client.close();
	}

	public ServerAddress address() {
		return new ServerAddress("localhost", port());
	}

	public int port() {
		return this.socket.getLocalPort();
	}

	/**
	 * Stops listening. After it returns, no connection is accepted.
	 */
	@Override
	public void close() {
		try {
			this.socket.close();
			this.thread.join();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Serves one client. The connection is closed afterwards.
	 */
	@FunctionalInterface
	public interface Script {

		void serve(Socket client) throws IOException;

	}

}
