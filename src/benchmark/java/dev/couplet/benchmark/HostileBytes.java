package dev.couplet.benchmark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Bytes that take a transform of bytes as long as possible.
 */
final class HostileBytes {

	private static final int MAX_EXTRA_FIELD = 0xFFFC;

	private static final int FLAG_EXTRA = 4;

	private static final int FLAG_NAME = 8;

	private HostileBytes() {
	}

	/**
	 * Returns values of a size, and gzip bombs.
	 * @param size the approximate number of bytes
	 * @param limit the maximum size of a result
	 * @return the values, by description
	 */
	static Map<String, byte[]> of(int size, int limit) {
		Map<String, byte[]> values = new LinkedHashMap<>();
		values.put("zeros", new byte[size]);
		values.put("bytes of 255", filled(size, (byte) 0xFF));
		values.put("line feeds", filled(size, (byte) '\n'));
		values.put("random bytes", random(size, 256));
		values.put("random digits", random(size, 10));
		// the longest searches for matches of a few bytes
		values.put("random digits up to 5", random(size, 6));
		values.put("random bits", random(size, 2));
		values.put("gzip of random bytes", gzip(random(size, 256), Deflater.DEFAULT_STRATEGY));
		values.put("gzip of random digits", gzip(random(size, 10), Deflater.DEFAULT_STRATEGY));
		values.put("gzip of random digits without matches", gzip(random(size, 10), Deflater.HUFFMAN_ONLY));
		values.put("a gzip bomb within the limit", gzip(new byte[limit], Deflater.DEFAULT_STRATEGY));
		values.put("a gzip bomb over the limit", gzip(new byte[limit * 2], Deflater.DEFAULT_STRATEGY));
		values.put("gzip of zeros without matches", gzip(new byte[Math.min(limit, 8 * size)], Deflater.HUFFMAN_ONLY));
		values.put("empty gzip members", filled(size, gzip(new byte[0], Deflater.DEFAULT_STRATEGY)));
		values.put("gzip members of one byte", filled(size, gzip(new byte[1], Deflater.DEFAULT_STRATEGY)));
		values.put("gzip members with a name", filled(size, GzipMember.of(FLAG_NAME, new byte[] { 'a', 0 })));
		values.put("a gzip member with a long name", GzipMember.of(FLAG_NAME, nameOf(size)));
		values.put("gzip members with many extra fields", filled(size, GzipMember.of(FLAG_EXTRA, extraFields())));
		values.put("empty blocks of deflate", GzipMember.of(0, filled(size, GzipMember.EMPTY_BLOCK)));
		values.put("Huffman codes for nothing", GzipMember.of(0, filled(size, GzipMember.codesForNothing())));
		return values;
	}

	private static byte[] filled(int size, byte... unit) {
		byte[] bytes = new byte[Math.max(1, size / unit.length) * unit.length];
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] = unit[i % unit.length];
		}
		return bytes;
	}

	private static byte[] random(int size, int different) {
		Random random = new Random(1);
		byte[] bytes = new byte[size];
		for (int i = 0; i < size; i++) {
			bytes[i] = (byte) ('0' + random.nextInt(different));
		}
		return bytes;
	}

	private static byte[] nameOf(int size) {
		byte[] name = filled(size, (byte) 'a');
		name[size - 1] = 0;
		return name;
	}

	// fields without data
	private static byte[] extraFields() {
		byte[] fields = filled(MAX_EXTRA_FIELD, (byte) 'a', (byte) 'b', (byte) 0, (byte) 0);
		byte[] extra = new byte[fields.length + 2];
		extra[0] = (byte) fields.length;
		extra[1] = (byte) (fields.length >> Byte.SIZE);
		System.arraycopy(fields, 0, extra, 2, fields.length);
		return extra;
	}

	private static byte[] gzip(byte[] bytes, int strategy) {
		ByteArrayOutputStream result = new ByteArrayOutputStream();
		try (OutputStream gzip = new StrategicGzip(result, strategy)) {
			gzip.write(bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return result.toByteArray();
	}

	/**
	 * Compresses with a strategy.
	 */
	private static final class StrategicGzip extends GZIPOutputStream {

		StrategicGzip(OutputStream result, int strategy) throws IOException {
			super(result);
			this.def.setStrategy(strategy);
		}

	}

}
