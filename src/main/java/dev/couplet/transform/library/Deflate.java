package dev.couplet.transform.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Adler32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.ValueRefusedException;

/**
 * The deflate format (RFC 1951), alone or in the zlib format (RFC 1950).
 */
final class Deflate {

	private static final int BUFFER_SIZE = 8192;

	private static final int ZLIB_HEADER = 2;

	private static final int CHECKSUM = 4;

	private static final int METHOD_BITS = 0x0F;

	private static final int METHOD = 8;

	// more than 32 KB
	private static final int FIRST_INVALID_WINDOW = 0x80;

	private static final int PRESET_DICTIONARY = 0x20;

	// two bytes with this divisor
	private static final int HEADER_CHECK = 31;

	private static final String BASE64_OF_ZLIB = "eJ";

	private Deflate() {
	}

	static byte[] compress(byte[] bytes, SizeLimit limit) {
		return compress(bytes, true, limit);
	}

	static byte[] compressToZlib(byte[] bytes, SizeLimit limit) {
		return compress(bytes, false, limit);
	}

	private static byte[] compress(byte[] bytes, boolean raw, SizeLimit limit) {
		LimitedBytes result = new LimitedBytes(limit);
		Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, raw);
		try (DeflaterOutputStream output = new DeflaterOutputStream(result, deflater)) {
			output.write(bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			// its memory is not in the heap
			deflater.end();
		}
		return result.toByteArray();
	}

	static byte[] decompress(byte[] bytes, SizeLimit limit) {
		LimitedBytes result = new LimitedBytes(limit);
		int end = inflate("deflate", bytes, 0, bytes.length, result);
		if (end < bytes.length) {
			throw followed("deflate", end);
		}
		return result.toByteArray();
	}

	static byte[] decompressZlib(byte[] bytes, SizeLimit limit) {
		requireZlib(bytes);
		LimitedBytes result = new LimitedBytes(limit);
		int end = inflate("zlib", bytes, ZLIB_HEADER, bytes.length, result);
		if (bytes.length - end < CHECKSUM) {
			throw new ValueRefusedException("the zlib is cut off after %s bytes".formatted(bytes.length));
		}
		byte[] decompressed = result.toByteArray();
		Adler32 checksum = new Adler32();
		checksum.update(decompressed);
		int expected = 0;
		for (int i = end; i < end + CHECKSUM; i++) {
			expected = (expected << Byte.SIZE) | (bytes[i] & 0xFF);
		}
		if (expected != (int) checksum.getValue()) {
			throw new ValueRefusedException("the zlib is damaged: its checksum does not match the result of %s bytes"
				.formatted(decompressed.length));
		}
		if (bytes.length - end > CHECKSUM) {
			throw followed("zlib", end + CHECKSUM);
		}
		return decompressed;
	}

	private static void requireZlib(byte[] bytes) {
		if (!isZlib(bytes)) {
			boolean base64 = bytes.length >= 2 && bytes[0] == BASE64_OF_ZLIB.charAt(0)
					&& bytes[1] == BASE64_OF_ZLIB.charAt(1);
			throw new ValueRefusedException("the value is not zlib: it does not start with a zlib header, such as 78 9c"
					+ (base64 ? "; it seems to be base64, so put base64-decode first"
							: CompressedFormat.otherFormat(bytes)));
		}
		if ((bytes[1] & PRESET_DICTIONARY) != 0) {
			throw new ValueRefusedException("the zlib needs a preset dictionary, which is not supported");
		}
	}

	private static boolean isZlib(byte[] bytes) {
		return bytes.length >= ZLIB_HEADER && (bytes[0] & METHOD_BITS) == METHOD
				&& (bytes[0] & 0xFF) < FIRST_INVALID_WINDOW
				&& (((bytes[0] & 0xFF) << Byte.SIZE) | (bytes[1] & 0xFF)) % HEADER_CHECK == 0;
	}

	// returns the index of the first byte after the deflate data
	private static int inflate(String format, byte[] bytes, int start, int end, LimitedBytes result) {
		Inflater inflater = new Inflater(true);
		try {
			inflater.setInput(bytes, start, end - start);
			byte[] buffer = new byte[BUFFER_SIZE];
			while (!inflater.finished()) {
				int count = inflater.inflate(buffer);
				if (count == 0 && inflater.needsInput()) {
					throw new ValueRefusedException("the %s is cut off after %s bytes%s".formatted(format, bytes.length,
							(start == 0) ? CompressedFormat.otherFormat(bytes) : ""));
				}
				result.write(buffer, 0, count);
			}
			return end - inflater.getRemaining();
		}
		catch (DataFormatException ex) {
			String remedy = (start > 0) ? "" : isZlib(bytes) ? "; it seems to be zlib, so use zlib-decompress"
					: CompressedFormat.otherFormat(bytes);
			throw new ValueRefusedException("the %s is damaged%s%s".formatted(format,
					CompressedFormat.done(";", inflater.getBytesWritten()), remedy));
		}
		finally {
			inflater.end();
		}
	}

	private static ValueRefusedException followed(String format, int end) {
		return new ValueRefusedException(
				"the %s ends after %s bytes, and is followed by something else".formatted(format, end));
	}

}
