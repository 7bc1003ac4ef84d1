package dev.couplet.benchmark;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import dev.couplet.protocol.grpc.v1.TransformRequest;

/**
 * The first call of gRPC on a connection, as bytes: far less memory for each connection
 * than a client library.
 */
final class Http2Call {

	private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

	private static final int DATA = 0;

	private static final int HEADERS = 1;

	private static final int SETTINGS = 4;

	private static final int END_STREAM = 1;

	private static final int ACKNOWLEDGEMENT = 1;

	private static final int END_HEADERS = 4;

	/** In the static table of HPACK: {@code :method: POST} and {@code :scheme: http}. */
	private static final int[] INDEXED = { 0x83, 0x86 };

	private Http2Call() {
	}

	/**
	 * Creates an exchange that calls {@code Transform}, after which the connection is
	 * idle.
	 * @return the exchange
	 */
	static Exchange unary() {
		return new Exchange(Service.GRPC, ByteBuffer.wrap(request("Transform", END_STREAM)),
				() -> new FrameReplies(HEADERS, END_STREAM), 1, false);
	}

	/**
	 * Creates an exchange on {@code TransformStream}, after which the stream is idle.
	 * @return the exchange
	 */
	static Exchange stream() {
		return new Exchange(Service.GRPC, ByteBuffer.wrap(request("TransformStream", 0)),
				() -> new FrameReplies(DATA, 0), 1, false);
	}

	private static byte[] request(String method, int end) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		bytes.writeBytes(PREFACE);
		frame(bytes, SETTINGS, 0, 0, new byte[0]);
		frame(bytes, SETTINGS, ACKNOWLEDGEMENT, 0, new byte[0]);
		frame(bytes, HEADERS, END_HEADERS, 1, headers(method));
		byte[] message = TransformRequest.newBuilder()
			.setRecipe("cummingsify")
			.setText(Exchange.POEM)
			.build()
			.toByteArray();
		frame(bytes, DATA, end, 1,
				ByteBuffer.allocate(5 + message.length).put((byte) 0).putInt(message.length).put(message).array());
		return bytes.toByteArray();
	}

	private static byte[] headers(String method) {
		ByteArrayOutputStream block = new ByteArrayOutputStream();
		for (int header : INDEXED) {
			block.write(header);
		}
		header(block, ":path", "/couplet.v1.Transforms/" + method);
		header(block, ":authority", "localhost");
		header(block, "content-type", "application/grpc");
		header(block, "te", "trailers");
		return block.toByteArray();
	}

	// a literal without indexing, with a new name
	private static void header(ByteArrayOutputStream block, String name, String value) {
		block.write(0);
		for (String part : new String[] { name, value }) {
			block.write(part.length());
			block.writeBytes(part.getBytes(StandardCharsets.US_ASCII));
		}
	}

	private static void frame(ByteArrayOutputStream bytes, int type, int flags, int stream, byte[] payload) {
		bytes.writeBytes(ByteBuffer.allocate(9)
			.put((byte) 0)
			.putShort((short) payload.length)
			.put((byte) type)
			.put((byte) flags)
			.putInt(stream)
			.array());
		bytes.writeBytes(payload);
	}

	/**
	 * Waits for a frame of the response; the content is not checked.
	 */
	private static final class FrameReplies implements Replies {

		private final int type;

		private final int flags;

		private final byte[] header = new byte[9];

		private int headerLength;

		private int left;

		FrameReplies(int type, int flags) {
			this.type = type;
			this.flags = flags;
		}

		@Override
		public int take(ByteBuffer received) {
			int completed = 0;
			while (received.hasRemaining()) {
				if (this.headerLength < this.header.length) {
					this.header[this.headerLength++] = received.get();
					if (this.headerLength == this.header.length) {
						this.left = ByteBuffer.wrap(this.header).getInt() >>> 8;
					}
				}
				else {
					int skipped = Math.min(this.left, received.remaining());
					received.position(received.position() + skipped);
					this.left -= skipped;
				}
				if (this.headerLength == this.header.length && this.left == 0) {
					completed += isAwaited() ? 1 : 0;
					this.headerLength = 0;
				}
			}
			return completed;
		}

		private boolean isAwaited() {
			return this.header[3] == this.type && (this.header[4] & this.flags) == this.flags;
		}

		@Override
		public boolean between() {
			return this.headerLength == 0;
		}

		@Override
		public boolean ending() {
			return false;
		}

		@Override
		public void reset() {
			this.headerLength = 0;
			this.left = 0;
		}

	}

}
