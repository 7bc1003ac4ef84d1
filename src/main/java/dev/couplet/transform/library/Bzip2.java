package dev.couplet.transform.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

import dev.couplet.transform.Compression;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.ValueRefusedException;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;

/**
 * The bzip2 format.
 */
final class Bzip2 {

	private static final CompressedFormat FORMAT = new CompressedFormat(Compression.BZIP2, "Qlpo");

	// in 100 KB. The memory to compress is nine times as large, and the time to sort a
	// block grows faster than its size
	private static final int BLOCK_SIZE = 1;

	// each takes memory for its block, of up to 900 KB, even if the block is empty
	private static final int MAX_STREAMS = 200;

	// of the first block, or of the end, after the four bytes of the header
	private static final long BLOCK = 0x314159265359L;

	private static final long END = 0x177245385090L;

	private static final int MARK_SIZE = 6;

	private Bzip2() {
	}

	static byte[] compress(byte[] bytes, SizeLimit limit) {
		LimitedBytes result = new LimitedBytes(limit);
		try (OutputStream bzip2 = new BZip2CompressorOutputStream(result, BLOCK_SIZE)) {
			bzip2.write(bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return result.toByteArray();
	}

	static byte[] decompress(byte[] bytes, SizeLimit limit) {
		FORMAT.require(bytes);
		requireFewStreams(bytes);
		LimitedBytes result = new LimitedBytes(limit);
		EndDetectingInput input = new EndDetectingInput(bytes);
		try (InputStream bunzip2 = new BZip2CompressorInputStream(input, true)) {
			bunzip2.transferTo(result);
			return result.toByteArray();
		}
		// the library checks most bounds but not all, and calls itself for each empty
		// block
		catch (IOException | IndexOutOfBoundsException | StackOverflowError ex) {
			throw input.isExhausted() ? FORMAT.cutOff(bytes.length) : FORMAT.damaged(result.size());
		}
	}

	private static void requireFewStreams(byte[] bytes) {
		int streams = 0;
		for (int i = 0; i <= bytes.length - MARK_SIZE - 4; i++) {
			if (bytes[i] == 'B' && bytes[i + 1] == 'Z' && bytes[i + 2] == 'h') {
				long mark = 0;
				for (int j = i + 4; j < i + 4 + MARK_SIZE; j++) {
					mark = (mark << Byte.SIZE) | (bytes[j] & 0xFF);
				}
				streams += (mark == BLOCK || mark == END) ? 1 : 0;
			}
		}
		if (streams > MAX_STREAMS) {
			throw new ValueRefusedException(
					"the value is more than %s bzip2 streams; decompress and compress them as one"
						.formatted(MAX_STREAMS));
		}
	}

}
