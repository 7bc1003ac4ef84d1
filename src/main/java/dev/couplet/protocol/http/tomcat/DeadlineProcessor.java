package dev.couplet.protocol.http.tomcat;

import java.io.IOException;

import dev.couplet.endpoint.FailureReason;
import org.apache.coyote.Request;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Serves one connection at a time. It counts requests whose header section does not
 * arrive completely (the reader of a body counts those that fail later), and closes
 * connections without losing the last response.
 *
 * <p>
 * It relies on these internals of Tomcat: the start time of a request is set with its
 * first byte and reset after the response; and the result of {@link #process} decides
 * whether a connection is closed.
 */
final class DeadlineProcessor extends Http11Processor {

	// Tomcat uses notes below 9
	private static final int NOTE = 10;

	private static final long NOT_BEGUN = -1;

	private final RequestTimeouts timeouts;

	// the start time of the last request whose header section is complete
	private long headersReceived = NOT_BEGUN;

	private boolean expectsContinue;

	private int served;

	DeadlineProcessor(DeadlineProtocol protocol, RequestTimeouts timeouts) {
		super(protocol, new NullByteAdapter(protocol.getAdapter()));
		this.timeouts = timeouts;
		this.request.setNote(NOTE, this);
	}

	/**
	 * Returns the processor of a request.
	 * @param request the request
	 * @return the processor that serves it
	 */
	static DeadlineProcessor of(Request request) {
		return (DeadlineProcessor) request.getNote(NOTE);
	}

	/**
	 * Returns how many requests of the connection have been served since the poller
	 * dispatched it.
	 * @return at least 1 while a request is served
	 */
	int served() {
		return this.served;
	}

	/**
	 * Records that the header section of a request has been read.
	 * @param request the request
	 * @return the processor that serves it
	 */
	static DeadlineProcessor headersReceived(Request request) {
		DeadlineProcessor processor = of(request);
		processor.served++;
		processor.headersReceived = request.getStartTimeNanos();
		processor.expectsContinue = request.hasExpectation();
		return processor;
	}

	/**
	 * Returns whether the client has disconnected while its request is being served. To
	 * be called on the thread that serves the request, after the body has been read.
	 * @return whether it has closed or half-closed the connection, which an HTTP client
	 * does not do before the response
	 */
	boolean isClientGone() {
		try {
			// reads ahead into the buffer for the next request, and fails at the end of
			// the stream
			getSocketWrapper().isReadyForRead();
			return false;
		}
		catch (IOException ex) {
			return true;
		}
	}

	/**
	 * Returns whether a request has started to arrive and has not been answered. Another
	 * thread may see a stale value and must call this repeatedly.
	 * @return whether there is such a request
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
		if (!isReadingHeaders()) {
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
		// with OPEN, Tomcat would reset the start time after empty lines before a request
		return SocketState.LONG;
	}

	@Override
	public SocketState process(SocketWrapperBase<?> socket, SocketEvent event) throws IOException {
		if (event == SocketEvent.ERROR && isReadingHeaders()) {
			this.timeouts.failed().count(FailureReason.REQUEST_TIMEOUT);
		}
		SocketState state = super.process(socket, event);
		DeadlineSocket connection = (DeadlineSocket) socket;
		boolean closing = state == SocketState.CLOSED;
		boolean mustClose = !closing && connection.mustClose();
		if (mustClose || (closing && event == SocketEvent.OPEN_READ && needsLingeringClose(connection))) {
			BlockingLingeringClose.prepare(connection.getSocket());
		}
		return mustClose ? SocketState.CLOSED : state;
	}

	// if the body was refused, or there are further requests that are not read
	private boolean needsLingeringClose(DeadlineSocket connection) {
		return getErrorState().isIoAllowed()
				&& (getErrorState().isError() || this.expectsContinue || connection.hasUnread());
	}

	private boolean isReadingHeaders() {
		long begun = this.request.getStartTimeNanos();
		return begun != NOT_BEGUN && begun != this.headersReceived;
	}

}
