package dev.couplet.client.command;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * Prints poems in order, each as soon as it and its predecessors are complete, and the
 * errors. An empty line separates two poems. Before and after one that is not a text in
 * UTF-8, nothing is added, so that the results of {@code gzip} are a valid gzip file.
 */
final class PoemPrinter {

	private static final long PROGRESS_INTERVAL_MILLIS = 100;

	private final Console console;

	private final LongSupplier bytesArrived;

	private final ProgressLine progress;

	private byte[] previous = {};

	PoemPrinter(Console console, LongSupplier bytesArrived) {
		this.console = console;
		this.bytesArrived = bytesArrived;
		this.progress = new ProgressLine(console.errors());
	}

	/**
	 * Prints all poems.
	 * @param outcomes the outcomes, in the order in which to print them
	 * @return whether there were no errors
	 * @throws IOException if standard output cannot be written
	 * @throws InterruptedException if the thread is interrupted
	 */
	boolean print(List<Future<PoemOutcome>> outcomes) throws IOException, InterruptedException {
		boolean successful = true;
		for (Future<PoemOutcome> outcome : outcomes) {
			successful &= print(await(outcome, outcomes));
		}
		return successful;
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
			throw new IllegalStateException("a download must not throw an exception", ex);
		}
		finally {
			this.progress.clear();
		}
	}

	private String describe(List<Future<PoemOutcome>> outcomes) {
		long done = outcomes.stream().filter(Future::isDone).count();
		return done + " of " + outcomes.size() + " poems, " + this.bytesArrived.getAsLong() + " bytes";
	}

	private boolean print(PoemOutcome outcome) throws IOException {
		byte[] poem = outcome.poem();
		if (poem != null) {
			this.console.print(separatorBefore(poem));
			this.console.print(poem);
			this.previous = poem;
		}
		String error = outcome.error();
		if (error != null) {
			this.console.printError(error);
		}
		return error == null;
	}

	private String separatorBefore(byte[] poem) {
		if (this.previous.length == 0 || !isText(this.previous) || !isText(poem)) {
			return "";
		}
		return (this.previous[this.previous.length - 1] == '\n') ? "\n" : "\n\n";
	}

	private static boolean isText(byte[] poem) {
		try {
			StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(poem));
			return true;
		}
		catch (CharacterCodingException ex) {
			return false;
		}
	}

}
