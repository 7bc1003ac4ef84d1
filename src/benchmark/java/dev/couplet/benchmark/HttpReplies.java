package dev.couplet.benchmark;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * Expects HTTP/1.1 responses with status 200, a {@code Content-Length} and the same body.
 * Other headers are ignored, because servers differ in them.
 */
final class HttpReplies implements Replies {

	private static final int MOST_HEADER_BYTES = 4096;

	private static final byte[] HEADER_END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

	private final byte[] header = new byte[MOST_HEADER_BYTES];

	private final String contentLength;

	private final ExactReplies body;

	private int headerLength;

	private boolean inBody;

	private boolean ending;

	HttpReplies(byte[] body) {
		this.contentLength = "\r\ncontent-length: " + body.length + "\r\n";
		this.body = new ExactReplies(body);
	}

	@Override
	public int take(ByteBuffer received) throws WrongReplyException {
		int completed = 0;
		while (received.hasRemaining()) {
			if (this.inBody) {
				// only to the end of the body, where the next response starts
				completed += takeBody(received);
			}
			else {
				takeHeader(received);
			}
		}
		return completed;
	}

	private int takeBody(ByteBuffer received) throws WrongReplyException {
		int end = received.limit();
		received.limit(Math.min(end, received.position() + this.body.remaining()));
		int completed = this.body.take(received);
		received.limit(end);
		this.inBody = completed == 0;
		return completed;
	}

	private void takeHeader(ByteBuffer received) throws WrongReplyException {
		while (received.hasRemaining() && !this.inBody) {
			if (this.headerLength == MOST_HEADER_BYTES) {
				throw new WrongReplyException("the header has no end");
			}
			this.header[this.headerLength++] = received.get();
			if (endsHeader()) {
				checkHeader();
				this.headerLength = 0;
				this.inBody = true;
			}
		}
	}

	private boolean endsHeader() {
		int start = this.headerLength - HEADER_END.length;
		return start >= 0 && this.header[this.headerLength - 1] == '\n'
				&& Arrays.equals(this.header, start, this.headerLength, HEADER_END, 0, HEADER_END.length);
	}

	private void checkHeader() throws WrongReplyException {
		String text = new String(this.header, 0, this.headerLength, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
		if (!text.startsWith("http/1.1 200") || !text.contains(this.contentLength)) {
			throw new WrongReplyException("status or length differ: " + text.lines().findFirst().orElse(""));
		}
		this.ending = text.contains("\r\nconnection: close\r\n");
	}

	@Override
	public boolean between() {
		return !this.inBody && this.headerLength == 0;
	}

	@Override
	public boolean ending() {
		return this.ending;
	}

	@Override
	public void reset() {
		this.ending = false;
		this.headerLength = 0;
		this.inBody = false;
		this.body.reset();
	}

}
