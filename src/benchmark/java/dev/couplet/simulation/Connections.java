package dev.couplet.simulation;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * The connections of a port, one for each request. A raw port closes one more than the
 * limit at once, as {@code dev.couplet.tcp.ConnectionLimit} does; over HTTP, it waits in
 * the backlog of Tomcat's socket, and is refused if that is full.
 */
final class Connections {

	private final int limit;

	private final int backlog;

	private final Queue<Runnable> waiting = new ArrayDeque<>();

	private int open;

	/**
	 * Creates the connections of a port.
	 * @param limit the maximum number
	 * @param backlog the maximum number of those that wait
	 */
	Connections(int limit, int backlog) {
		this.limit = limit;
		this.backlog = backlog;
	}

	/**
	 * Opens a connection, now or later.
	 * @param opened called when it is open
	 * @param refused called instead if it is refused
	 */
	void open(Runnable opened, Runnable refused) {
		if (this.open < this.limit) {
			this.open++;
			opened.run();
		}
		else if (this.waiting.size() < this.backlog) {
			this.waiting.add(opened);
		}
		else {
			refused.run();
		}
	}

	void close() {
		Runnable next = this.waiting.poll();
		if (next != null) {
			next.run();
		}
		else {
			this.open--;
		}
	}

}
