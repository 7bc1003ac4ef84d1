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
 * Random payloads, and random streams of valid and malformed netstrings.
 */
final class RandomBytes {

	/**
	 * The maximum length of a payload in bytes. Payloads over 8,192 bytes take another
	 * code path in the codec.
	 */
	static final int MAX_LENGTH = 10_000;

	private static final byte[] LIKELY = "0139:,a -".getBytes(StandardCharsets.US_ASCII);

	private RandomBytes() {
	}

	/**
	 * Returns payloads, mostly short.
	 * @param random the source of randomness
	 * @return up to 5 payloads
	 */
	static List<byte[]> payloads(RandomGenerator random) {
		return Stream.generate(() -> payload(random)).limit(random.nextInt(6)).toList();
	}

	private static byte[] payload(RandomGenerator random) {
		int maxLength = switch (random.nextInt(10)) {
			case 0 -> MAX_LENGTH;
			case 1, 2 -> 0;
			case 3, 4, 5 -> 12;
			default -> 255;
		};
		byte[] payload = new byte[random.nextInt(maxLength + 1)];
		random.nextBytes(payload);
		return payload;
	}

	/**
	 * Encodes payloads as consecutive netstrings.
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
	 * Returns bytes that resemble a stream of netstrings: a valid stream that is
	 * truncated, or has one byte changed or inserted, often the first; or random bytes
	 * that are typical of netstrings.
	 * @param random the source of randomness
	 * @return the stream, which may by chance be valid or empty
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
	 * Copies bytes into a buffer of a random kind.
	 * @param bytes the bytes
	 * @param random the source of randomness
	 * @return a heap or direct buffer, which may be read-only or a slice of another
	 */
	static ByteBuffer buffer(byte[] bytes, RandomGenerator random) {
		int before = random.nextInt(4);
		int size = before + bytes.length + random.nextInt(4);
		ByteBuffer whole = random.nextBoolean() ? ByteBuffer.allocate(size) : ByteBuffer.allocateDirect(size);
		ByteBuffer part = whole.put(before, bytes).slice(before, bytes.length);
		return random.nextBoolean() ? part : part.asReadOnlyBuffer();
	}

}
