package dev.couplet.protocol.http.tomcat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;

import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SecureNioChannel;

/**
 * Closes a connection without losing the last response. If there is unread input, a plain
 * close makes the kernel send a reset, which can destroy the response before the client
 * reads it.
 *
 * <p>
 * It relies on this internal of Tomcat: closing a TLS channel sends a close_notify and
 * leaves the socket open.
 */
final class BlockingLingeringClose {

	private static final Duration LINGER = Duration.ofSeconds(1);

	private static final Duration FIRST_PAUSE = Duration.ofMillis(2);

	private static final int BUFFER_SIZE = 4 * 1024;

	private BlockingLingeringClose() {
	}

	/**
	 * Shuts the output down, and discards input until the client closes, for a limited
	 * time. The caller must still close the socket.
	 * @param channel the connection
	 */
	static void prepare(NioChannel channel) {
		SocketChannel socket = channel.getIOChannel();
		if (socket == null) {
			// already closed
			return;
		}
		try {
			if (channel instanceof SecureNioChannel secure) {
				secure.close();
			}
			socket.shutdownOutput();
			discard(socket);
		}
		catch (IOException ex) {
			// the client has disconnected: no response can be lost any more
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void discard(SocketChannel socket) throws IOException, InterruptedException {
		ByteBuffer discarded = ByteBuffer.allocate(BUFFER_SIZE);
		long start = System.nanoTime();
		Duration pause = FIRST_PAUSE;
		int read = 0;
		while (read >= 0 && System.nanoTime() - start < LINGER.toNanos()) {
			if (read == 0) {
				Thread.sleep(pause);
				pause = pause.multipliedBy(2);
			}
			read = socket.read(discarded.clear());
		}
	}

}
