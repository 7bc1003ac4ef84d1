package dev.couplet.benchmark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * Runs single exchanges and waits for the reply.
 */
final class Call {

	private static final int RECEIVE_BUFFER_SIZE = 4096;

	private Call() {
	}

	/**
	 * Opens a connection for one exchange.
	 * @param server the address of the server
	 * @param exchange the exchange
	 * @return false if the connection was refused
	 * @throws IOException if the reply is wrong
	 */
	static boolean isAnswered(InetSocketAddress server, Exchange exchange) throws IOException {
		try (SocketChannel channel = SocketChannel.open(server)) {
			make(channel, exchange);
			return true;
		}
		catch (WrongReplyException ex) {
			throw new IOException(ex);
		}
		catch (IOException ex) {
			return false;
		}
	}

	/**
	 * Sends one request and reads the reply, however long it takes.
	 * @param channel a blocking connection
	 * @param exchange the exchange
	 * @throws IOException if the connection fails or ends
	 * @throws WrongReplyException if the reply is wrong
	 */
	static void make(SocketChannel channel, Exchange exchange) throws IOException, WrongReplyException {
		ByteBuffer request = exchange.request().duplicate();
		while (request.hasRemaining()) {
			channel.write(request);
		}
		Replies replies = exchange.replies().get();
		ByteBuffer received = ByteBuffer.allocate(RECEIVE_BUFFER_SIZE);
		int completed = 0;
		while (completed == 0) {
			if (channel.read(received.clear()) < 0) {
				throw new IOException("the connection ends before the reply");
			}
			completed = replies.take(received.flip());
		}
	}

}
