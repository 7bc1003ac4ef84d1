package dev.couplet.protocol.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import dev.couplet.transform.MalformedTextException;
import dev.couplet.transform.MemoryReservation;
import dev.couplet.transform.UnavailableException;
import dev.couplet.transform.Utf8;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.StringUtils;

/**
 * The text in a request's body: every byte of it, whatever its type is said to be, in the
 * charset that is declared, or else in UTF-8.
 *
 * <p>
 * The bytes come from the request itself. Spring's own {@code ServerHttpRequest} gives a
 * form's body back re-encoded and in another order, and {@code getParameter()} uses it
 * up.
 */
final class RequestText {

	// UTF-32 takes 4 bytes where UTF-8 takes one, and a byte order mark on top
	private static final int MOST_BYTES_FOR_ONE = 4;

	private static final int BUFFER_SIZE = 8192;

	private RequestText() {
	}

	/**
	 * Reads a text. A body that is too large is refused by its declared length where it
	 * has one, or else as soon as one byte too many is read.
	 * @param request a request whose body has not been touched
	 * @param limit the most bytes for a body in UTF-8; one in another charset may have
	 * four times as many
	 * @param memory what the request has of the memory for texts, which gets what the
	 * body takes
	 * @return the text, well-formed Unicode
	 * @throws MalformedTextException where the bytes are not what the charset says
	 * @throws UnavailableException where there is no memory for the body
	 * @throws ProblemException where the charset is unknown, or the body too large
	 * @throws IOException where the body cannot be read to its end, or not in time
	 */
	static String read(HttpServletRequest request, long limit, MemoryReservation memory) throws IOException {
		requireNoContentCoding(request);
		Charset charset = charset(request);
		if (StandardCharsets.UTF_8.equals(charset)) {
			byte[] body = body(request, limit, memory);
			return Utf8.decode(body, 0, body.length);
		}
		return decode(body(request, MOST_BYTES_FOR_ONE * (limit + 1), memory), charset);
	}

	private static void requireNoContentCoding(HttpServletRequest request) {
		String coding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
		if (StringUtils.hasText(coding) && !"identity".equalsIgnoreCase(coding)) {
			throw unsupported("a body with a Content-Encoding is not taken");
		}
	}

	private static Charset charset(HttpServletRequest request) {
		// not request.getCharacterEncoding(), which a filter has set to UTF-8 by now
		String contentType = request.getHeader(HttpHeaders.CONTENT_TYPE);
		try {
			Charset declared = declared(contentType);
			return (declared != null) ? declared : StandardCharsets.UTF_8;
		}
		catch (InvalidMediaTypeException ex) {
			throw unsupported("the Content-Type is malformed, or its charset is not one that is known here");
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
		long most = (declared >= 0) ? declared : limit + 1;
		InputStream in = request.getInputStream();
		byte[] body = readAll(in, new byte[0], Math.min(most, MemoryReservation.UNCOUNTED_SIZE));
		if (body.length == MemoryReservation.UNCOUNTED_SIZE) {
			// for all that it may come to, at once: two that ask for more and more would
			// wait for each other
			memory.await(Math.min(most, limit));
			body = readAll(in, body, most);
			memory.shrinkTo(body.length);
		}
		if (body.length > limit) {
			throw tooLarge(limit);
		}
		return body;
	}

	// not readNBytes(), which ends with a read of no bytes, and Tomcat waits for more
	// before it answers that one
	private static byte[] readAll(InputStream in, byte[] beginning, long most) throws IOException {
		byte[] body = beginning;
		int length = beginning.length;
		while (length < most) {
			if (length == body.length) {
				// grows with what has arrived, whatever was declared
				body = Arrays.copyOf(body, (int) Math.min(Math.max(2L * length, BUFFER_SIZE), most));
			}
			int read = in.read(body, length, body.length - length);
			if (read < 0) {
				break;
			}
			length += read;
		}
		return (length < body.length) ? Arrays.copyOf(body, length) : body;
	}

	private static String decode(byte[] body, Charset charset) {
		try {
			String text = charset.newDecoder().decode(ByteBuffer.wrap(body)).toString();
			if (Utf8.isWellFormed(text)) {
				return text;
			}
		}
		catch (CharacterCodingException ex) {
			// the same answer as for what a lenient decoder lets through
		}
		throw new MalformedTextException("the text is not well-formed in the charset that is declared");
	}

	private static ProblemException tooLarge(long limit) {
		return new ProblemException(Problem.tooLarge("the body is over the limit of " + limit + " bytes"));
	}

	private static ProblemException unsupported(String detail) {
		return new ProblemException(Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, detail));
	}

}
