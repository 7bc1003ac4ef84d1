package dev.couplet.simulation;

import java.util.PriorityQueue;

/**
 * Virtual time, in seconds, and the events in it. Events at the same time happen in the
 * order in which they were added, so that a run is the same every time.
 */
final class Timeline {

	private final PriorityQueue<Event> events = new PriorityQueue<>();

	private double now;

	private long added;

	/**
	 * Returns the current time.
	 * @return seconds since the start
	 */
	double now() {
		return this.now;
	}

	/**
	 * Adds an event.
	 * @param delay seconds from now, at least 0
	 * @param action what happens
	 */
	void after(double delay, Runnable action) {
		this.events.add(new Event(this.now + delay, this.added++, action));
	}

	/**
	 * Adds an event that is repeated for ever.
	 * @param delay seconds from now to the first time
	 * @param period seconds between two times
	 * @param action what happens
	 */
	void every(double delay, double period, Runnable action) {
		after(delay, () -> {
			action.run();
			every(period, period, action);
		});
	}

	/**
	 * Lets all events up to a time happen.
	 * @param end seconds since the start
	 */
	void runUntil(double end) {
		Event next = this.events.peek();
		while (next != null && next.time <= end) {
			this.events.remove();
			this.now = next.time;
			next.action.run();
			next = this.events.peek();
		}
		this.now = end;
	}

	/**
	 * An event.
	 *
	 * @param time when it happens
	 * @param number the number of events that were added before
	 * @param action what happens
	 */
	private record Event(double time, long number, Runnable action) implements Comparable<Event> {

		@Override
		public int compareTo(Event other) {
			int byTime = Double.compare(this.time, other.time);
			return (byTime != 0) ? byTime : Long.compare(this.number, other.number);
		}

	}

}
