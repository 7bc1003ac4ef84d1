package dev.couplet;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * A client with a plain socket. Reads time out, so that a server that never replies fails
 * the test.
 */
public final class SocketClient implements AutoCloseable {

	private static final int TIMEOUT_MILLIS = 20_000;

	private final Socket socket;

	private SocketClient(Socket socket) {
		this.socket = socket;
	}

	public static SocketClient connect(int port) {
		return connect(port, new Socket());
	}

	/**
	 * Connects with a small receive buffer, so that the server soon notices that this
	 * client does not read.
	 */
	public static SocketClient connectWithReceiveBuffer(int port, int bytes) {
		try {
			Socket socket = new Socket();
			socket.setReceiveBufferSize(bytes);
			return connect(port, socket);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Connects to a Unix domain socket.
	 */
	public static SocketClient connect(Path path) {
		try {
			Socket socket = UnixSocket.connect(path);
			socket.setSoTimeout(TIMEOUT_MILLIS);
			return new SocketClient(socket);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static SocketClient connect(int port, Socket socket) {
		try {
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
			socket.setSoTimeout(TIMEOUT_MILLIS);
			socket.setTcpNoDelay(true);
			return new SocketClient(socket);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Connects with TLS. The handshake takes place when the first byte is sent or read.
	 * @param protocols the protocol versions to offer, or none for the defaults
	 */
	public static SocketClient connect(int port, SSLContext context, String... protocols) {
		try {
			SSLSocket socket = (SSLSocket) context.getSocketFactory()
				.createSocket(InetAddress.getLoopbackAddress(), port);
			socket.setSoTimeout(TIMEOUT_MILLIS);
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
	 * Performs one exchange: connects, sends, and reads until the server closes.
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
	 * Sends as much as the server accepts. A server that refuses a request may close
	 * before it has read all of it.
	 */
	public SocketClient sendWhileOpen(byte[] bytes) {
		// if the connection is closed, the reply is still to be read
		isOpenFor(bytes);
		return this;
	}

	/**
	 * Sends bytes, and returns whether the server accepted them.
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

	public SocketClient sendNetstring(String payload) {
		return send(netstring(payload));
	}

	/**
	 * Encodes a text as a netstring in UTF-8.
	 */
	public static String netstring(String payload) {
		return payload.getBytes(StandardCharsets.UTF_8).length + ":" + payload + ",";
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
	 * Reads the number of bytes that the expected text has, or fewer if the server closes
	 * before that.
	 */
	public String read(int bytes) {
		return new String(readBytes(bytes), StandardCharsets.UTF_8);
	}

	private byte[] readBytes(int maxLength) {
		try {
			return this.socket.getInputStream().readNBytes(maxLength);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Reads one netstring.
	 * @return its payload; throws an exception if the connection is closed before its end
	 */
	public String readNetstring() {
		StringBuilder length = new StringBuilder();
		for (String next = readAll(1); !next.equals(":"); next = readAll(1)) {
			length.append(next);
		}
		String payload = readAll(Integer.parseInt(length.toString()));
		readAll(1);
		return payload;
	}

	private String readAll(int bytes) {
		String text = read(bytes);
		if (bytes > 0 && text.isEmpty()) {
			throw new UncheckedIOException(new EOFException("closed before the end of a netstring"));
		}
		return text;
	}

	/**
	 * Reads until the server closes the connection. A reset causes an exception.
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
	 * Resets the connection.
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
