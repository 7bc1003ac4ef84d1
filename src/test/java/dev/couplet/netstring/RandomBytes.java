package dev.couplet.netstring;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Random payloads, and streams of netstrings, valid and malformed.
 */
final class RandomBytes {

	/**
	 * The maximum length of a payload in bytes. A payload over 8,192 bytes is written in
	 * another way than the others.
	 */
	static final int MAX_LENGTH = 10_000;

	private static final byte[] LIKELY = "0139:,a -".getBytes(StandardCharsets.US_ASCII);

	private RandomBytes() {
	}

	/**
	 * Payloads, mostly short.
	 * @param random makes the choices
	 * @return up to 5
	 */
	static List<byte[]> payloads(RandomGenerator random) {
		return Stream.generate(() -> payload(random)).limit(random.nextInt(6)).toList();
	}

	private static byte[] payload(RandomGenerator random) {
		int most = switch (random.nextInt(10)) {
			case 0 -> MAX_LENGTH;
			case 1, 2 -> 0;
			case 3, 4, 5 -> 12;
			default -> 255;
		};
		byte[] payload = new byte[random.nextInt(most + 1)];
		random.nextBytes(payload);
		return payload;
	}

	/**
	 * The netstrings of payloads, one after another.
	 * @param payloads the payloads
	 * @return the stream
	 */
	static byte[] netstrings(List<byte[]> payloads) {
		ByteArrayOutputStream stream = new ByteArrayOutputStream();
		NetstringCodec codec = new NetstringCodec(MAX_LENGTH);
		for (byte[] payload : payloads) {
			try {
				codec.write(payload, stream);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
		return stream.toByteArray();
	}

	/**
	 * What is almost a stream of netstrings: one that is cut short, or has a byte changed
	 * or inserted, often the first; or bytes that are often those of netstrings.
	 * @param random makes the choices
	 * @return the stream, which by chance may be valid or empty
	 */
	static byte[] nearlyNetstrings(RandomGenerator random) {
		byte[] bytes = netstrings(payloads(random));
		int place = random.nextBoolean() ? 0 : random.nextInt(bytes.length + 1);
		return switch (random.nextInt(6)) {
			case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
			case 1 -> replaced(bytes, place, Math.min(place + 1, bytes.length), likely(random));
			case 2 -> replaced(bytes, place, place, likely(random));
			default -> likelyBytes(random);
		};
	}

	private static byte[] replaced(byte[] bytes, int start, int end, byte replacement) {
		return ByteBuffer.allocate(start + 1 + bytes.length - end)
			.put(bytes, 0, start)
			.put(replacement)
			.put(bytes, end, bytes.length - end)
			.array();
	}

	private static byte[] likelyBytes(RandomGenerator random) {
		byte[] bytes = new byte[random.nextInt(41)];
		random.nextBytes(bytes);
		for (int i = 0; i < bytes.length; i++) {
			if (random.nextBoolean()) {
				bytes[i] = likely(random);
			}
		}
		return bytes;
	}

	private static byte likely(RandomGenerator random) {
		return LIKELY[random.nextInt(LIKELY.length)];
	}

	/**
	 * The same bytes in a buffer of any kind.
	 * @param bytes the bytes
	 * @param random makes the choices
	 * @return a buffer on the heap or outside it, which may be read-only or a part of
	 * another
	 */
	static ByteBuffer buffer(byte[] bytes, RandomGenerator random) {
		int before = random.nextInt(4);
		int size = before + bytes.length + random.nextInt(4);
		ByteBuffer whole = random.nextBoolean() ? ByteBuffer.allocate(size) : ByteBuffer.allocateDirect(size);
		ByteBuffer part = whole.put(before, bytes).slice(before, bytes.length);
		return random.nextBoolean() ? part : part.asReadOnlyBuffer();
	}

}
