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
		tracer.opened(this);
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
	abstract void refuse(TransformException error);

	/**
	 * Ends the call as soon as no request of it is in flight, because the server shuts
	 * down.
	 */
	abstract void drain();

}
