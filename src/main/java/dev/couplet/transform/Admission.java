package dev.couplet.transform;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Keeps large texts from taking every processor. A transform runs on the thread of its
 * request and does not yield, so as many large ones as there are processors would hold up
 * everybody else; they leave one to the others, and wait for their turn, but not for
 * ever.
 */
final class Admission {

	/**
	 * From which length on, in UTF-16 code units, a text is large: below, a transform
	 * takes well under a tenth of a second.
	 */
	private static final int LARGE = 128 * 1024;

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final Semaphore turns;

	private final Duration patience;

	Admission() {
		this(Math.max(1, Runtime.getRuntime().availableProcessors() - 1), PATIENCE);
	}

	Admission(int turns, Duration patience) {
		this.turns = new Semaphore(turns, true);
		this.patience = patience;
	}

	/**
	 * Runs some work, in its turn where its text is large.
	 * @param length the text's length in UTF-16 code units
	 * @param work the work
	 * @return what the work gives
	 * @throws UnavailableException where its turn did not come in time
	 */
	String run(int length, Supplier<String> work) {
		if (length < LARGE) {
			return work.get();
		}
		awaitTurn();
		try {
			return work.get();
		}
		finally {
			this.turns.release();
		}
	}

	private void awaitTurn() {
		try {
			if (this.turns.tryAcquire(this.patience.toNanos(), TimeUnit.NANOSECONDS)) {
				return;
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		throw new UnavailableException("the server is overloaded");
	}

}
