package dev.couplet.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the response to a request (RFC 9112). A result has a length or is chunked, so
 * that one that is cut off is detected, and has a media type that Couplet gives to
 * results, so that the page of another server is not taken for one. Redirections are not
 * followed.
 */
final class HttpResponse {

	private static final int MAX_HEAD = 64 * 1024;

	private static final int MAX_PROBLEM = 64 * 1024;

	private static final int OK = 200;

	private static final int REQUEST_TIMEOUT = 408;

	private static final int TOO_MANY_REQUESTS = 429;

	private static final int SERVER_ERROR = 500;

	private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})(?: .*)?");

	private static final Pattern FIELD = Pattern.compile("([!-~&&[^:]]+):[ \t]*(.*?)[ \t]*");

	private static final Pattern RESULT = Pattern.compile("(?i)(?:text/plain|application/octet-stream)(?:[ \t]*;.*)?");

	// what proxies, and servers that require TLS, say
	private static final Pattern TEXT = Pattern.compile("(?i)text/plain(?:[ \t]*;.*)?");

	private static final Pattern PROBLEM = Pattern.compile("(?i)application/problem\\+json(?:[ \t]*;.*)?");

	private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

	private static final Pattern CHUNK = Pattern.compile("([0-9A-Fa-f]{1,15})[ \t]*(?:;.*)?");

	private final ServerAddress server;

	private final InputStream input;

	private final Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

	private int lineBytes;

	private boolean begun;

	/**
	 * Creates a reader.
	 * @param server the server, for error messages
	 * @param input a buffered stream
	 */
	HttpResponse(ServerAddress server, InputStream input) {
		this.server = server;
		this.input = input;
	}

	/**
	 * Reads the response.
	 * @param maxLength the maximum length of a result in bytes
	 * @return the result
	 * @throws ClientException if it is not a complete result
	 * @throws IOException if the stream fails or ends before the response begins
	 */
	byte[] read(int maxLength) throws IOException {
		int status = readHead();
		if (status != OK) {
			throw refused(status);
		}
		if (!RESULT.matcher(field("Content-Type")).matches() || !field("Content-Encoding").isEmpty()) {
			throw malformed("sent a reply that is not a result, as if it were not Couplet");
		}
		return readBody(maxLength);
	}

	/**
	 * Returns whether a part of the response has arrived.
	 * @return whether there is a response, complete or not
	 */
	boolean hasBegun() {
		return this.begun;
	}

	private int readHead() throws IOException {
		int status;
		do {
			status = readStatus();
			readFields();
		}
		while (status < OK);
		return status;
	}

	private int readStatus() throws IOException {
		Matcher parts = STATUS.matcher(readLine());
		if (!parts.matches()) {
			throw malformed("sent a reply that is not HTTP/1.1");
		}
		return Integer.parseInt(parts.group(1));
	}

	private void readFields() throws IOException {
		this.fields.clear();
		for (String line = readLine(); !line.isEmpty(); line = readLine()) {
			Matcher parts = FIELD.matcher(line);
			if (!parts.matches()) {
				throw malformed("sent a malformed header");
			}
			this.fields.merge(parts.group(1), parts.group(2), (first, second) -> first + ", " + second);
		}
	}

	private String field(String name) {
		return this.fields.getOrDefault(name, "");
	}

	private byte[] readBody(int maxLength) throws IOException {
		if (!field("Transfer-Encoding").isEmpty()) {
			if (!field("Transfer-Encoding").toLowerCase(Locale.ROOT).equals("chunked")) {
				throw malformed("sent a reply in an unknown transfer encoding");
			}
			return readChunks(maxLength);
		}
		if (!LENGTH.matcher(field("Content-Length")).matches()) {
			throw malformed("sent a reply without a length");
		}
		return readExactly(Long.parseLong(field("Content-Length")), maxLength);
	}

	private byte[] readChunks(int maxLength) throws IOException {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		for (long length = readChunkLength(); length > 0; length = readChunkLength()) {
			body.writeBytes(readExactly(length, maxLength - body.size()));
			if (!readLine().isEmpty()) {
				throw malformed("sent a malformed chunk");
			}
		}
		readFields();
		return body.toByteArray();
	}

	private long readChunkLength() throws IOException {
		this.lineBytes = 0;
		Matcher parts = CHUNK.matcher(readLine());
		if (!parts.matches()) {
			throw malformed("sent a malformed chunk");
		}
		return Long.parseLong(parts.group(1), 16);
	}

	private byte[] readExactly(long length, int maxLength) throws IOException {
		if (length > maxLength) {
			throw new TooLongReplyException(this.server, "announced a reply of more than the maximum length");
		}
		byte[] bytes = this.input.readNBytes((int) length);
		if (bytes.length < length) {
			throw truncated();
		}
		return bytes;
	}

	// all lines of the head together are limited, and those of each chunk
	private String readLine() throws IOException {
		ByteArrayOutputStream line = new ByteArrayOutputStream();
		for (int next = this.input.read(); next != '\n'; next = this.input.read()) {
			if (next < 0) {
				throw this.begun ? truncated() : new RefusedException(this.server);
			}
			this.begun = true;
			if (++this.lineBytes > MAX_HEAD) {
				throw new TooLongReplyException(this.server, "sent a header of more than " + MAX_HEAD + " bytes");
			}
			line.write(next);
		}
		String text = line.toString(StandardCharsets.ISO_8859_1);
		return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
	}

	private RefusedException refused(int status) {
		String reason = reason(status);
		boolean permanent = status < SERVER_ERROR && status != REQUEST_TIMEOUT && status != TOO_MANY_REQUESTS;
		return permanent ? RefusedException.permanent(this.server, reason)
				: RefusedException.temporary(this.server, reason);
	}

	private String reason(int status) {
		String type = field("Content-Type");
		String detail = PROBLEM.matcher(type).matches() ? readReason(ProblemDetail::of) : "";
		if (!detail.isEmpty()) {
			return detail;
		}
		String text = TEXT.matcher(type).matches() ? readReason(HttpResponse::line) : "";
		return "HTTP status " + status + (text.isEmpty() ? "" : ": " + text);
	}

	private static String line(byte[] text) {
		return new String(text, StandardCharsets.UTF_8).strip().replaceAll("\\s+", " ");
	}

	private String readReason(Function<byte[], String> reader) {
		try {
			// without a length, an explanation may be cut off
			boolean toTheEnd = field("Transfer-Encoding").isEmpty() && field("Content-Length").isEmpty();
			return reader.apply(toTheEnd ? this.input.readNBytes(MAX_PROBLEM) : readBody(MAX_PROBLEM));
		}
		catch (IOException ex) {
			// the status is known, even if the connection is reset in the middle of the
			// reason
			return "";
		}
	}

	private MalformedReplyException malformed(String message) {
		return new MalformedReplyException(this.server, message);
	}

	/**
	 * Creates an exception for a response that does not end.
	 * @return the exception
	 */
	TruncatedReplyException truncated() {
		return new TruncatedReplyException(this.server, "closed the connection before the end of its reply");
	}

}
