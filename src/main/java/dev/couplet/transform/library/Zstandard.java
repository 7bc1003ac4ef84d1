package dev.couplet.transform.library;

import java.io.IOException;
import java.io.UncheckedIOException;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import dev.couplet.transform.Compression;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.TransformFunction;
import dev.couplet.transform.ValueRefusedException;

/**
 * The zstd format (RFC 8878), by the reference implementation in C. Its native library is
 * loaded on first use, from {@code java.library.path} or else from a file in the
 * temporary directory.
 */
final class Zstandard {

	private static final CompressedFormat FORMAT = new CompressedFormat(Compression.ZSTD, "KLUv");

	// the size that RFC 8878 recommends decoders to support, 8 MiB, as a power of two
	private static final int MAX_WINDOW = 23;

	private static final int SKIPPABLE = 0x50;

	private static final int SKIPPABLE_BITS = 0xF0;

	private static final byte[] AFTER_SKIPPABLE = { 0x2A, 0x4D, 0x18 };

	private Zstandard() {
	}

	static TransformFunction<byte[], byte[]> compressing(int level) {
		return (bytes, limit) -> {
			try (ZstdCompressCtx zstd = new ZstdCompressCtx()) {
				byte[] result = zstd.setLevel(level).setChecksum(true).compress(bytes);
				limit.check(result.length);
				return result;
			}
		};
	}

	static byte[] decompress(byte[] bytes, SizeLimit limit) {
		if (!isSkippable(bytes)) {
			FORMAT.require(bytes);
		}
		LimitedBytes result = new LimitedBytes(limit);
		EndDetectingInput input = new EndDetectingInput(bytes);
		try (ZstdInputStreamNoFinalizer zstd = new ZstdInputStreamNoFinalizer(input)) {
			zstd.setLongMax(MAX_WINDOW);
			zstd.transferTo(result);
			return result.toByteArray();
		}
		catch (ZstdIOException ex) {
			if (input.isExhausted()) {
				throw FORMAT.cutOff(bytes.length);
			}
			throw refusal(ex.getErrorCode(), result.size());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	// a frame with the data of another program
	private static boolean isSkippable(byte[] bytes) {
		return bytes.length > AFTER_SKIPPABLE.length && (bytes[0] & SKIPPABLE_BITS) == SKIPPABLE
				&& bytes[1] == AFTER_SKIPPABLE[0] && bytes[2] == AFTER_SKIPPABLE[1] && bytes[3] == AFTER_SKIPPABLE[2];
	}

	private static ValueRefusedException refusal(long error, int done) {
		if (error == Zstd.errFrameParameterWindowTooLarge()) {
			return new ValueRefusedException(
					"the zstd needs a window of more than 8 MiB; compress it without --long and --ultra");
		}
		if (error == Zstd.errDictionaryWrong()) {
			return new ValueRefusedException("the zstd needs a dictionary, which is not supported");
		}
		if (error == Zstd.errChecksumWrong()) {
			return new ValueRefusedException(
					"the zstd is damaged: its checksum does not match the result of %s bytes".formatted(done));
		}
		return FORMAT.damaged(done);
	}

}
