package dev.couplet.transform.library;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import dev.couplet.transform.Kind;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformLibrary;
import dev.couplet.transform.ValueRefusedException;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * Compression of bytes, and back.
 */
class CompressionTransforms implements TransformLibrary {

	// of each compressed byte, which can become a thousand
	private static final int DECOMPRESSION = 4000;

	private static final byte[] GZIP = { 0x1F, (byte) 0x8B };

	// the bytes 1f 8b, and the 08 of the only compression method
	private static final String BASE64 = "H4sI";

	private static final String HEX = "1f8b";

	@Override
	public List<Transform> transforms() {
		return List.of(
				Transform.named("gzip", Kind.BYTES, Kind.BYTES)
					.synonyms("gz", "compress", "to-gzip")
					.describedAs("Compresses bytes to the gzip format (RFC 1952), without a name or time.")
					.weighing(300)
					.callCost(5000)
					.example("gzip,gunzip", "here is my poem", "here is my poem")
					.applyingWithin(CompressionTransforms::gzip),

				Transform.named("gunzip", Kind.BYTES, Kind.BYTES)
					.synonyms("zcat", "ungzip", "decompress", "from-gzip")
					.describedAs("Decompresses the gzip format (RFC 1952), of one or several members. "
							+ "Anything else after the last one is refused.")
					.weighing(DECOMPRESSION)
					.callCost(5000)
					.example("base64-decode,gunzip", "H4sIAAAAAAAA/8tILUpVyCxWyK1UKMhPzQUAlXTFpw8AAAA=",
							"here is my poem")
					.applyingWithin(CompressionTransforms::gunzip));
	}

	private static byte[] gzip(byte[] bytes, SizeLimit limit) {
		LimitedBytes result = new LimitedBytes(limit);
		try (GZIPOutputStream gzip = new GZIPOutputStream(result)) {
			gzip.write(bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return result.toByteArray();
	}

	private static byte[] gunzip(byte[] bytes, SizeLimit limit) {
		if (bytes.length < 2 || bytes[0] != GZIP[0] || bytes[1] != GZIP[1]) {
			throw new ValueRefusedException(
					"the value is not gzip: it does not start with the bytes 1f 8b" + hint(bytes));
		}
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
			throw new ValueRefusedException("the gzip is cut off after " + bytes.length + " bytes");
		}
		catch (IOException ex) {
			// not with its message, which can contain parts of the header
			throw new ValueRefusedException(
					"the gzip is damaged, or followed by something else; the first %d bytes of the result could be read"
						.formatted(result.size()));
		}
	}

	private static String hint(byte[] bytes) {
		String start = new String(bytes, 0, Math.min(bytes.length, BASE64.length()), StandardCharsets.ISO_8859_1);
		if (start.equals(BASE64)) {
			return "; it seems to be base64, so put base64-decode first";
		}
		return start.equalsIgnoreCase(HEX) ? "; it seems to be hexadecimal, so put hex-decode first" : "";
	}

}
