package dev.couplet.log;

import java.util.ArrayDeque;
import java.util.Queue;

import ch.qos.logback.classic.spi.ILoggingEvent;
import org.jspecify.annotations.Nullable;

/**
 * Events of the log between the threads that log and the one that writes. Nobody waits to
 * add one. Once the queue is full, events are dropped and counted until all that it holds
 * is taken: a gap, so that the log lacks one piece and not single lines all over.
 */
final class EventQueue {

	private final int capacity;

	private final Queue<ILoggingEvent> events;

	// dropped in the gaps that have ended
	private long dropped;

	// dropped in the gap that has not ended
	private long gap;

	private boolean closed;

	/**
	 * Makes a queue.
	 * @param capacity the most events that it holds
	 */
	EventQueue(int capacity) {
		this.capacity = capacity;
		this.events = new ArrayDeque<>(capacity);
	}

	/**
	 * Adds an event, or drops it.
	 * @param event the event, which nobody changes any more
	 */
	synchronized void add(ILoggingEvent event) {
		boolean inGap = this.gap > 0 && !this.events.isEmpty();
		if (inGap || this.events.size() == this.capacity) {
			drop();
			return;
		}
		this.events.add(event);
		notifyAll();
	}

	/**
	 * Counts an event that was taken and could not be written as one of a gap.
	 */
	synchronized void drop() {
		this.gap++;
	}

	/**
	 * Waits for the next event.
	 * @return the event; null where the queue is closed and all of it is taken
	 */
	synchronized @Nullable ILoggingEvent take() {
		while (this.events.isEmpty() && !this.closed) {
			try {
				wait();
			}
			catch (InterruptedException ex) {
				// not ours: an appender's, and the log goes on
			}
		}
		return this.events.poll();
	}

	/**
	 * Ends a gap, if there is one and everything before it is taken.
	 * @return how many events are missing in it; 0 where no gap has ended
	 */
	synchronized long endGap() {
		if (!this.events.isEmpty()) {
			return 0;
		}
		long missing = this.gap;
		this.dropped += missing;
		this.gap = 0;
		return missing;
	}

	/**
	 * Lets whoever takes events know that there will be no more.
	 */
	synchronized void close() {
		this.closed = true;
		notifyAll();
	}

	/**
	 * Counts what is missing in the log.
	 * @return how many events were dropped so far
	 */
	synchronized long dropped() {
		return this.dropped + this.gap;
	}

}
