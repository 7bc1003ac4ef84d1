package dev.couplet.protocol.grpc;

import java.net.SocketAddress;

import com.google.protobuf.MessageLite;
import com.google.rpc.Code;
import com.google.rpc.Status;
import dev.couplet.endpoint.FailureReason;
import dev.couplet.transform.LoggableFailure;
import dev.couplet.transform.TransformException;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A call, from its headers to its status. Its methods are called by the event loop of the
 * connection, by the thread that runs a request, and by the one that watches timeouts,
 * and take the lock of the call.
 */
abstract class OpenCall extends ServerCall.Listener<byte[]> {

	private static final Logger logger = LoggerFactory.getLogger(OpenCall.class);

	private final ServerCall<byte[], MessageLite> call;

	private final CallTracer tracer;

	private boolean headersSent;

	private boolean closed;

	OpenCall(ServerCall<byte[], MessageLite> call, CallTracer tracer) {
		this.call = call;
		this.tracer = tracer;
	}

	/**
	 * Makes the call known to the drain, which may end it at once. Not in the
	 * constructor, because that of the subclass has not run then.
	 * @return the call
	 */
	final OpenCall opened() {
		this.tracer.opened(this);
		return this;
	}

	final CallTracer tracer() {
		return this.tracer;
	}

	final void request() {
		this.call.request(1);
	}

	final boolean isReady() {
		return this.call.isReady();
	}

	final boolean isClosed() {
		return this.closed;
	}

	/**
	 * Runs a request: here while it is cheap, and then on another thread. Called with the
	 * lock.
	 * @param request the request
	 */
	final void serve(GrpcRequest<?> request) {
		try {
			GrpcRequest.Outcome outcome = request.answer();
			if (outcome == null && !request.continueElsewhere(() -> replyElsewhere(request))) {
				outcome = request.answer();
			}
			if (outcome != null) {
				reply(outcome);
			}
		}
		catch (RuntimeException | Error ex) {
			failUnexpectedly(ex);
		}
	}

	private synchronized void replyElsewhere(GrpcRequest<?> request) {
		try {
			GrpcRequest.Outcome outcome = request.answer();
			if (outcome != null) {
				reply(outcome);
			}
		}
		catch (RuntimeException | Error ex) {
			failUnexpectedly(ex);
		}
	}

	/**
	 * Replies to a request. Called with the lock.
	 * @param outcome what has become of it
	 */
	abstract void reply(GrpcRequest.Outcome outcome);

	/**
	 * Sends a response.
	 * @param response the message
	 */
	final void send(MessageLite response) {
		if (!this.closed) {
			if (!this.headersSent) {
				this.headersSent = true;
				this.call.sendHeaders(new Metadata());
			}
			this.tracer.sending(response.getSerializedSize());
			this.call.sendMessage(response);
		}
	}

	/**
	 * Ends the call with success.
	 */
	final void end() {
		if (!this.closed) {
			this.closed = true;
			this.call.close(io.grpc.Status.OK, new Metadata());
		}
	}

	/**
	 * Ends the call with an error.
	 * @param error the error
	 */
	final void fail(TransformException error) {
		fail(GrpcErrors.status(error));
	}

	final void fail(Code code, FailureReason reason, String message) {
		fail(GrpcErrors.status(code, reason, message));
	}

	private void fail(Status status) {
		if (!this.closed) {
			this.closed = true;
			GrpcErrors.close(this.call, status);
		}
	}

	/**
	 * Ends the call because the server has failed. Nothing of the request is logged.
	 * @param failure the failure
	 */
	final void failUnexpectedly(Throwable failure) {
		logger.error("A gRPC call failed", LoggableFailure.of(failure));
		this.tracer.count(FailureReason.SERVER_FAILED);
		fail(Code.INTERNAL, FailureReason.SERVER_FAILED, "the server failed to process the request");
	}

	/**
	 * Returns the address of the other end of the connection.
	 * @return the address, or null if it is unknown
	 */
	final @Nullable SocketAddress client() {
		return this.call.getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR);
	}

	/**
	 * Refuses the request that is arriving, for lack of memory.
	 * @param error the error
	 */
	final synchronized void refuse(TransformException error) {
		fail(error);
	}

	/**
	 * Ends the call because its request takes too long to arrive.
	 */
	final synchronized void timeOut() {
		if (!this.closed) {
			this.tracer.count(FailureReason.REQUEST_TIMEOUT);
			fail(Code.DEADLINE_EXCEEDED, FailureReason.REQUEST_TIMEOUT, "the request was not received in time");
		}
	}

	/**
	 * Ends the call as soon as no request of it is in flight, because the server shuts
	 * down.
	 */
	abstract void drain();

}
