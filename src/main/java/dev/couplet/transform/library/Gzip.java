package dev.couplet.transform.library;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

import dev.couplet.transform.Compression;
import dev.couplet.transform.SizeLimit;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * The gzip format (RFC 1952).
 */
final class Gzip {

	// in base64 with the 08 of the only compression method
	private static final CompressedFormat FORMAT = new CompressedFormat(Compression.GZIP, "H4sI");

	private Gzip() {
	}

	static byte[] compress(byte[] bytes, SizeLimit limit) {
		LimitedBytes result = new LimitedBytes(limit);
		try (GZIPOutputStream gzip = new GZIPOutputStream(result)) {
			gzip.write(bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return result.toByteArray();
	}

	static byte[] decompress(byte[] bytes, SizeLimit limit) {
		FORMAT.require(bytes);
		LimitedBytes result = new LimitedBytes(limit);
		// not the JDK's stream, which calls itself for each member of the file
		try (InputStream gunzip = GzipCompressorInputStream.builder()
			.setByteArray(bytes)
			.setDecompressConcatenated(true)
			.get()) {
			gunzip.transferTo(result);
			return result.toByteArray();
		}
		catch (EOFException ex) {
			throw FORMAT.cutOff(bytes.length);
		}
		catch (IOException ex) {
			throw FORMAT.damaged(result.size());
		}
	}

}
