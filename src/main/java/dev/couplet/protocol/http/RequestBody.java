package dev.couplet.protocol.http;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import dev.couplet.endpoint.BodyReader;
import dev.couplet.transform.MemoryReservation;
import dev.couplet.transform.UnavailableException;
import dev.couplet.transform.Value;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.StringUtils;

/**
 * Reads the value in the body of a request: all bytes, decompressed, regardless of the
 * content type. A text is in the declared charset or UTF-8.
 *
 * <p>
 * The bytes are read from the request itself. Spring's {@code ServerHttpRequest}
 * re-encodes and reorders the body of a form, and {@code getParameter()} consumes it.
 */
final class RequestBody {

	// UTF-32 needs 4 bytes where UTF-8 needs one, plus a byte order mark
	private static final int MAX_BYTES_PER_UTF8_BYTE = 4;

	// one more byte is read, to see that a body is too large
	private static final int MAX_ARRAY_LENGTH = Integer.MAX_VALUE - 16;

	private RequestBody() {
	}

	/**
	 * Reads a value. A body that is too large is refused because of its declared length,
	 * or as soon as it exceeds the limit.
	 * @param request a request whose body has not been read
	 * @param limit the maximum size of the body, decompressed, in bytes of UTF-8; in
	 * other charsets it may be four times as large
	 * @param memory the memory reservation of the request, which is extended for the body
	 * @return the bytes, with the charset that they have if they are a text
	 * @throws UnavailableException if there is no memory for the body
	 * @throws dev.couplet.transform.MalformedTextException if the body should be gzip and
	 * is not
	 * @throws ProblemException if the charset or the content coding is unknown, or the
	 * body is too large
	 * @throws IOException if the body cannot be read completely, or not in time
	 */
	static Value read(HttpServletRequest request, long limit, MemoryReservation memory) throws IOException {
		boolean gzip = isGzip(request);
		Charset charset = charset(request);
		boolean utf8 = StandardCharsets.UTF_8.equals(charset);
		long most = Math.min(utf8 ? limit : MAX_BYTES_PER_UTF8_BYTE * (limit + 1), MAX_ARRAY_LENGTH);
		byte[] body = gzip ? GzipBody.read(request, most, memory) : body(request, most, memory);
		if (body.length > most) {
			throw tooLarge(most);
		}
		return Value.of(body, charset);
	}

	private static boolean isGzip(HttpServletRequest request) {
		String coding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
		return switch (StringUtils.hasText(coding) ? coding.toLowerCase(Locale.ROOT) : "identity") {
			case "identity" -> false;
			case "gzip", "x-gzip" -> true;
			default -> throw unsupported("no Content-Encoding but gzip is supported");
		};
	}

	private static Charset charset(HttpServletRequest request) {
		// not request.getCharacterEncoding(), which a filter has set to UTF-8
		String contentType = request.getHeader(HttpHeaders.CONTENT_TYPE);
		try {
			Charset declared = declared(contentType);
			return (declared != null) ? declared : StandardCharsets.UTF_8;
		}
		catch (InvalidMediaTypeException ex) {
			throw unsupported("the Content-Type is malformed or its charset is unknown");
		}
	}

	private static @Nullable Charset declared(@Nullable String contentType) {
		return StringUtils.hasText(contentType) ? MediaType.parseMediaType(contentType).getCharset() : null;
	}

	private static byte[] body(HttpServletRequest request, long limit, MemoryReservation memory) throws IOException {
		long declared = request.getContentLengthLong();
		if (declared > limit) {
			throw tooLarge(limit);
		}
		return BodyReader.read(request.getInputStream(), declared, limit, memory);
	}

	static ProblemException tooLarge(long limit) {
		return new ProblemException(Problem.tooLarge("the body is over the limit of " + limit + " bytes"));
	}

	private static ProblemException unsupported(String detail) {
		return new ProblemException(Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, detail));
	}

}
