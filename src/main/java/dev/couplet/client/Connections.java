package dev.couplet.client;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;

/**
 * Opens connections to servers, and says why one has failed.
 */
final class Connections {

	private Connections() {
	}

	/**
	 * Connects to the first of a host's addresses that accepts the connection.
	 * @param server the server
	 * @param timeout the timeout for all addresses together; name resolution has the
	 * timeouts of the system
	 * @return a connected socket
	 * @throws UnreachableServerException if no address accepts the connection
	 * @throws ServerTimeoutException if the timeout expires
	 * @throws InterruptedIOException if the thread was interrupted
	 */
	static Socket open(ServerAddress server, Duration timeout) throws IOException {
		long start = System.nanoTime();
		IOException failure = new IOException("the host has no address");
		for (InetAddress address : addresses(server)) {
			Duration remaining = timeout.minusNanos(System.nanoTime() - start);
			if (remaining.toMillis() <= 0) {
				throw timedOut(server);
			}
			try {
				return open(new InetSocketAddress(address, server.port()), remaining);
			}
			catch (SocketTimeoutException ex) {
				throw timedOut(server);
			}
			catch (IOException ex) {
				throwIfInterrupted();
				failure = ex;
			}
		}
		throw new UnreachableServerException(server, "cannot be reached: " + failure.getMessage());
	}

	private static InetAddress[] addresses(ServerAddress server) throws UnreachableServerException {
		try {
			return InetAddress.getAllByName(server.host());
		}
		catch (UnknownHostException ex) {
			throw new UnreachableServerException(server, "cannot be reached: unknown host");
		}
	}

	private static Socket open(InetSocketAddress address, Duration timeout) throws IOException {
		Socket socket = new Socket();
		try {
			socket.setTcpNoDelay(true);
			socket.connect(address, milliseconds(timeout));
			return socket;
		}
		catch (IOException ex) {
			socket.close();
			throw ex;
		}
	}

	private static ServerTimeoutException timedOut(ServerAddress server) {
		return new ServerTimeoutException(server, "did not accept the connection in time");
	}

	/**
	 * Converts a failure before the first byte of a reply.
	 * @param server the server
	 * @param failure the failure of a read or write
	 * @return an exception that says how the server ended the connection
	 */
	static ClientException refused(ServerAddress server, IOException failure) {
		String refusal = Tls.refusal(failure);
		return (refusal != null) ? new TlsException(server, refusal) : new RefusedException(server);
	}

	/**
	 * Throws an exception if this thread was interrupted. An interrupt closes the socket
	 * of a virtual thread, which must not be reported as a failure of the server.
	 * @throws InterruptedIOException if the thread was interrupted
	 */
	static void throwIfInterrupted() throws InterruptedIOException {
		if (Thread.currentThread().isInterrupted()) {
			throw new InterruptedIOException("interrupted");
		}
	}

	/**
	 * Converts a timeout to milliseconds, for a socket.
	 * @param timeout the timeout, greater than 0
	 * @return at least 1, because 0 means no timeout
	 */
	static int milliseconds(Duration timeout) {
		return Math.clamp(timeout.toMillis(), 1, Integer.MAX_VALUE);
	}

	/**
	 * Checks that a timeout is greater than 0.
	 * @param timeout the timeout
	 * @return the timeout
	 * @throws IllegalArgumentException if it is not greater than 0
	 */
	static Duration requirePositive(Duration timeout) {
		if (!timeout.isPositive()) {
			throw new IllegalArgumentException("a timeout must be greater than 0");
		}
		return timeout;
	}

}
