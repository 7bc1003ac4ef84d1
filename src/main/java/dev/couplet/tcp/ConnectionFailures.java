package dev.couplet.tcp;

import java.io.IOException;
import java.net.ProtocolException;

import javax.net.ssl.SSLException;

import dev.couplet.transform.FailedRequests;
import dev.couplet.transform.FailureReason;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What goes wrong with the connections of a listener: counted, and logged without
 * anything that a client sent. A client's mistake is of no interest to the operator, who
 * reads of it at DEBUG; ours is.
 */
final class ConnectionFailures {

	private static final Logger logger = LoggerFactory.getLogger(ConnectionFailures.class);

	private final String listener;

	private final FailedRequests counters;

	ConnectionFailures(String listener, FailedRequests counters) {
		this.listener = listener;
		this.counters = counters;
	}

	/**
	 * Takes note of what ended the serving of a connection.
	 * @param connection the connection
	 * @param failure what was thrown
	 */
	void serving(Connection connection, Throwable failure) {
		if (!(failure instanceof IOException)) {
			this.counters.count(FailureReason.SERVER_FAILED);
			// without its message, which could hold a caller's text
			logger.error("The {} listener failed to serve a connection: {}", this.listener,
					failure.getClass().getName());
		}
		else if (connection.isOpen()) {
			boolean malformed = failure instanceof ProtocolException || failure instanceof SSLException;
			FailureReason reason = malformed ? FailureReason.MALFORMED_REQUEST : FailureReason.VANISHED;
			this.counters.count(reason);
			logger.debug("A client of the {} listener broke the protocol or left: {}, {}", this.listener, reason.word(),
					failure.getClass().getName());
		}
		// otherwise it is the listener that closed it, which knows why
	}

	/**
	 * Takes note of a client that was cut off for being late.
	 * @param missed the deadline that it has missed
	 */
	void late(Deadline missed) {
		FailureReason reason = missed.lateness();
		if (reason != null) {
			this.counters.count(reason);
		}
		logger.debug("A client of the {} listener was late: {}", this.listener, describe(reason));
	}

	private static String describe(@Nullable FailureReason reason) {
		return (reason != null) ? reason.word() : "no request";
	}

}
