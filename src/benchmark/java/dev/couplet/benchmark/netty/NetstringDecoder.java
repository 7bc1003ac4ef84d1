package dev.couplet.benchmark.netty;

import java.util.List;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.CorruptedFrameException;
import io.netty.handler.codec.TooLongFrameException;

/**
 * Decodes netstrings with a payload of at most 2 MiB. Invalid input is an immediate
 * exception: a length that does not start with a digit, has a leading zero or too many
 * digits, and a missing comma.
 */
final class NetstringDecoder extends ByteToMessageDecoder {

	private static final int MAX_LENGTH = 2 * 1024 * 1024;

	private static final int MAX_DIGITS = 7;

	private static final int UNKNOWN = -1;

	private int length = UNKNOWN;

	@Override
	protected void decode(ChannelHandlerContext context, ByteBuf input, List<Object> output) {
		if (this.length == UNKNOWN) {
			this.length = readLength(input);
		}
		// one more than the payload: the comma
		if (this.length == UNKNOWN || input.readableBytes() <= this.length) {
			return;
		}
		if (input.getByte(input.readerIndex() + this.length) != ',') {
			throw new CorruptedFrameException("a comma is missing after the payload");
		}
		output.add(input.readRetainedSlice(this.length));
		input.skipBytes(1);
		this.length = UNKNOWN;
	}

	private static int readLength(ByteBuf input) {
		int start = input.readerIndex();
		int end = Math.min(input.writerIndex(), start + MAX_DIGITS + 1);
		int value = 0;
		for (int i = start; i < end; i++) {
			byte next = input.getByte(i);
			if (next == ':' && i > start) {
				input.readerIndex(i + 1);
				return withinLimit(value);
			}
			if (next < '0' || next > '9' || (value == 0 && i > start)) {
				throw new CorruptedFrameException(
						"a length must consist of digits without leading zeros, followed by a colon");
			}
			value = value * 10 + next - '0';
		}
		if (end == start + MAX_DIGITS + 1) {
			throw new TooLongFrameException("a length has at most " + MAX_DIGITS + " digits");
		}
		return UNKNOWN;
	}

	private static int withinLimit(int length) {
		if (length > MAX_LENGTH) {
			throw new TooLongFrameException("a payload has at most " + MAX_LENGTH + " bytes");
		}
		return length;
	}

}
