package dev.couplet.transform.library;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

import dev.couplet.transform.Compression;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.ValueRefusedException;
import org.tukaani.xz.BasicArrayCache;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.MemoryLimitException;
import org.tukaani.xz.UnsupportedOptionsException;
import org.tukaani.xz.XZInputStream;
import org.tukaani.xz.XZOutputStream;

/**
 * The xz format.
 */
final class Xz {

	private static final CompressedFormat FORMAT = new CompressedFormat(Compression.XZ, "/Td6WFoA");

	private static final int PRESET = 1;

	// random bytes take half as long as with 1 MiB, whose tables do not fit into the
	// processor's cache; the result is 1 % larger
	private static final int MAX_DICTIONARY = 1 << 18;

	// a dictionary of 8 MiB, as of xz -6, and what the decoder needs besides
	private static final int MAX_MEMORY_KIB = 9 << 10;

	private Xz() {
	}

	static byte[] compress(byte[] bytes, SizeLimit limit) {
		LimitedBytes result = new LimitedBytes(limit);
		try {
			LZMA2Options options = new LZMA2Options(PRESET);
			// the memory is in proportion to it
			options.setDictSize(Math.clamp(bytes.length, LZMA2Options.DICT_SIZE_MIN, MAX_DICTIONARY));
			try (OutputStream xz = new XZOutputStream(result, options)) {
				xz.write(bytes);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return result.toByteArray();
	}

	static byte[] decompress(byte[] bytes, SizeLimit limit) {
		FORMAT.require(bytes);
		LimitedBytes result = new LimitedBytes(limit);
		// the cache is for the next stream or block of the same value
		try (InputStream xz = new XZInputStream(new ByteArrayInputStream(bytes), MAX_MEMORY_KIB, true,
				new BasicArrayCache())) {
			xz.transferTo(result);
			return result.toByteArray();
		}
		catch (MemoryLimitException ex) {
			throw new ValueRefusedException(
					"the xz needs a dictionary of more than 8 MiB; compress it with the preset 6 or lower");
		}
		catch (UnsupportedOptionsException ex) {
			throw new ValueRefusedException("the xz uses a filter, or a size of its dictionary, that is not supported");
		}
		catch (EOFException ex) {
			throw FORMAT.cutOff(bytes.length);
		}
		catch (IOException ex) {
			throw FORMAT.damaged(result.size());
		}
	}

}
