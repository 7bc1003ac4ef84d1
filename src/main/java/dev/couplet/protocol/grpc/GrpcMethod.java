package dev.couplet.protocol.grpc;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import dev.couplet.transform.ExpensiveWork;
import dev.couplet.transform.MemoryReservation;
import dev.couplet.transform.RequestBudget;
import dev.couplet.transform.TransformException;

/**
 * A method with one request and one response.
 *
 * @param <W> the work
 */
interface GrpcMethod<W extends ExpensiveWork> {

	/**
	 * Decodes a request, and prepares its work.
	 * @param request the message
	 * @param budget the budget of the request
	 * @param memory the memory of the request
	 * @param arrived when the request had arrived, from {@link System#nanoTime()}
	 * @return the work, which has not begun to run
	 * @throws InvalidProtocolBufferException if it is not a message of the type
	 * @throws TransformException if the request is refused
	 */
	W begin(byte[] request, RequestBudget budget, MemoryReservation memory, long arrived)
			throws InvalidProtocolBufferException;

	/**
	 * Encodes the result.
	 * @param work the work, which has ended
	 * @return the response
	 * @throws TransformException if the work has failed
	 */
	MessageLite response(W work);

}
