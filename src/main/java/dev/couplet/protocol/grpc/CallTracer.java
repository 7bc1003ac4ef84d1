package dev.couplet.protocol.grpc;

import java.net.SocketAddress;
import java.time.Duration;

import dev.couplet.endpoint.FailureReason;
import dev.couplet.endpoint.TransformPort;
import dev.couplet.tcp.ListenerFront;
import dev.couplet.transform.MemoryReservation;
import dev.couplet.transform.UnavailableException;
import dev.couplet.transform.ValueTooLargeException;
import io.grpc.Context;
import io.grpc.ServerStreamTracer;
import io.grpc.Status;
import org.jspecify.annotations.Nullable;

/**
 * Follows the bytes of a call. It reserves memory for a request while it arrives, refuses
 * it if there is none, and notes how long the request and the response take.
 */
final class CallTracer extends ServerStreamTracer {

	static final Context.Key<CallTracer> KEY = Context.key("tracer");

	// in bytes; a client has the write timeout for each slice of a response
	private static final int SLICE = 128 * 1024;

	private static final long NEVER = 0;

	private final OpenCalls calls;

	private final TransformPort transforms;

	private final ListenerFront front;

	private final MemoryReservation memory;

	private volatile @Nullable OpenCall call;

	// of the request that is arriving
	private long arrived;

	private volatile long receivingSince = NEVER;

	private volatile long sendingSince = NEVER;

	private volatile long sending;

	private boolean refused;

	CallTracer(OpenCalls calls, TransformPort transforms, ListenerFront front) {
		this.calls = calls;
		this.transforms = transforms;
		this.front = front;
		this.memory = transforms.newReservation();
	}

	@Override
	public Context filterContext(Context context) {
		return context.withValue(KEY, this);
	}

	void opened(OpenCall opened) {
		this.call = opened;
		this.calls.add(this);
	}

	MemoryReservation memory() {
		return this.memory;
	}

	void count(FailureReason reason) {
		this.front.count(reason);
	}

	/**
	 * Called when the client has to send a request.
	 */
	void receiving() {
		this.receivingSince = now();
	}

	@Override
	public void inboundWireSize(long bytes) {
		if (this.receivingSince == NEVER) {
			receiving();
		}
		this.arrived += bytes;
		if (this.arrived > MemoryReservation.UNCOUNTED_SIZE) {
			reserve();
		}
	}

	private void reserve() {
		OpenCall receiver = this.call;
		if (this.refused || receiver == null) {
			return;
		}
		try {
			// what has arrived cannot wait, and the length is not known
			boolean reserved = this.memory.reserve(Math.min(2 * this.arrived, this.transforms.limit().bytes()), () -> {
			});
			UnavailableException none = reserved ? null : this.memory.cancelWait();
			if (none != null) {
				throw none;
			}
		}
		catch (UnavailableException ex) {
			this.refused = true;
			this.transforms.reject(ex);
			receiver.refuse(ex);
		}
	}

	@Override
	public void inboundMessageRead(int number, long wireSize, long size) {
		if (this.arrived > MemoryReservation.UNCOUNTED_SIZE) {
			this.memory.shrinkTo(this.arrived);
		}
		this.arrived = 0;
	}

	/**
	 * Called when the client has sent all of a request.
	 */
	void received() {
		this.receivingSince = NEVER;
	}

	/**
	 * Called when a response is sent.
	 * @param size its size in bytes
	 */
	void sending(int size) {
		this.sending = size;
		this.sendingSince = now();
	}

	/**
	 * Called when the client has taken the response.
	 */
	void sent() {
		this.sendingSince = NEVER;
		this.memory.release();
	}

	@Override
	public void streamClosed(Status status) {
		this.calls.ended();
		this.calls.remove(this);
		this.memory.close();
		OpenCall ended = this.call;
		if (ended == null || ended.isClosed()) {
			return;
		}
		if (status.getCode() == Status.Code.RESOURCE_EXHAUSTED) {
			// gRPC itself refuses a message that is far over the limit
			this.transforms.reject(new ValueTooLargeException(this.transforms.limit().bytes()));
		}
		else if (this.arrived > 0) {
			this.front.count(FailureReason.VANISHED);
		}
	}

	void drain() {
		OpenCall open = this.call;
		if (open != null) {
			open.drain();
		}
	}

	/**
	 * Ends the call if the client takes too long to send a request, or to take a
	 * response.
	 */
	void expire() {
		OpenCall open = this.call;
		if (open == null) {
			return;
		}
		if (isOver(this.receivingSince, this.front.timeouts().request())) {
			this.receivingSince = NEVER;
			open.timeOut();
		}
		Duration write = this.front.timeouts().write().multipliedBy(1 + this.sending / SLICE);
		if (isOver(this.sendingSince, write)) {
			this.sendingSince = NEVER;
			this.front.count(FailureReason.WRITE_TIMEOUT);
			SocketAddress client = open.client();
			if (client != null) {
				this.front.close(client);
			}
		}
	}

	private static boolean isOver(long since, Duration timeout) {
		return since != NEVER && timeout.isPositive() && now() - since > timeout.toNanos();
	}

	// 0 has a meaning of its own
	private static long now() {
		return System.nanoTime() | 1;
	}

}
