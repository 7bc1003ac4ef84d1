package dev.couplet;

import java.lang.Thread.UncaughtExceptionHandler;

import dev.couplet.transform.LoggableFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the process when a thread has died of an error of the virtual machine, for want of
 * memory above all. A server without one of its threads would not serve, and would not
 * say so either; one that has ended is started again. Nothing here needs memory, another
 * thread, or a log that could block.
 */
final class LastResort implements UncaughtExceptionHandler {

	/**
	 * The same as that of {@code -XX:+ExitOnOutOfMemoryError}.
	 */
	private static final int STATUS = 3;

	private static final Logger logger = LoggerFactory.getLogger(LastResort.class);

	private final Runtime runtime = Runtime.getRuntime();

	/**
	 * Makes the handler, and loads what it needs: when it is called, there may be no
	 * memory for that.
	 */
	LastResort() {
		isFatal(new OutOfMemoryError());
	}

	@Override
	public void uncaughtException(Thread thread, Throwable error) {
		if (isFatal(error)) {
			this.runtime.halt(STATUS);
		}
		logger.error("A thread has ended", LoggableFailure.of(error));
	}

	// a stack that is too deep is the fault of one request
	private static boolean isFatal(Throwable error) {
		return error instanceof VirtualMachineError && !(error instanceof StackOverflowError);
	}

}
