package dev.couplet.client;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.util.function.IntConsumer;

import dev.couplet.netstring.MalformedNetstringException;
import dev.couplet.netstring.NetstringCodec;

/**
 * Downloads poems: connects, sends nothing, and reads until the server closes the
 * connection. Immutable and thread-safe.
 */
public final class PoemClient {

	/**
	 * The default connect timeout.
	 */
	public static final Duration DEFAULT_CONNECT_TIMEOUT = TransformClient.DEFAULT_CONNECT_TIMEOUT;

	/**
	 * The default idle timeout.
	 */
	public static final Duration DEFAULT_IDLE_TIMEOUT = Duration.ofSeconds(30);

	/**
	 * The maximum length of a poem in bytes, including its frame.
	 */
	public static final int MAX_LENGTH = 64 * 1024 * 1024;

	private static final int BUFFER_SIZE = 8192;

	private final Framing framing;

	private final Duration connectTimeout;

	private final Duration idleTimeout;

	/**
	 * Creates a client with the default timeouts.
	 * @param framing how poems are framed
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
	 * Sets the connect timeout.
	 * @param timeout the timeout for all addresses of the host together, greater than 0;
	 * name resolution is not included
	 * @return a new client
	 */
	public PoemClient withConnectTimeout(Duration timeout) {
		return new PoemClient(this.framing, Connections.requirePositive(timeout), this.idleTimeout);
	}

	/**
	 * Sets the idle timeout. A download as a whole has no timeout.
	 * @param timeout the maximum time without data, also before the first byte and after
	 * the last, greater than 0
	 * @return a new client
	 */
	public PoemClient withIdleTimeout(Duration timeout) {
		return new PoemClient(this.framing, this.connectTimeout, Connections.requirePositive(timeout));
	}

	/**
	 * Downloads one poem.
	 * @param server the poem server
	 * @param progress receives the number of bytes of each chunk, on this thread
	 * @return the poem; it can be empty only in a netstring
	 * @throws ClientException if the server sent no poem, or the poem is known to be
	 * incomplete
	 * @throws java.io.InterruptedIOException if this is a virtual thread and it was
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
		return decode(unframe(bytes, server), server);
	}

	private static byte[] readToEnd(InputStream input, ServerAddress server, IntConsumer progress) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		byte[] buffer = new byte[BUFFER_SIZE];
		int count = read(input, buffer, server);
		while (count >= 0) {
			if (bytes.size() + count > MAX_LENGTH) {
				throw new TooLongReplyException(server, "sent a poem of more than " + MAX_LENGTH + " bytes");
			}
			bytes.write(buffer, 0, count);
			progress.accept(count);
			count = read(input, buffer, server);
		}
		return bytes.toByteArray();
	}

	private static int read(InputStream input, byte[] buffer, ServerAddress server) throws IOException {
		try {
			return input.read(buffer);
		}
		catch (SocketTimeoutException ex) {
			throw new ServerTimeoutException(server, "sent no data for too long before the end of its poem");
		}
		catch (IOException ex) {
			Connections.throwIfInterrupted();
			throw new TruncatedReplyException(server, "broke the connection before the end of its poem");
		}
	}

	private byte[] unframe(byte[] bytes, ServerAddress server) throws ClientException {
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
			throw new MalformedReplyException(server, "sent a poem that is not a netstring: " + ex.getMessage());
		}
		catch (IOException ex) {
			throw new TruncatedReplyException(server, "closed the connection before the end of its poem's netstring");
		}
		if (input.available() == 0) {
			return poem;
		}
		if (this.framing == Framing.AUTO) {
			return bytes;
		}
		throw new TrailingDataException(server, "sent more data after its poem");
	}

	private static byte[] readNetstring(InputStream input) throws IOException {
		// memory grows with the bytes received, not with the announced length
		byte[] poem = new NetstringCodec(Integer.MAX_VALUE).read(input);
		if (poem == null) {
			throw new EOFException();
		}
		return poem;
	}

	private static String decode(byte[] poem, ServerAddress server) throws MalformedReplyException {
		try {
			return StrictUtf8.decode(poem);
		}
		catch (CharacterCodingException ex) {
			throw new MalformedReplyException(server, "sent a poem that is not well-formed UTF-8");
		}
	}

	/**
	 * How poems are framed.
	 */
	public enum Framing {

		/**
		 * Detects the framing. Data that is exactly one netstring is that netstring's
		 * poem. Data that starts as a netstring and ends before its announced length is
		 * an incomplete poem. Anything else is a raw poem. A raw poem that starts with a
		 * number and a colon and is shorter than that number, or that is only a number,
		 * is therefore taken for an incomplete one and needs {@link #RAW}.
		 */
		AUTO,

		/**
		 * The bytes of the poem, unframed: truncation cannot be detected.
		 */
		RAW,

		/** The poem as one netstring. */
		NETSTRING

	}

}
