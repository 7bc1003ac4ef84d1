package dev.couplet.benchmark;

import java.util.ArrayDeque;
import java.util.Deque;

import dev.couplet.protocol.grpc.v1.TransformRequest;
import dev.couplet.protocol.grpc.v1.TransformStreamResponse;
import dev.couplet.protocol.grpc.v1.TransformsGrpc;
import io.grpc.ManagedChannel;
import io.grpc.stub.StreamObserver;
import org.jspecify.annotations.Nullable;

/**
 * Keeps requests in flight on a stream.
 */
final class GrpcStreamer implements GrpcLoad.GrpcLoadClient, StreamObserver<TransformStreamResponse> {

	private final ManagedChannel channel;

	private final TransformRequest request;

	private final String reply;

	private final int depth;

	private final Tally tally;

	/** The start times of the requests in flight. */
	private final Deque<Long> begun = new ArrayDeque<>();

	private @Nullable StreamObserver<TransformRequest> requests;

	private boolean ended;

	GrpcStreamer(ManagedChannel channel, TransformRequest request, String reply, int depth, Tally tally) {
		this.channel = channel;
		this.request = request;
		this.reply = reply;
		this.depth = depth;
		this.tally = tally;
	}

	@Override
	public void begin() {
		StreamObserver<TransformRequest> stream = TransformsGrpc.newStub(this.channel).transformStream(this);
		this.requests = stream;
		for (int i = 0; i < this.depth; i++) {
			send(stream);
		}
	}

	private void send(StreamObserver<TransformRequest> stream) {
		this.begun.add(System.nanoTime());
		stream.onNext(this.request);
	}

	@Override
	public void end(long since) {
		this.ended = true;
		if (!this.begun.isEmpty() && this.begun.element() - since < 0) {
			this.tally.failed(Failure.SILENT);
		}
	}

	@Override
	public void onNext(TransformStreamResponse response) {
		StreamObserver<TransformRequest> stream = this.requests;
		if (this.ended || stream == null) {
			return;
		}
		if (!response.getResult().getText().equals(this.reply)) {
			this.tally.failed(Failure.WRONG);
		}
		this.tally.exchanged(System.nanoTime() - this.begun.remove());
		send(stream);
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
			this.tally.failed(Failure.CUT);
		}
	}

}
