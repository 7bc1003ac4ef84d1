package dev.couplet.protocol.http.tomcat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;

import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SecureNioChannel;

/**
 * Ends a connection so that its last answer is not lost. At a plain close with something
 * unread the kernel sends a reset, which may overtake the answer.
 *
 * <p>
 * Of Tomcat's internals it relies on this: to close a channel with TLS says so to the
 * client, and leaves the socket open.
 */
final class BlockingLingeringClose {

	private static final Duration LINGER = Duration.ofSeconds(1);

	private static final Duration FIRST_PAUSE = Duration.ofMillis(2);

	private static final int DISCARDED_AT_ONCE = 4 * 1024;

	private BlockingLingeringClose() {
	}

	/**
	 * Ends what is sent, and discards what still arrives until the client closes, for a
	 * bounded time. The socket is still to be closed.
	 * @param channel the connection
	 */
	static void prepare(NioChannel channel) {
		SocketChannel socket = channel.getIOChannel();
		if (socket == null) {
			// closed already
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
			// the client did not wait for us: nothing is left to be lost
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void discard(SocketChannel socket) throws IOException, InterruptedException {
		ByteBuffer discarded = ByteBuffer.allocate(DISCARDED_AT_ONCE);
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
