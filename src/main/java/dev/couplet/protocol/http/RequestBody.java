package dev.couplet.protocol.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.util.StringUtils;

/**
 * The body of a request, without its content coding.
 *
 * @param content the bytes, decompressed while they are read
 * @param length the number of bytes, or -1 if it is not known
 */
record RequestBody(InputStream content, long length) implements AutoCloseable {

	/**
	 * Returns the body of a request.
	 * @param request a request whose body has not been read
	 * @return the body
	 * @throws java.util.zip.ZipException if it should be compressed, but is not; also
	 * when it is read
	 * @throws java.io.EOFException if its compressed data is incomplete; also when it is
	 * read
	 * @throws ProblemException if it has another content coding than gzip
	 * @throws IOException if it cannot be read, or not in time
	 */
	static RequestBody of(HttpServletRequest request) throws IOException {
		String coding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
		return switch (StringUtils.hasText(coding) ? coding.toLowerCase(Locale.ROOT) : "identity") {
			case "identity" -> new RequestBody(request.getInputStream(), request.getContentLengthLong());
			case "gzip", "x-gzip" ->
				new RequestBody(new GZIPInputStream(new WholeStream(request.getInputStream())), -1);
			default -> throw new ProblemException(
					Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "no Content-Encoding but gzip is supported"));
		};
	}

	/**
	 * Releases the memory of the decompression. The stream of the request stays open.
	 */
	@Override
	public void close() throws IOException {
		if (this.content instanceof GZIPInputStream) {
			this.content.close();
		}
	}

	/**
	 * A stream that is read to its end. {@link GZIPInputStream} reads no further member
	 * after one if no more bytes are available, even if they are only late.
	 */
	private static final class WholeStream extends FilterInputStream {

		private WholeStream(InputStream in) {
			super(in);
		}

		@Override
		public int available() {
			return 1;
		}

		@Override
		public void close() {
			// the container still reads the rest of a body that is refused
		}

	}

}
