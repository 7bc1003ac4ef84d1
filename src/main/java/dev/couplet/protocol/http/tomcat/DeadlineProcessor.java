package dev.couplet.protocol.http.tomcat;

import java.io.IOException;

import dev.couplet.endpoint.FailureReason;
import org.apache.coyote.Request;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Serves one connection at a time. Counts a request whose head does not arrive (what
 * becomes of a body, its reader knows), and closes the connection so that the last answer
 * is not lost.
 *
 * <p>
 * Of Tomcat's internals it relies on these: the time at which a request began is set with
 * its first byte and reset when it is answered; and a connection is closed where
 * {@link #process} says so.
 */
final class DeadlineProcessor extends Http11Processor {

	// Tomcat's own are below 9
	private static final int NOTE = 10;

	private static final long NOT_BEGUN = -1;

	private final RequestTimeouts timeouts;

	// the begin of the last request whose head was read to its end
	private long headReceived = NOT_BEGUN;

	private boolean askedToContinue;

	private int served;

	DeadlineProcessor(DeadlineProtocol protocol, RequestTimeouts timeouts) {
		super(protocol, protocol.getAdapter());
		this.timeouts = timeouts;
		this.request.setNote(NOTE, this);
	}

	/**
	 * The processor of a request.
	 * @param request the request
	 * @return what serves it
	 */
	static DeadlineProcessor of(Request request) {
		return (DeadlineProcessor) request.getNote(NOTE);
	}

	/**
	 * How many requests of the connection have been served since it came from the poller.
	 * @return at least 1 while a request is served
	 */
	int served() {
		return this.served;
	}

	/**
	 * Takes note of a request whose head has been read.
	 * @param request the request
	 * @return what serves it
	 */
	static DeadlineProcessor headReceived(Request request) {
		DeadlineProcessor processor = of(request);
		processor.served++;
		processor.headReceived = request.getStartTimeNanos();
		processor.askedToContinue = request.hasExpectation();
		return processor;
	}

	/**
	 * Tells whether the client has left while its request is being served. Looks at the
	 * connection, so only the thread may ask that serves the request, when it has read
	 * the body.
	 * @return whether it has closed its connection, or at least ended what it sends: HTTP
	 * has no use for that before the answer
	 */
	boolean isClientGone() {
		try {
			// reads ahead into the buffer for the next request, and fails at the end
			getSocketWrapper().isReadyForRead();
			return false;
		}
		catch (IOException ex) {
			return true;
		}
	}

	/**
	 * Tells whether a request has begun to arrive and is not answered. Seen late by
	 * another thread, which has to look again.
	 * @return whether it has
	 */
	boolean hasRequest() {
		return this.request.getStartTimeNanos() != NOT_BEGUN;
	}

	@Override
	public SocketState service(SocketWrapperBase<?> socket) throws IOException {
		DeadlineSocket connection = (DeadlineSocket) socket;
		connection.receive(this.request);
		this.served = 0;
		SocketState state = super.service(socket);
		if (!isHeadUnderWay()) {
			return state;
		}
		if (state == SocketState.CLOSED) {
			this.timeouts.failed().count(FailureReason.VANISHED);
			return state;
		}
		connection.begin(this.request.getStartTimeNanos());
		if (!connection.allowWait()) {
			this.timeouts.failed().count(FailureReason.REQUEST_TIMEOUT);
			return SocketState.CLOSED;
		}
		// with OPEN Tomcat would forget since when there are empty lines before a request
		return SocketState.LONG;
	}

	@Override
	public SocketState process(SocketWrapperBase<?> socket, SocketEvent event) throws IOException {
		if (event == SocketEvent.ERROR && isHeadUnderWay()) {
			this.timeouts.failed().count(FailureReason.REQUEST_TIMEOUT);
		}
		SocketState state = super.process(socket, event);
		DeadlineSocket connection = (DeadlineSocket) socket;
		boolean closing = state == SocketState.CLOSED;
		boolean spent = !closing && connection.isSpent();
		if (spent || (closing && event == SocketEvent.OPEN_READ && isAnswerAtRisk(connection))) {
			BlockingLingeringClose.prepare(connection.getSocket());
		}
		return spent ? SocketState.CLOSED : state;
	}

	// where the body was refused, and where requests follow that nobody reads
	private boolean isAnswerAtRisk(DeadlineSocket connection) {
		return getErrorState().isIoAllowed()
				&& (getErrorState().isError() || this.askedToContinue || connection.hasUnread());
	}

	private boolean isHeadUnderWay() {
		long begun = this.request.getStartTimeNanos();
		return begun != NOT_BEGUN && begun != this.headReceived;
	}

}
