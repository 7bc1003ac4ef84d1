package dev.couplet.tcp;

import java.io.IOException;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that accepts clients, waits for all of them, and serves the requests that
 * are there at once, one after another: a small request costs no switch of threads.
 * Whatever would have to wait for a client leaves the loop for a virtual thread.
 *
 * <p>
 * A request that takes long does not hold up the others for long: the listener's thread
 * looks from time to time, and where the loop is still at the request of the last look,
 * another thread becomes the loop, and the first ends with that request.
 */
final class EventLoop {

	private static final Logger logger = LoggerFactory.getLogger(EventLoop.class);

	private static final int MOST_ACCEPTED_IN_A_ROW = 64;

	/**
	 * Waking a thread costs its waker microseconds, and a client on the same machine is
	 * who pays. Under load the next request comes within these looks, some 20
	 * microseconds in all. A single processor has something better to do meanwhile.
	 */
	private static final int LOOKS_BEFORE_SLEEP = (Runtime.getRuntime().availableProcessors() > 1) ? 50 : 0;

	/**
	 * Before it goes on after a failure, so that one that stays does not flood the log.
	 */
	private static final Duration PAUSE = Duration.ofSeconds(1);

	private final String name;

	private final Acceptor acceptor;

	private final Selector selector;

	private final SelectionKey accepting;

	// belongs to the thread that is the loop
	private final Queue<SelectionKey> ready = new ArrayDeque<>();

	private final Queue<ServedConnection> leaving = new ConcurrentLinkedQueue<>();

	// whoever sets it back to null is the loop from then on
	private final AtomicReference<@Nullable ServedConnection> served = new AtomicReference<>();

	private final AtomicLong turns = new AtomicLong();

	private long turnsAtLastLook;

	// whether the loop is at a request for too long, and no thread has taken over yet
	private boolean vacant;

	private volatile boolean stopped;

	/**
	 * Makes a loop, which has yet to be started.
	 * @param name the name of its threads
	 * @param acceptor accepts clients
	 * @throws IOException where there is no file descriptor for it
	 */
	EventLoop(String name, Acceptor acceptor) throws IOException {
		this.name = name;
		this.acceptor = acceptor;
		this.selector = Selector.open();
		this.accepting = acceptor.register(this.selector);
	}

	void start() {
		LoopBuffers buffers = new LoopBuffers();
		Thread.ofPlatform().daemon().name(this.name).start(() -> run(buffers));
	}

	/**
	 * Lets go of the port, as soon as the request is answered that the loop is at.
	 */
	void stopAccepting() {
		this.accepting.cancel();
		this.selector.wakeup();
	}

	/**
	 * Ends the loop, after the request that it is at. Connections that rest in it are not
	 * its to close.
	 */
	void stop() {
		this.stopped = true;
		this.selector.wakeup();
	}

	/**
	 * Called by the listener's thread from time to time. Has another thread take over
	 * where the loop has been at one request since the last call, and has accepting tried
	 * again where it failed.
	 */
	void look() {
		long now = this.turns.get();
		ServedConnection current = this.served.get();
		if (current != null && now == this.turnsAtLastLook && this.served.compareAndSet(current, null)) {
			current.leaveLoop();
			this.vacant = true;
		}
		this.turnsAtLastLook = now;
		if (this.acceptor.isFailing()) {
			acceptAgain();
		}
		if (this.vacant) {
			// may fail for want of memory, and is tried again at the next look then
			start();
			this.vacant = false;
		}
	}

	private void acceptAgain() {
		try {
			this.accepting.interestOps(SelectionKey.OP_ACCEPT);
			this.selector.wakeup();
		}
		catch (CancelledKeyException ex) {
			// the listener stops
		}
	}

	private void run(LoopBuffers buffers) {
		boolean theLoop = true;
		while (theLoop && !this.stopped) {
			try {
				SelectionKey key = this.ready.poll();
				if (key == null) {
					select();
				}
				else {
					theLoop = serve(key, buffers);
				}
			}
			catch (IOException | RuntimeException | Error ex) {
				// for want of memory, say, which must not end the listener
				logger.warn("The loop {} failed, and goes on: {}", this.name, ex.getClass().getName());
				LockSupport.parkNanos(PAUSE.toNanos());
			}
		}
		if (theLoop) {
			close();
		}
	}

	private void close() {
		try {
			this.selector.close();
		}
		catch (IOException ex) {
			logger.debug("Closing the loop {} failed", this.name, ex);
		}
	}

	private void select() throws IOException {
		int found = 0;
		for (int i = 0; found == 0 && i < LOOKS_BEFORE_SLEEP; i++) {
			found = this.selector.selectNow(this.ready::add);
		}
		if (found == 0 && this.leaving.isEmpty()) {
			this.selector.select(this.ready::add);
		}
		for (int i = this.leaving.size(); i > 0; i--) {
			leave(this.leaving.remove());
		}
	}

	private boolean serve(SelectionKey key, LoopBuffers buffers) {
		if (key.attachment() instanceof ServedConnection connection) {
			return !key.isValid() || serve(connection, buffers);
		}
		for (int i = 0; i < MOST_ACCEPTED_IN_A_ROW; i++) {
			ServedConnection accepted = this.acceptor.accept();
			if (accepted == null) {
				pauseIfFailing();
				break;
			}
			if (!serve(accepted, buffers)) {
				return false;
			}
		}
		return true;
	}

	private void pauseIfFailing() {
		if (this.acceptor.isFailing() && this.accepting.isValid()) {
			this.accepting.interestOps(0);
		}
	}

	private boolean serve(ServedConnection connection, LoopBuffers buffers) {
		this.turns.incrementAndGet();
		this.served.set(connection);
		ServedConnection.Next next = connection.serveInLoop(buffers);
		boolean stillTheLoop = this.served.compareAndSet(connection, null);
		switch (next) {
			case STAY_IN_LOOP -> {
				if (stillTheLoop) {
					stay(connection);
				}
				else {
					leave(connection);
				}
			}
			case LEAVE_LOOP -> leave(connection);
			case CLOSED -> {
			}
		}
		return stillTheLoop;
	}

	private void stay(ServedConnection connection) {
		try {
			connection.awaitMore(this.selector);
		}
		catch (IOException ex) {
			connection.abandon(ex);
		}
	}

	private void leave(ServedConnection connection) {
		if (connection.leaveLoop()) {
			connection.serveOnThread();
		}
		else {
			this.leaving.add(connection);
			this.selector.wakeup();
		}
	}

}
