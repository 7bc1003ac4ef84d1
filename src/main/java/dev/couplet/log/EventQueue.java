package dev.couplet.log;

import java.util.ArrayDeque;
import java.util.Queue;

import ch.qos.logback.classic.spi.ILoggingEvent;
import org.jspecify.annotations.Nullable;

/**
 * The queue of log events between the threads that log and the thread that writes. Adding
 * an event never blocks. When the queue is full, events are dropped and counted until it
 * has been emptied, so that the log misses one contiguous range of events and not single
 * ones.
 */
final class EventQueue {

	private final int capacity;

	private final Queue<ILoggingEvent> events;

	// dropped in completed gaps
	private long dropped;

	// dropped in the current gap
	private long gap;

	private boolean closed;

	/**
	 * Creates a queue.
	 * @param capacity the maximum number of events
	 */
	EventQueue(int capacity) {
		this.capacity = capacity;
		this.events = new ArrayDeque<>(capacity);
	}

	/**
	 * Adds an event, or drops it if the queue is full.
	 * @param event the event, which must not change any more
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
	 * Counts an event as dropped that was taken but could not be written.
	 */
	synchronized void drop() {
		this.gap++;
	}

	/**
	 * Takes the next event, waiting for it if necessary. Ignores interrupts.
	 * @return the event, or null if the queue is closed and empty
	 */
	synchronized @Nullable ILoggingEvent take() {
		while (this.events.isEmpty() && !this.closed) {
			try {
				wait();
			}
			catch (InterruptedException ex) {
				// the interrupt came from an appender; logging continues
			}
		}
		return this.events.poll();
	}

	/**
	 * Ends the current gap, if there is one and the queue is empty.
	 * @return the number of events dropped in the gap, 0 if no gap has ended
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
	 * Closes the queue: no more events will be added.
	 */
	synchronized void close() {
		this.closed = true;
		notifyAll();
	}

	/**
	 * Returns how many events have been dropped.
	 * @return the number of events
	 */
	synchronized long dropped() {
		return this.dropped + this.gap;
	}

}
