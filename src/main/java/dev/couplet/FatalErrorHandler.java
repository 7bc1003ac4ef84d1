package dev.couplet;

import java.lang.Thread.UncaughtExceptionHandler;

import dev.couplet.transform.LoggableFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the process when a thread dies of a VirtualMachineError, above all of an
 * OutOfMemoryError. A server that has lost a thread would stop serving without a sign of
 * it; a process that has ended is restarted. The handler allocates nothing, needs no
 * other thread, and does not log, which could block.
 */
final class FatalErrorHandler implements UncaughtExceptionHandler {

	/**
	 * The exit status, the same as that of {@code -XX:+ExitOnOutOfMemoryError}.
	 */
	private static final int STATUS = 3;

	private static final Logger logger = LoggerFactory.getLogger(FatalErrorHandler.class);

	private final Runtime runtime = Runtime.getRuntime();

	/**
	 * Creates the handler, and loads the classes that it needs: when it is called, there
	 * may be no memory to load them.
	 */
	FatalErrorHandler() {
		isFatal(new OutOfMemoryError());
	}

	@Override
	public void uncaughtException(Thread thread, Throwable error) {
		if (isFatal(error)) {
			this.runtime.halt(STATUS);
		}
		logger.error("A thread ended with an uncaught exception", LoggableFailure.of(error));
	}

	// a stack overflow affects one request only
	private static boolean isFatal(Throwable error) {
		return error instanceof VirtualMachineError && !(error instanceof StackOverflowError);
	}

}
