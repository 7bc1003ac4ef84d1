package dev.couplet.benchmark;

import dev.couplet.protocol.grpc.v1.TransformRequest;
import dev.couplet.protocol.grpc.v1.TransformResponse;
import dev.couplet.protocol.grpc.v1.TransformsGrpc;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;

/**
 * Repeats a unary call.
 */
final class GrpcCaller implements GrpcLoad.GrpcLoadClient, StreamObserver<TransformResponse> {

	private final ManagedChannel channel;

	private final TransformRequest request;

	private final String reply;

	private final Tally tally;

	private long begun;

	private boolean ended;

	GrpcCaller(ManagedChannel channel, TransformRequest request, String reply, Tally tally) {
		this.channel = channel;
		this.request = request;
		this.reply = reply;
		this.tally = tally;
	}

	@Override
	public void begin() {
		this.begun = System.nanoTime();
		ClientCalls.asyncUnaryCall(this.channel.newCall(TransformsGrpc.getTransformMethod(), CallOptions.DEFAULT),
				this.request, this);
	}

	@Override
	public void end(long since) {
		this.ended = true;
		if (this.begun - since < 0) {
			this.tally.failed(Failure.SILENT);
		}
	}

	@Override
	public void onNext(TransformResponse response) {
		if (!response.getText().equals(this.reply)) {
			this.tally.failed(Failure.WRONG);
		}
	}

	@Override
	public void onError(Throwable failure) {
		if (!this.ended) {
			this.tally.failed(Failure.RESET);
		}
	}

	@Override
	public void onCompleted() {
		if (!this.ended) {
			this.tally.exchanged(System.nanoTime() - this.begun);
			begin();
		}
	}

}
