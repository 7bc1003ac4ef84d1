package dev.couplet.tcp;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A connection and what is served on it, by whichever thread.
 */
final class ServedConnection {

	private final Connection connection;

	private final ConnectionHandler.Session session;

	private final Set<ServedConnection> open;

	private final ConnectionFailures failures;

	private volatile @Nullable SelectionKey key;

	private boolean over;

	/**
	 * Makes one, and counts it among the open ones until it is closed.
	 * @param connection the connection
	 * @param handler what serves it
	 * @param open those that are open
	 * @param failures told of what goes wrong
	 */
	ServedConnection(Connection connection, ConnectionHandler handler, Set<ServedConnection> open,
			ConnectionFailures failures) {
		this.connection = connection;
		this.session = handler.open(connection);
		this.open = open;
		this.failures = failures;
		open.add(this);
	}

	/**
	 * Serves what there is to serve without waiting.
	 * @param buffers the loop's
	 * @return how the connection goes on
	 */
	Next serveInLoop(LoopBuffers buffers) {
		if (!this.connection.isForLoop()) {
			return Next.LEAVE_LOOP;
		}
		try {
			return takeTurn(buffers);
		}
		catch (RuntimeException | Error ex) {
			// for want of memory to keep what is left of the turn
			abandon(ex);
			return Next.CLOSED;
		}
	}

	private Next takeTurn(LoopBuffers buffers) {
		try {
			if (this.connection.beginTurn(buffers)) {
				this.session.serve();
			}
		}
		catch (WouldBlockException ex) {
			return this.connection.endTurn() ? Next.STAY_IN_LOOP : Next.LEAVE_LOOP;
		}
		catch (IOException | RuntimeException | Error ex) {
			this.failures.serving(this.connection, ex);
		}
		this.over = true;
		return closeInLoop();
	}

	private Next closeInLoop() {
		try {
			if (!this.connection.closeAtOnce()) {
				this.connection.endTurn();
				return Next.LEAVE_LOOP;
			}
		}
		catch (IOException ex) {
			// the client is gone already
		}
		abandon();
		return Next.CLOSED;
	}

	/**
	 * Stays in the loop until there is more to serve.
	 * @param selector the loop's
	 * @throws IOException where the connection broke
	 */
	void awaitMore(Selector selector) throws IOException {
		if (this.key == null) {
			this.connection.sendWithoutDelay();
			this.key = this.connection.channel().register(selector, SelectionKey.OP_READ, this);
		}
	}

	/**
	 * Wants no more of the loop.
	 * @return whether the loop is done with it already; otherwise it will be, after it
	 * has looked at its connections the next time
	 */
	boolean leaveLoop() {
		SelectionKey current = this.key;
		if (current != null) {
			current.cancel();
		}
		return !this.connection.channel().isRegistered();
	}

	/**
	 * Goes on outside of a loop, on a thread that may wait for the client.
	 */
	void serveOnThread() {
		try {
			Thread.startVirtualThread(this::serveToTheEnd);
		}
		catch (Error ex) {
			// for want of memory
			abandon(ex);
		}
	}

	private void serveToTheEnd() {
		try {
			this.connection.leaveLoop();
			if (!this.over) {
				this.session.serve();
			}
		}
		catch (IOException | RuntimeException | Error ex) {
			this.failures.serving(this.connection, ex);
		}
		finally {
			this.connection.close();
			abandon();
		}
	}

	/**
	 * Closes the connection where the client is late. Called by the listener's thread.
	 * @param now {@link System#nanoTime()}
	 */
	void closeIfLate(long now) {
		Deadline missed = this.connection.closeIfLate(now);
		if (missed != null) {
			this.failures.late(missed);
			forgetInLoop();
		}
	}

	/**
	 * Closes the connection where no request has begun. Called by the listener's thread
	 * when the server shuts down.
	 * @param now {@link System#nanoTime()}
	 */
	void closeIfIdle(long now) {
		if (this.connection.closeIfIdle(now)) {
			forgetInLoop();
		}
	}

	private void forgetInLoop() {
		SelectionKey current = this.key;
		if (current != null && this.connection.isInLoop()) {
			// nobody else will: a loop hears nothing of a connection that was closed
			abandon();
			// the system's descriptor is free when the loop has heard it all the same
			current.selector().wakeup();
		}
	}

	/**
	 * Closes the connection because it cannot go on.
	 * @param failure what happened
	 */
	void abandon(Throwable failure) {
		this.failures.serving(this.connection, failure);
		abandon();
	}

	/**
	 * Closes the connection, whatever it is doing.
	 */
	void abandon() {
		this.connection.closeNow();
		if (this.open.remove(this)) {
			this.session.closed();
		}
	}

	/**
	 * How a connection goes on after a turn in a loop.
	 */
	enum Next {

		/** All is sent, and no request has begun. */
		STAY_IN_LOOP,

		/** It has to wait for the client. */
		LEAVE_LOOP,

		/** It does not. */
		CLOSED

	}

}
