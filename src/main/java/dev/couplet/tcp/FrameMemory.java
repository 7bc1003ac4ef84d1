package dev.couplet.tcp;

import java.util.function.Consumer;

import dev.couplet.transform.MemoryReservation;
import dev.couplet.transform.UnavailableException;
import io.netty.channel.ChannelHandlerContext;
import io.netty.util.concurrent.EventExecutor;
import org.jspecify.annotations.Nullable;

/**
 * The memory for the frames of one connection. While a frame waits for memory, the
 * request timeout does not run. After a maximum wait the request is refused. Used on the
 * event loop of the connection only.
 */
final class FrameMemory {

	private final MemoryReservation reservation;

	private final EventExecutor loop;

	private final RequestDeadline deadline;

	private final Runnable granted;

	private final DeadlineTimer timer;

	private boolean awaited;

	/**
	 * Creates the memory of a connection, which is empty.
	 * @param reservation the connection's share of the memory budget
	 * @param ctx the context of a handler behind the connection's {@link RequestDeadline}
	 * @param granted called when the memory that was awaited is reserved
	 * @param refused called with the reason if it is refused
	 */
	FrameMemory(MemoryReservation reservation, ChannelHandlerContext ctx, Runnable granted,
			Consumer<UnavailableException> refused) {
		this.reservation = reservation;
		this.loop = ctx.executor();
		this.deadline = ctx.pipeline().get(RequestDeadline.class);
		this.granted = granted;
		this.timer = new DeadlineTimer(this.loop, () -> expire(refused));
	}

	/**
	 * Reserves memory for the current frame, or queues the connection.
	 * @param size the size of the frame
	 * @return false if the memory is awaited
	 * @throws UnavailableException if the queue is full
	 */
	boolean reserve(int size) {
		if (!this.awaited && !this.reservation.reserve(size, () -> this.loop.execute(this::resume))) {
			this.awaited = true;
			this.deadline.suspend();
			this.timer.set(MemoryReservation.MAX_WAIT);
		}
		return !this.awaited;
	}

	boolean isAwaited() {
		return this.awaited;
	}

	private void resume() {
		if (this.awaited) {
			this.awaited = false;
			this.timer.clear();
			this.deadline.resume();
			this.granted.run();
		}
	}

	private void expire(Consumer<UnavailableException> refused) {
		// null if the memory has just been granted
		@Nullable UnavailableException reason = this.reservation.cancelWait();
		if (reason != null) {
			this.awaited = false;
			refused.accept(reason);
		}
	}

	/**
	 * Releases the memory when the current request has been answered.
	 */
	void release() {
		this.reservation.release();
	}

	/**
	 * Releases the memory and leaves the queue when the connection ends.
	 */
	void close() {
		this.awaited = false;
		this.timer.cancel();
		this.reservation.close();
	}

}
