package dev.couplet.protocol.grpc;

import com.google.protobuf.Any;
import com.google.protobuf.Duration;
import com.google.rpc.BadRequest;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import com.google.rpc.Status;
import dev.couplet.endpoint.FailureReason;
import dev.couplet.protocol.grpc.v1.Failure;
import dev.couplet.transform.BadArgumentException;
import dev.couplet.transform.ClientGoneException;
import dev.couplet.transform.MalformedRecipeException;
import dev.couplet.transform.MalformedTextException;
import dev.couplet.transform.RemoteFailedException;
import dev.couplet.transform.RemoteTimeoutException;
import dev.couplet.transform.TooExpensiveException;
import dev.couplet.transform.TransformException;
import dev.couplet.transform.TransformFailedException;
import dev.couplet.transform.UnavailableException;
import dev.couplet.transform.UnknownTransformException;
import dev.couplet.transform.ValueRefusedException;
import dev.couplet.transform.ValueTooLargeException;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;

/**
 * Translates errors to {@code google.rpc.Status}, and to the errors in a stream.
 */
final class GrpcErrors {

	private static final String DOMAIN = "couplet";

	private static final String NEAR_NAMES = "nearNames";

	private GrpcErrors() {
	}

	/**
	 * Translates an error to the status of a call.
	 * @param error the error
	 * @return the status, with details
	 */
	static Status status(TransformException error) {
		Code code = code(error);
		ErrorInfo.Builder info = info(FailureReason.of(error));
		Status.Builder status = Status.newBuilder().setCode(code.getNumber()).setMessage(error.getMessage());
		switch (error) {
			case UnknownTransformException unknown -> {
				if (!unknown.nearNames().isEmpty()) {
					info.putMetadata(NEAR_NAMES, String.join(",", unknown.nearNames()));
				}
				status.addDetails(Any.pack(info.build()));
			}
			case MalformedRecipeException _,
					BadArgumentException _ ->
				status.addDetails(Any.pack(info.build()))
					.addDetails(Any.pack(BadRequest.newBuilder()
						.addFieldViolations(BadRequest.FieldViolation.newBuilder()
							.setField("recipe")
							.setReason(FailureReason.of(error).word())
							.setDescription(error.getMessage()))
						.build()));
			case UnavailableException unavailable -> status.addDetails(Any.pack(info.build()))
				.addDetails(Any.pack(RetryInfo.newBuilder().setRetryDelay(delay(unavailable)).build()));
			default -> status.addDetails(Any.pack(info.build()));
		}
		return status.build();
	}

	/**
	 * Creates the status of a call that has not come to the service.
	 * @param code the code
	 * @param reason the reason
	 * @param message what was wrong
	 * @return the status, with details
	 */
	static Status status(Code code, FailureReason reason, String message) {
		return Status.newBuilder()
			.setCode(code.getNumber())
			.setMessage(message)
			.addDetails(Any.pack(info(reason).build()))
			.build();
	}

	/**
	 * Ends a call with an error.
	 * @param call the call
	 * @param status the error
	 */
	static void close(ServerCall<?, ?> call, Status status) {
		StatusRuntimeException failure = StatusProto.toStatusRuntimeException(status);
		Metadata trailers = failure.getTrailers();
		call.close(failure.getStatus(), (trailers != null) ? trailers : new Metadata());
	}

	/**
	 * Translates an error to that of one request in a stream.
	 * @param error the error
	 * @return the message
	 */
	static Failure inStream(TransformException error) {
		Failure.Builder message = Failure.newBuilder()
			.setCode(code(error).getNumber())
			.setMessage(error.getMessage())
			.setReason(FailureReason.of(error).word());
		if (error instanceof UnknownTransformException unknown) {
			message.addAllNearNames(unknown.nearNames());
		}
		if (error instanceof UnavailableException unavailable) {
			message.setRetryDelay(delay(unavailable));
		}
		return message.build();
	}

	private static ErrorInfo.Builder info(FailureReason reason) {
		return ErrorInfo.newBuilder().setDomain(DOMAIN).setReason(reason.word());
	}

	private static Duration delay(UnavailableException error) {
		return Duration.newBuilder().setSeconds(error.retryAfter().toSeconds()).build();
	}

	private static Code code(TransformException error) {
		return switch (error) {
			case UnknownTransformException _ -> Code.NOT_FOUND;
			case MalformedRecipeException _, BadArgumentException _, MalformedTextException _,
					ValueRefusedException _ ->
				Code.INVALID_ARGUMENT;
			case ValueTooLargeException _, TooExpensiveException _ -> Code.RESOURCE_EXHAUSTED;
			case TransformFailedException _ -> Code.INTERNAL;
			case RemoteFailedException _, UnavailableException _ -> Code.UNAVAILABLE;
			case RemoteTimeoutException _ -> Code.DEADLINE_EXCEEDED;
			case ClientGoneException _ -> Code.CANCELLED;
		};
	}

}
