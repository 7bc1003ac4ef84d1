package dev.couplet.simulation;

import java.util.PriorityQueue;

import org.jspecify.annotations.Nullable;

/**
 * Processors that all running threads share equally, as those of the same priority do on
 * Linux: each has one of its own while there are enough, and the same part of all of them
 * otherwise. The instances of a machine can share one object.
 */
final class Processors {

	private final Timeline timeline;

	private final double count;

	private final PriorityQueue<Job> jobs = new PriorityQueue<>();

	// the work that each job has done that has run since the start
	private double progress;

	private double used;

	private double updated;

	private long added;

	private @Nullable Job next;

	private double nextRate;

	private long schedules;

	/**
	 * Creates processors.
	 * @param timeline the time
	 * @param count how many there are; not a whole number where other programs take a
	 * part of them
	 */
	Processors(Timeline timeline, double count) {
		this.timeline = timeline;
		this.count = count;
	}

	/**
	 * Runs work on a thread of its own.
	 * @param work seconds of processor time
	 * @param done called when it is done
	 */
	void run(double work, Runnable done) {
		update();
		this.jobs.add(new Job(this.progress + work, this.added++, done));
		schedule();
	}

	/**
	 * Returns the processor time that was used.
	 * @return seconds since the start
	 */
	double used() {
		update();
		return this.used;
	}

	private double rate() {
		return Math.min(1, this.count / this.jobs.size());
	}

	private void update() {
		double elapsed = this.timeline.now() - this.updated;
		this.updated = this.timeline.now();
		if (!this.jobs.isEmpty()) {
			double done = elapsed * rate();
			this.progress += done;
			this.used += done * this.jobs.size();
		}
	}

	private void schedule() {
		Job first = this.jobs.peek();
		if (first != null && (first != this.next || rate() != this.nextRate)) {
			this.next = first;
			this.nextRate = rate();
			long schedule = ++this.schedules;
			double left = Math.max(0, first.end - this.progress);
			this.timeline.after(left / rate(), () -> end(first, schedule));
		}
	}

	private void end(Job job, long schedule) {
		// otherwise the number of jobs has changed, and there is a later event
		if (schedule == this.schedules) {
			update();
			this.jobs.remove();
			schedule();
			job.done.run();
		}
	}

	/**
	 * Work of a thread.
	 */
	private static final class Job implements Comparable<Job> {

		private final double end;

		private final long number;

		private final Runnable done;

		/**
		 * Creates a job.
		 * @param end the progress at which it is done
		 * @param number the number of jobs that were added before
		 * @param done called when it is done
		 */
		Job(double end, long number, Runnable done) {
			this.end = end;
			this.number = number;
			this.done = done;
		}

		@Override
		public int compareTo(Job other) {
			int byEnd = Double.compare(this.end, other.end);
			return (byEnd != 0) ? byEnd : Long.compare(this.number, other.number);
		}

	}

}
