package dev.couplet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * A client with a socket in its hand. Reads give up after a while, so that a server that
 * never answers fails the test.
 */
public final class SocketClient implements AutoCloseable {

	private static final int PATIENCE_MILLIS = 20_000;

	private final Socket socket;

	private SocketClient(Socket socket) {
		this.socket = socket;
	}

	public static SocketClient connect(int port) {
		try {
			Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
			socket.setSoTimeout(PATIENCE_MILLIS);
			socket.setTcpNoDelay(true);
			return new SocketClient(socket);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Connects with TLS. The handshake takes place with the first byte that is sent or
	 * read.
	 * @param protocols those that the client speaks, or none for its defaults
	 */
	public static SocketClient connect(int port, SSLContext context, String... protocols) {
		try {
			SSLSocket socket = (SSLSocket) context.getSocketFactory()
				.createSocket(InetAddress.getLoopbackAddress(), port);
			socket.setSoTimeout(PATIENCE_MILLIS);
			socket.setTcpNoDelay(true);
			if (protocols.length > 0) {
				socket.setEnabledProtocols(protocols);
			}
			return new SocketClient(socket);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * One whole exchange: connect, send, and read until the server closes.
	 */
	public static String exchange(int port, String request) {
		try (SocketClient client = connect(port)) {
			return client.send(request).readToEnd();
		}
	}

	public SocketClient send(String text) {
		return send(text.getBytes(StandardCharsets.UTF_8));
	}

	public SocketClient send(byte[] bytes) {
		try {
			this.socket.getOutputStream().write(bytes);
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Sends as much as the server takes: one that refuses a request may close before it
	 * has all of it.
	 */
	public SocketClient sendWhileOpen(byte[] bytes) {
		// where it is closed, what the server has to say is still to be read
		isOpenFor(bytes);
		return this;
	}

	/**
	 * Sends bytes, and tells whether the server still took them.
	 */
	public boolean isOpenFor(byte[] bytes) {
		try {
			this.socket.getOutputStream().write(bytes);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	public SocketClient halfClose() {
		try {
			this.socket.shutdownOutput();
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Reads as many bytes as a text has that is expected, or fewer where the server
	 * closes before.
	 */
	public String read(int bytes) {
		try {
			return new String(this.socket.getInputStream().readNBytes(bytes), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Reads until the server closes in an orderly way; a reset is an exception.
	 */
	public byte[] readBytesToEnd() {
		try {
			return this.socket.getInputStream().readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public String readToEnd() {
		return new String(readBytesToEnd(), StandardCharsets.UTF_8);
	}

	/**
	 * Goes away without a word of farewell: the server gets a reset.
	 */
	public void reset() {
		try {
			this.socket.setSoLinger(true, 0);
			this.socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		try {
			this.socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
