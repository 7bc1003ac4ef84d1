package dev.couplet.tcp;

import java.util.function.BooleanSupplier;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.util.UncheckedBooleanSupplier;

/**
 * Allocates the buffers for socket reads. While large texts wait for memory, the buffers
 * are small: what has been read of a text that must wait too is not counted.
 */
final class ReadBuffers implements RecvByteBufAllocator {

	// in bytes
	private static final int SMALL = 4096;

	private final RecvByteBufAllocator usual;

	private final BooleanSupplier memoryAwaited;

	/**
	 * Creates an allocator.
	 * @param usual chooses the size of the buffers while no text waits for memory
	 * @param memoryAwaited whether texts wait for memory
	 */
	ReadBuffers(RecvByteBufAllocator usual, BooleanSupplier memoryAwaited) {
		this.usual = usual;
		this.memoryAwaited = memoryAwaited;
	}

	@Override
	@SuppressWarnings("deprecation") // Netty's interface has no other type
	public Handle newHandle() {
		return new SizeLimitingHandle((ExtendedHandle) this.usual.newHandle(), this.memoryAwaited);
	}

	private static final class SizeLimitingHandle extends DelegatingHandle implements ExtendedHandle {

		private final ExtendedHandle usual;

		private final BooleanSupplier memoryAwaited;

		private SizeLimitingHandle(ExtendedHandle usual, BooleanSupplier memoryAwaited) {
			super(usual);
			this.usual = usual;
			this.memoryAwaited = memoryAwaited;
		}

		@Override
		public int guess() {
			int size = this.usual.guess();
			return this.memoryAwaited.getAsBoolean() ? Math.min(size, SMALL) : size;
		}

		@Override
		public ByteBuf allocate(ByteBufAllocator buffers) {
			return buffers.ioBuffer(guess());
		}

		@Override
		public boolean continueReading(UncheckedBooleanSupplier moreData) {
			return this.usual.continueReading(moreData);
		}

	}

}
