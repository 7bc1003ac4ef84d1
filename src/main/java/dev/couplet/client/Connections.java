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
 * Connects to servers.
 */
final class Connections {

	private Connections() {
	}

	/**
	 * Connects to the first of a host's addresses that lets us in.
	 * @param server the server
	 * @param timeout for all addresses together; the look-up of the name has the timeouts
	 * of the system
	 * @return an open socket
	 * @throws UnreachableServerException where no address lets us in
	 * @throws ServerTimeoutException where the time is up
	 * @throws InterruptedIOException where the thread was interrupted
	 */
	static Socket open(ServerAddress server, Duration timeout) throws IOException {
		long begun = System.nanoTime();
		IOException failure = new IOException("it has no address");
		for (InetAddress address : addresses(server)) {
			Duration left = timeout.minusNanos(System.nanoTime() - begun);
			if (left.toMillis() <= 0) {
				throw late(server);
			}
			try {
				return open(new InetSocketAddress(address, server.port()), left);
			}
			catch (SocketTimeoutException ex) {
				throw late(server);
			}
			catch (IOException ex) {
				failWhereInterrupted();
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
			throw new UnreachableServerException(server, "cannot be reached: there is no host of that name");
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

	private static ServerTimeoutException late(ServerAddress server) {
		return new ServerTimeoutException(server, "did not let us connect in time");
	}

	/**
	 * A socket breaks when its virtual thread is interrupted; that is nothing that the
	 * server has done.
	 * @throws InterruptedIOException where the thread was interrupted
	 */
	static void failWhereInterrupted() throws InterruptedIOException {
		if (Thread.currentThread().isInterrupted()) {
			throw new InterruptedIOException("interrupted");
		}
	}

	/**
	 * A timeout as sockets take it.
	 * @param timeout more than 0
	 * @return at least 1, because 0 would be "none"
	 */
	static int milliseconds(Duration timeout) {
		return Math.clamp(timeout.toMillis(), 1, Integer.MAX_VALUE);
	}

	/**
	 * Checks a timeout.
	 * @param timeout what a caller has set
	 * @return the same
	 * @throws IllegalArgumentException where it is not more than 0
	 */
	static Duration checked(Duration timeout) {
		if (!timeout.isPositive()) {
			throw new IllegalArgumentException("a timeout is more than 0");
		}
		return timeout;
	}

}
