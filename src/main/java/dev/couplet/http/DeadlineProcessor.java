package dev.couplet.http;

import java.io.IOException;

import dev.couplet.transform.FailureReason;
import org.apache.coyote.Request;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * Reads a request for as long as its time is not up, and counts it where its head does
 * not arrive. (What becomes of a body, its reader knows.)
 */
final class DeadlineProcessor extends Http11Processor {

	// Tomcat's own are below 9
	private static final int NOTE = 10;

	private static final long NOT_BEGUN = -1;

	private final RequestDeadline deadline;

	// the begin of the last request whose head was read to its end
	private long headReceived = NOT_BEGUN;

	DeadlineProcessor(DeadlineProtocol protocol, RequestDeadline deadline) {
		super(protocol, protocol.getAdapter());
		this.deadline = deadline;
		this.request.setNote(NOTE, this);
	}

	/**
	 * Takes note of a request whose head has been read.
	 * @param request the request
	 * @return what reads it; null where requests have no deadline
	 */
	static @Nullable DeadlineProcessor headReceived(Request request) {
		if (!(request.getNote(NOTE) instanceof DeadlineProcessor processor)) {
			return null;
		}
		processor.headReceived = request.getStartTimeNanos();
		return processor;
	}

	/**
	 * Makes the next read of the request wait for no longer than its time allows.
	 * @return whether there is any left
	 */
	boolean allowNextRead() {
		return this.deadline.allowNextRead(getSocketWrapper(), this.request.getStartTimeNanos());
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
		SocketState state = super.service(socket);
		if (!isHeadUnderWay()) {
			return state;
		}
		if (state == SocketState.CLOSED) {
			this.deadline.failed().count(FailureReason.VANISHED);
			return state;
		}
		if (!allowNextRead()) {
			this.deadline.failed().count(FailureReason.REQUEST_TIMEOUT);
			return SocketState.CLOSED;
		}
		// with OPEN Tomcat would forget since when there are empty lines before a request
		return SocketState.LONG;
	}

	@Override
	public SocketState process(SocketWrapperBase<?> socket, SocketEvent event) throws IOException {
		if (event == SocketEvent.ERROR && isHeadUnderWay()) {
			this.deadline.failed().count(FailureReason.REQUEST_TIMEOUT);
		}
		return super.process(socket, event);
	}

	private boolean isHeadUnderWay() {
		long begun = this.request.getStartTimeNanos();
		return begun != NOT_BEGUN && begun != this.headReceived;
	}

}
