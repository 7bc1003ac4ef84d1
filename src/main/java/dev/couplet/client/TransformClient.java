package dev.couplet.client;

import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import javax.net.ssl.SSLContext;

import org.jspecify.annotations.Nullable;

/**
 * Has texts transformed by one server, over the netstring protocol: one connection a
 * text. Immutable, and safe to be shared by threads.
 *
 * <pre>
 * TransformClient client = new TransformClient(new ServerAddress("localhost", 11000));
 * String text = client.transform("cummingsify", "HERE IS MY POEM");
 * </pre>
 *
 * What it returns is the whole of what the server sent. Everything else is an exception,
 * and every kind of failure has its own: see {@link ClientException}.
 */
public final class TransformClient {

	/**
	 * How long a connection may take where nothing else is set.
	 */
	public static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(5);

	/**
	 * How long a reply may take where nothing else is set.
	 */
	public static final Duration DEFAULT_REPLY_TIMEOUT = Duration.ofSeconds(30);

	/**
	 * The most bytes that a reply may have where nothing else is set: the most that a
	 * server can be set to.
	 */
	public static final int DEFAULT_MAX_REPLY_LENGTH = 256 * 1024 * 1024;

	private static final char SEPARATOR = '.';

	private final ServerAddress server;

	private final Duration connectTimeout;

	private final Duration replyTimeout;

	private final int maxReplyLength;

	private final @Nullable Tls tls;

	/**
	 * Makes a client with the default timeouts and limit. It connects when it is used.
	 * @param server the server
	 */
	public TransformClient(ServerAddress server) {
		this(server, DEFAULT_CONNECT_TIMEOUT, DEFAULT_REPLY_TIMEOUT, DEFAULT_MAX_REPLY_LENGTH, null);
	}

	private TransformClient(ServerAddress server, Duration connectTimeout, Duration replyTimeout, int maxReplyLength,
			@Nullable Tls tls) {
		this.server = server;
		this.connectTimeout = connectTimeout;
		this.replyTimeout = replyTimeout;
		this.maxReplyLength = maxReplyLength;
		this.tls = tls;
	}

	/**
	 * Sets how long a connection may take.
	 * @param timeout for all addresses of the host together, more than 0; the look-up of
	 * its name is not counted
	 * @return another client
	 */
	public TransformClient withConnectTimeout(Duration timeout) {
		return new TransformClient(this.server, Connections.checked(timeout), this.replyTimeout, this.maxReplyLength,
				this.tls);
	}

	/**
	 * Sets how long a reply may take.
	 * @param timeout from the connection to the server's close, more than 0, however the
	 * bytes come
	 * @return another client
	 */
	public TransformClient withReplyTimeout(Duration timeout) {
		return new TransformClient(this.server, this.connectTimeout, Connections.checked(timeout), this.maxReplyLength,
				this.tls);
	}

	/**
	 * Sets how long a reply may be. A longer one is refused by its length, before its
	 * text is read.
	 * @param bytes the most bytes of UTF-8, at least 0
	 * @return another client
	 */
	public TransformClient withMaxReplyLength(int bytes) {
		if (bytes < 0) {
			throw new IllegalArgumentException("a length is not negative");
		}
		return new TransformClient(this.server, this.connectTimeout, this.replyTimeout, bytes, this.tls);
	}

	/**
	 * Sets that TLS is spoken. The server has to show a certificate for its host, as it
	 * is written in the address. The handshake is part of the time for the reply.
	 * @param context whom to trust, and what certificate to show; {@link PemFiles} makes
	 * one
	 * @return another client
	 */
	public TransformClient withTls(SSLContext context) {
		return new TransformClient(this.server, this.connectTimeout, this.replyTimeout, this.maxReplyLength,
				new Tls(context));
	}

	/**
	 * Has a text transformed.
	 * @param recipe transforms in a row, as in {@code trim,wrap=60}. What is in it is the
	 * server's to judge, but it has no {@code .}, which would end it early: within an
	 * argument that is written {@code %2E}
	 * @param text any text, the empty one included
	 * @return the transformed text
	 * @throws ClientException where the server gave no answer, or one that is not to be
	 * trusted
	 * @throws java.io.InterruptedIOException where the thread is a virtual one and was
	 * interrupted
	 * @throws IllegalArgumentException where the recipe has a {@code .}, or recipe or
	 * text have half a surrogate pair and so no form in UTF-8
	 */
	public String transform(String recipe, String text) throws IOException {
		if (recipe.indexOf(SEPARATOR) >= 0) {
			throw new IllegalArgumentException("a recipe has no '.'; in an argument it is percent-encoded");
		}
		byte[] request = encode(recipe + SEPARATOR + text);
		try (Socket socket = Connections.open(this.server, this.connectTimeout);
				Deadline deadline = new Deadline(socket, this.replyTimeout)) {
			return decode(exchange(socket, request, deadline));
		}
	}

	private byte[] exchange(Socket socket, byte[] request, Deadline deadline) throws IOException {
		try {
			Socket plain = (this.tls != null) ? this.tls.secure(socket, this.server) : socket;
			return new Exchange(this.server, socket, plain, this.maxReplyLength).call(request);
		}
		catch (IOException ex) {
			if (deadline.passed()) {
				throw new ServerTimeoutException(this.server, "did not answer in time");
			}
			Connections.failWhereInterrupted();
			throw ex;
		}
	}

	private String decode(byte[] reply) throws MalformedReplyException {
		try {
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(reply)).toString();
		}
		catch (CharacterCodingException ex) {
			throw new MalformedReplyException(this.server, "sent a reply that is not well-formed UTF-8");
		}
	}

	private static byte[] encode(String request) {
		try {
			ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(request));
			byte[] bytes = new byte[encoded.remaining()];
			encoded.get(bytes);
			return bytes;
		}
		catch (CharacterCodingException ex) {
			throw new IllegalArgumentException("half a surrogate pair is no text", ex);
		}
	}

}
