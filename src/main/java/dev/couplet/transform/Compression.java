package dev.couplet.transform;

import java.util.HexFormat;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Compressed formats, as they are recognized in values that are expected to be something
 * else.
 */
public enum Compression {

	/** RFC 1952. */
	GZIP("gzip", "gunzip", "1f8b"),

	/** The format of the program of this name. */
	BZIP2("bzip2", "bunzip2", "425a68"),

	/** The format of the program of this name. */
	XZ("xz", "xz-decompress", "fd377a585a00"),

	/** RFC 8878. */
	ZSTD("zstd", "zstd-decompress", "28b52ffd"),

	/** RFC 1950, but for the header 785e, with which a text can begin. */
	ZLIB("zlib", "zlib-decompress", "789c 7801 78da"),

	/** An archive of files. */
	ZIP("a zip archive", "", "504b0304");

	private static final int MAX_START = 6;

	private final String format;

	private final String decompressor;

	// in hexadecimal, the usual one first
	private final String starts;

	Compression(String format, String decompressor, String starts) {
		this.format = format;
		this.decompressor = decompressor;
		this.starts = starts;
	}

	/**
	 * Returns the format that a value seems to have.
	 * @param bytes any bytes
	 * @return the format, or null if it is none of these
	 */
	public static @Nullable Compression of(byte[] bytes) {
		return Stream.of(values()).filter((format) -> format.begins(bytes)).findFirst().orElse(null);
	}

	/**
	 * Returns whether a value begins as the format does.
	 * @param bytes any bytes
	 * @return false if it is too short, or begins with other bytes
	 */
	public boolean begins(byte[] bytes) {
		String start = HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, MAX_START));
		return Stream.of(this.starts.split(" ", -1)).anyMatch(start::startsWith);
	}

	/**
	 * Returns the name of the format.
	 * @return such as {@code gzip}
	 */
	public String format() {
		return this.format;
	}

	/**
	 * Returns the usual first bytes.
	 * @return the bytes in hexadecimal, in lower case
	 */
	public String start() {
		return this.starts.split(" ", -1)[0];
	}

	/**
	 * Says what decompresses the format.
	 * @param advice what to do, with %s for the name of a transform
	 * @return such as {@code gzip, so put gunzip first}
	 */
	public String withAdvice(String advice) {
		return this.format
				+ (this.decompressor.isEmpty() ? ", which no transform unpacks" : advice.formatted(this.decompressor));
	}

}
