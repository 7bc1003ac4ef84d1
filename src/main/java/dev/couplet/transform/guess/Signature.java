package dev.couplet.transform.guess;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The bytes that files of a type have in common.
 *
 * @param offset where they are
 * @param bytes the bytes, each as a character
 * @param appearance what a value with these bytes looks like
 */
record Signature(int offset, String bytes, Appearance appearance) {

	/**
	 * The number of bytes at the beginning of a value that are examined.
	 */
	static final int LENGTH = 300;

	// shorter values are words in hexadecimal, such as cafebabe
	private static final int MIN_SIZE = 16;

	private static final double KNOWN = 0.9;

	// what is compressed looks better when decompressed
	static final double COMPRESSED = 0.5;

	private static final List<Signature> ALL = List.of(compressed("\u001f\u008b\u0008", "application/gzip"),
			compressed("BZh", "application/x-bzip2"), compressed("\u00fd7zXZ\u0000", "application/x-xz"),
			compressed("(\u00b5/\u00fd", "application/zstd"), compressed("x\u0001", "application/zlib"),
			compressed("x^", "application/zlib"), compressed("x\u009c", "application/zlib"),
			compressed("x\u00da", "application/zlib"), known(0, "\u0089PNG\r\n\u001a\n", "image/png"),
			known(0, "\u00ff\u00d8\u00ff", "image/jpeg"), known(0, "GIF87a", "image/gif"),
			known(0, "GIF89a", "image/gif"), known(8, "WEBP", "image/webp"), known(8, "WAVE", "audio/wav"),
			known(0, "II*\u0000", "image/tiff"), known(0, "MM\u0000*", "image/tiff"),
			known(4, "ftypavif", "image/avif"), known(4, "ftypheic", "image/heic"), known(4, "ftyp", "video/mp4"),
			known(0, "\u001aE\u00df\u00a3", "video/webm"), known(0, "OggS", "audio/ogg"), known(0, "ID3", "audio/mpeg"),
			known(0, "fLaC", "audio/flac"), known(0, "wOFF", "font/woff"), known(0, "wOF2", "font/woff2"),
			known(0, "%PDF-", "application/pdf"), known(0, "PK\u0003\u0004", "application/zip"),
			known(0, "PK\u0005\u0006", "application/zip"),
			known(0, "7z\u00bc\u00af'\u001c", "application/x-7z-compressed"),
			known(0, "Rar!\u001a\u0007", "application/vnd.rar"), known(257, "ustar", "application/x-tar"),
			known(0, "\u007fELF", "application/x-elf"), known(0, "\u00ca\u00fe\u00ba\u00be", "application/java-vm"),
			known(0, "\u00ac\u00ed\u0000\u0005", "application/x-java-serialized-object"),
			known(0, "\u0000asm\u0001\u0000\u0000\u0000", "application/wasm"),
			known(0, "SQLite format 3\u0000", "application/vnd.sqlite3"),
			known(0, "-----BEGIN ", "application/x-pem-file"));

	private static Signature compressed(String bytes, String type) {
		return new Signature(0, bytes, new Appearance(type, COMPRESSED));
	}

	private static Signature known(int offset, String bytes, String type) {
		return new Signature(offset, bytes, new Appearance(type, KNOWN));
	}

	/**
	 * Finds the type of a file.
	 * @param head its first {@link #LENGTH} bytes
	 * @param size its size
	 * @return what it looks like, or null if it has none of the signatures
	 */
	static @Nullable Appearance find(byte[] head, long size) {
		if (size < MIN_SIZE) {
			return null;
		}
		for (Signature signature : ALL) {
			if (signature.isIn(head)) {
				return signature.appearance();
			}
		}
		return null;
	}

	private boolean isIn(byte[] head) {
		int length = this.bytes.length();
		return head.length >= this.offset + length
				&& new String(head, this.offset, length, StandardCharsets.ISO_8859_1).equals(this.bytes);
	}

}
