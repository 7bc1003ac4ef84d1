package dev.couplet.client;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.IntConsumer;

import dev.couplet.netstring.MalformedNetstringException;
import dev.couplet.netstring.NetstringCodec;

/**
 * Downloads poems: connects, sends nothing, and reads until the server closes. Immutable,
 * and safe to be shared by threads.
 */
public final class PoemClient {

	/**
	 * How long a connection may take where nothing else is set.
	 */
	public static final Duration DEFAULT_CONNECT_TIMEOUT = TransformClient.DEFAULT_CONNECT_TIMEOUT;

	/**
	 * How long a server may be silent where nothing else is set.
	 */
	public static final Duration DEFAULT_IDLE_TIMEOUT = Duration.ofSeconds(30);

	/**
	 * The most bytes that a poem may have, its frame included.
	 */
	public static final int MAX_LENGTH = 64 * 1024 * 1024;

	private static final int PIECE = 8192;

	private final Framing framing;

	private final Duration connectTimeout;

	private final Duration idleTimeout;

	/**
	 * Makes a client with the default timeouts.
	 * @param framing how poems stand on the wire
	 */
	public PoemClient(Framing framing) {
		this(framing, DEFAULT_CONNECT_TIMEOUT, DEFAULT_IDLE_TIMEOUT);
	}

	private PoemClient(Framing framing, Duration connectTimeout, Duration idleTimeout) {
		this.framing = framing;
		this.connectTimeout = connectTimeout;
		this.idleTimeout = idleTimeout;
	}

	/**
	 * Sets how long a connection may take.
	 * @param timeout for all addresses of the host together, more than 0; the look-up of
	 * its name is not counted
	 * @return another client
	 */
	public PoemClient withConnectTimeout(Duration timeout) {
		return new PoemClient(this.framing, Connections.checked(timeout), this.idleTimeout);
	}

	/**
	 * Sets how long a server may be silent. A slow poem may take any time in all.
	 * @param timeout between two pieces of a poem, before the first and after the last,
	 * more than 0
	 * @return another client
	 */
	public PoemClient withIdleTimeout(Duration timeout) {
		return new PoemClient(this.framing, this.connectTimeout, Connections.checked(timeout));
	}

	/**
	 * Downloads one poem.
	 * @param server the poem server
	 * @param progress told of every piece, how many bytes it has, on this thread
	 * @return the poem, never empty where it is not in a netstring
	 * @throws ClientException where the server gave no poem, or not a whole one as far as
	 * that can be told
	 * @throws java.io.InterruptedIOException where the thread is a virtual one and was
	 * interrupted
	 */
	public String download(ServerAddress server, IntConsumer progress) throws IOException {
		byte[] bytes;
		try (Socket socket = Connections.open(server, this.connectTimeout)) {
			socket.setSoTimeout(Connections.milliseconds(this.idleTimeout));
			bytes = readToEnd(socket.getInputStream(), server, progress);
		}
		if (bytes.length == 0) {
			throw new RefusedException(server, "closed the connection without a poem");
		}
		return decode(unframed(bytes, server), server);
	}

	private static byte[] readToEnd(InputStream input, ServerAddress server, IntConsumer progress) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		byte[] piece = new byte[PIECE];
		int count = read(input, piece, server);
		while (count >= 0) {
			if (bytes.size() + count > MAX_LENGTH) {
				throw new TooLongReplyException(server, "sent a poem of more than " + MAX_LENGTH + " bytes");
			}
			bytes.write(piece, 0, count);
			progress.accept(count);
			count = read(input, piece, server);
		}
		return bytes.toByteArray();
	}

	private static int read(InputStream input, byte[] piece, ServerAddress server) throws IOException {
		try {
			return input.read(piece);
		}
		catch (SocketTimeoutException ex) {
			throw new ServerTimeoutException(server, "was silent for too long within its poem");
		}
		catch (IOException ex) {
			Connections.failWhereInterrupted();
			throw new CutReplyException(server, "broke the connection within its poem");
		}
	}

	private byte[] unframed(byte[] bytes, ServerAddress server) throws ClientException {
		if (this.framing == Framing.RAW) {
			return bytes;
		}
		ByteArrayInputStream input = new ByteArrayInputStream(bytes);
		byte[] poem;
		try {
			poem = readNetstring(input);
		}
		catch (MalformedNetstringException ex) {
			if (this.framing == Framing.AUTO) {
				return bytes;
			}
			throw new MalformedReplyException(server, "sent a poem that is no netstring: " + ex.getMessage());
		}
		catch (IOException ex) {
			throw new CutReplyException(server, "closed the connection within the netstring of its poem");
		}
		if (input.available() == 0) {
			return poem;
		}
		if (this.framing == Framing.AUTO) {
			return bytes;
		}
		throw new SurplusReplyException(server, "sent more than its poem");
	}

	private static byte[] readNetstring(InputStream input) throws IOException {
		// memory goes by what is there, not by what a length says
		byte[] poem = new NetstringCodec(Integer.MAX_VALUE).read(input);
		if (poem == null) {
			throw new EOFException();
		}
		return poem;
	}

	private static String decode(byte[] poem, ServerAddress server) throws MalformedReplyException {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(poem)).toString();
		}
		catch (CharacterCodingException ex) {
			throw new MalformedReplyException(server, "sent a poem that is not well-formed UTF-8");
		}
	}

	/**
	 * How poems stand on the wire.
	 */
	public enum Framing {

		/**
		 * What is exactly one netstring is the poem in it, and what begins as a netstring
		 * and ends before its length says so is a cut one. Everything else is raw. So a
		 * raw poem that begins with a number and a colon, and is shorter than the number,
		 * or is nothing but a number, is taken for a cut one: no poem is shown short, but
		 * such a poem needs {@link #RAW}.
		 */
		AUTO,

		/**
		 * The poem's bytes and nothing else: a cut poem cannot be told from a whole one.
		 */
		RAW,

		/** The poem as one netstring. */
		NETSTRING

	}

}
