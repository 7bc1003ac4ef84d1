package dev.couplet.transform;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * A failure as it may be logged: classes and frames. Its messages are left out, because a
 * message may quote the caller's text, and the frames are cut where a stack overflowed.
 */
public final class LoggableFailure extends Exception {

	private static final long serialVersionUID = 1L;

	private static final int MOST_FRAMES = 64;

	private static final int MOST_CAUSES = 8;

	private LoggableFailure(Throwable failure, @Nullable Throwable cause) {
		super(failure.getClass().getName(), cause);
		StackTraceElement[] frames = failure.getStackTrace();
		setStackTrace(Arrays.copyOf(frames, Math.min(frames.length, MOST_FRAMES)));
	}

	/**
	 * Strips a failure.
	 * @param failure what happened
	 * @return the same, fit for a log; null where there is nothing
	 */
	public static @Nullable LoggableFailure of(@Nullable Throwable failure) {
		return of(failure, MOST_CAUSES);
	}

	private static @Nullable LoggableFailure of(@Nullable Throwable failure, int causes) {
		if (failure == null || causes == 0) {
			return null;
		}
		return new LoggableFailure(failure, of(failure.getCause(), causes - 1));
	}

	@Override
	public synchronized Throwable fillInStackTrace() {
		return this;
	}

}
