package dev.couplet.benchmark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

import org.jspecify.annotations.Nullable;

/**
 * A client of a load, with one connection at a time. It never blocks; the load calls it
 * when its socket is ready.
 */
final class LoadClient {

	private final Exchange exchange;

	private final InetSocketAddress server;

	private final Tally tally;

	private final ByteBuffer requests;

	private final ByteBuffer received;

	private final Replies replies;

	/** The start times of the exchanges in flight, in a ring buffer. */
	private final long[] begun;

	private @Nullable SocketChannel channel;

	private @Nullable SelectionKey key;

	private int oldest;

	private int inFlight;

	private long unsent;

	/**
	 * Creates a client.
	 * @param exchange the exchange to repeat
	 * @param server the address of the server
	 * @param tally counts exchanges and failures
	 * @param requests the requests of the exchange, shared by all clients
	 * @param received a direct buffer to read into, shared by all clients
	 */
	LoadClient(Exchange exchange, InetSocketAddress server, Tally tally, ByteBuffer requests, ByteBuffer received) {
		this.exchange = exchange;
		this.server = server;
		this.tally = tally;
		this.requests = requests.duplicate();
		this.received = received;
		this.replies = exchange.replies().get();
		this.begun = new long[exchange.depth()];
	}

	/**
	 * Opens a connection and sends the first requests.
	 * @param selector the selector to register with
	 */
	void connect(Selector selector) {
		this.replies.reset();
		this.oldest = 0;
		this.inFlight = 0;
		this.unsent = 0;
		this.requests.position(0);
		begin(this.exchange.depth());
		try {
			SocketChannel opened = SocketChannel.open();
			this.channel = opened;
			opened.configureBlocking(false);
			opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
			// on the loopback interface the second call completes the connection
			boolean connected = opened.connect(this.server) || opened.finishConnect();
			this.key = opened.register(selector, connected ? SelectionKey.OP_READ : SelectionKey.OP_CONNECT, this);
			if (connected) {
				send(opened, this.key);
			}
		}
		catch (IOException ex) {
			this.tally.failed(ex);
			close();
		}
	}

	/**
	 * Reads and writes as far as the socket is ready.
	 */
	void ready() {
		SocketChannel current = this.channel;
		SelectionKey registered = this.key;
		if (current == null || registered == null) {
			return;
		}
		try {
			if (registered.isConnectable()) {
				current.finishConnect();
			}
			if (registered.isReadable()) {
				receive(current);
			}
			if (this.channel != null) {
				send(current, registered);
			}
		}
		catch (WrongReplyException ex) {
			this.tally.failed(Failure.WRONG);
			close();
		}
		catch (IOException ex) {
			this.tally.failed(ex);
			close();
		}
	}

	private void receive(SocketChannel current) throws IOException, WrongReplyException {
		int count;
		do {
			count = current.read(this.received.clear());
			if (count > 0) {
				completed(this.replies.take(this.received.flip()));
			}
		}
		// the end of the stream often arrives with the reply, which saves a selection
		while (count == this.received.capacity() || (count > 0 && this.exchange.oneShot()));
		if (count < 0) {
			ended();
		}
	}

	private void completed(int count) throws WrongReplyException {
		if (count > this.inFlight) {
			throw new WrongReplyException("there are more replies than requests");
		}
		if (this.exchange.oneShot()) {
			// the exchange ends when the server has closed the connection
			this.inFlight -= count;
			return;
		}
		long now = System.nanoTime();
		for (int i = 0; i < count; i++) {
			this.tally.exchanged(now - this.begun[this.oldest]);
			this.oldest = (this.oldest + 1) % this.begun.length;
		}
		this.inFlight -= count;
		if (!this.replies.ending()) {
			begin(count);
		}
	}

	private void ended() {
		boolean answered = this.inFlight == 0 && this.replies.between();
		if (answered && this.exchange.oneShot()) {
			this.tally.exchanged(System.nanoTime() - this.begun[0]);
		}
		else if (!answered || !this.replies.ending()) {
			this.tally.failed(Failure.CUT);
		}
		close();
	}

	private void begin(int count) {
		if (count == 0) {
			return;
		}
		long now = System.nanoTime();
		for (int i = 0; i < count; i++) {
			this.begun[(this.oldest + this.inFlight) % this.begun.length] = now;
			this.inFlight++;
		}
		this.unsent += (long) count * this.exchange.length();
	}

	private void send(SocketChannel current, SelectionKey registered) throws IOException {
		if (this.unsent > 0) {
			int start = this.requests.position();
			this.requests.limit((int) Math.min(start + this.unsent, this.requests.capacity()));
			this.unsent -= current.write(this.requests);
			this.requests.position(this.requests.position() % this.exchange.length());
		}
		int operations = (this.unsent > 0) ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ;
		if (registered.interestOps() != operations) {
			registered.interestOps(operations);
		}
	}

	boolean isConnected() {
		return this.channel != null;
	}

	/**
	 * Resets the connection: after a close, its port would be unavailable for a minute.
	 * @param since exchanges in flight that started before this time are failures
	 */
	void abort(long since) {
		SocketChannel current = this.channel;
		if (current != null) {
			if (this.inFlight > 0 && this.begun[this.oldest] - since < 0) {
				this.tally.failed(Failure.SILENT);
			}
			try {
				current.setOption(StandardSocketOptions.SO_LINGER, 0);
			}
			catch (IOException ex) {
				// closed by the server, so the port is free anyway
			}
			close();
		}
	}

	private void close() {
		try (SocketChannel _ = this.channel) {
			this.channel = null;
			this.key = null;
		}
		catch (IOException ex) {
			// nothing else can be done
		}
	}

}
