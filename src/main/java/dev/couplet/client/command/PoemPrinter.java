package dev.couplet.client.command;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * Prints poems in order, each as soon as it is its turn, and what went wrong with them.
 */
final class PoemPrinter {

	private static final long PROGRESS_INTERVAL_MILLIS = 100;

	private final Console console;

	private final LongSupplier bytesArrived;

	private final ProgressLine progress;

	private String before = "";

	PoemPrinter(Console console, LongSupplier bytesArrived) {
		this.console = console;
		this.bytesArrived = bytesArrived;
		this.progress = new ProgressLine(console.errors());
	}

	/**
	 * Prints all poems.
	 * @param outcomes what becomes of them, in the order to print them in
	 * @return whether nothing went wrong
	 * @throws IOException where standard output takes no more
	 * @throws InterruptedException where the thread is interrupted
	 */
	boolean print(List<Future<PoemOutcome>> outcomes) throws IOException, InterruptedException {
		boolean allWell = true;
		for (Future<PoemOutcome> outcome : outcomes) {
			allWell &= print(await(outcome, outcomes));
		}
		return allWell;
	}

	private PoemOutcome await(Future<PoemOutcome> outcome, List<Future<PoemOutcome>> outcomes)
			throws InterruptedException {
		try {
			while (true) {
				try {
					return outcome.get(PROGRESS_INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
				}
				catch (TimeoutException ex) {
					this.progress.show(describe(outcomes));
				}
			}
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("a download has no failure of its own", ex);
		}
		finally {
			this.progress.wipe();
		}
	}

	private String describe(List<Future<PoemOutcome>> outcomes) {
		long done = outcomes.stream().filter(Future::isDone).count();
		return done + " of " + outcomes.size() + " poems, " + this.bytesArrived.getAsLong() + " bytes";
	}

	private boolean print(PoemOutcome outcome) throws IOException {
		String poem = outcome.poem();
		if (poem != null) {
			this.console.print(separator() + poem);
			this.before = poem;
		}
		String complaint = outcome.complaint();
		if (complaint != null) {
			this.console.complain(complaint);
		}
		return complaint == null;
	}

	private String separator() {
		if (this.before.isEmpty()) {
			return "";
		}
		return this.before.endsWith("\n") ? "\n" : "\n\n";
	}

}
