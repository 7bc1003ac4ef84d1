package dev.couplet.protocol.http;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;

import dev.couplet.endpoint.BodyReader;
import dev.couplet.transform.MalformedTextException;
import dev.couplet.transform.MemoryReservation;
import dev.couplet.transform.UnavailableException;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * Reads a body with {@code Content-Encoding: gzip}. It is decompressed while it arrives,
 * and limited by what it becomes.
 */
final class GzipBody {

	// of deflate
	private static final long MAX_RATIO = 1032;

	// as many bytes can become a megabyte
	private static final int START = 1024;

	// long headers and many empty members become nothing, but take time
	private static final int MAX_OVERHEAD = 16 * 1024;

	private GzipBody() {
	}

	/**
	 * Reads a body.
	 * @param request a request whose body has not been read
	 * @param limit the maximum number of bytes that the body becomes
	 * @param memory the memory reservation of the request, which is extended for the body
	 * @return the decompressed bytes
	 * @throws MalformedTextException if the body is not gzip, not complete, or much
	 * larger than what it becomes
	 * @throws ProblemException if the body is too large
	 * @throws UnavailableException if there is no memory for the body
	 * @throws IOException if the body cannot be read completely, or not in time
	 */
	static byte[] read(HttpServletRequest request, long limit, MemoryReservation memory) throws IOException {
		RawBody raw = new RawBody(request.getInputStream());
		try {
			// nothing is reserved for what has not arrived
			byte[] start = BodyReader.readAll(raw, new byte[0], START);
			memory.await((start.length < START) ? Math.min(limit, start.length * MAX_RATIO) : limit);
			return decompress(start, raw, limit, memory);
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
	}

	private static byte[] decompress(byte[] start, RawBody raw, long limit, MemoryReservation memory) {
		try (InputStream body = GzipCompressorInputStream.builder()
			.setInputStream(new SequenceInputStream(new ByteArrayInputStream(start), raw))
			.setDecompressConcatenated(true)
			.get()) {
			byte[] decompressed = BodyReader.readAll(new Decompressed(body, raw), new byte[0], limit + 1);
			memory.shrinkTo(decompressed.length);
			return decompressed;
		}
		catch (IOException ex) {
			// without its message, which can contain parts of the header
			throw new MalformedTextException("the body is not gzip, or not complete, as its Content-Encoding says");
		}
	}

	/**
	 * The body as it arrives. Its errors are unchecked, to be told from those of gzip.
	 */
	private static final class RawBody extends FilterInputStream {

		private long left = MAX_OVERHEAD;

		RawBody(InputStream in) {
			super(in);
		}

		// compressed bytes are never many more than what they become
		void allowFor(int decompressed) {
			this.left += 2L * decompressed;
		}

		@Override
		public int read() {
			byte[] single = new byte[1];
			return (read(single, 0, 1) < 0) ? -1 : single[0] & 0xFF;
		}

		@Override
		public int read(byte[] array, int offset, int length) {
			try {
				int read = super.read(array, offset, length);
				this.left -= Math.max(0, read);
				if (this.left < 0) {
					throw new MalformedTextException("the body has too long gzip headers, or too many gzip members");
				}
				return read;
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

		@Override
		public void close() {
			// the container reads the rest of a body that is refused
		}

	}

	/**
	 * The decompressed body.
	 */
	private static final class Decompressed extends FilterInputStream {

		private final RawBody raw;

		Decompressed(InputStream in, RawBody raw) {
			super(in);
			this.raw = raw;
		}

		@Override
		public int read(byte[] array, int offset, int length) throws IOException {
			int read = super.read(array, offset, length);
			this.raw.allowFor(Math.max(0, read));
			return read;
		}

	}

}
