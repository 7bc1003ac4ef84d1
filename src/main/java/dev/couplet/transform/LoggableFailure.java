package dev.couplet.transform;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * A copy of an exception that is safe to log. It has the class names and stack frames,
 * but no messages, because a message may quote the caller's text. At most 64 frames of
 * each exception and 8 exceptions of a chain are kept.
 */
public final class LoggableFailure extends Exception {

	private static final long serialVersionUID = 1L;

	private static final int MAX_FRAMES = 64;

	private static final int MAX_CAUSES = 8;

	private LoggableFailure(Throwable failure, @Nullable Throwable cause) {
		super(failure.getClass().getName(), cause);
		StackTraceElement[] frames = failure.getStackTrace();
		setStackTrace(Arrays.copyOf(frames, Math.min(frames.length, MAX_FRAMES)));
	}

	/**
	 * Copies an exception and its causes without their messages.
	 * @param failure the exception, or null
	 * @return the copy, or null for null
	 */
	public static @Nullable LoggableFailure of(@Nullable Throwable failure) {
		return of(failure, MAX_CAUSES);
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
