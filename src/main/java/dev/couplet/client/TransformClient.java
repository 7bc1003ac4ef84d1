package dev.couplet.client;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.util.regex.Pattern;

import javax.net.ssl.SSLContext;

import org.jspecify.annotations.Nullable;

/**
 * Transforms values on a server, with one connection for each value: over the netstring
 * protocol, or over socketmap or HTTP, in which the server says why it refuses something.
 * Immutable and thread-safe.
 *
 * <pre>
 * TransformClient client = new TransformClient(ServerUri.parse("http://localhost:8080"));
 * String text = client.transform("cummingsify", "HERE IS MY POEM");
 * byte[] compressed = client.transform("gzip", bytes);
 * </pre>
 *
 * A value is bytes. A recipe takes and gives either bytes or a text, which is bytes in
 * UTF-8: {@code gunzip,lower-case} takes bytes and gives a text. This client does not
 * know which. The server refuses bytes that are not UTF-8 if the recipe takes a text.
 *
 * <p>
 * A result is always complete. Each kind of failure has its own exception: see
 * {@link ClientException}.
 */
public final class TransformClient {

	/**
	 * The default connect timeout.
	 */
	public static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(5);

	/**
	 * The default reply timeout.
	 */
	public static final Duration DEFAULT_REPLY_TIMEOUT = Duration.ofSeconds(30);

	/**
	 * The default maximum length of a reply in bytes: the highest limit that a server can
	 * be configured with.
	 */
	public static final int DEFAULT_MAX_REPLY_LENGTH = 256 * 1024 * 1024;

	private static final char SEPARATOR = '.';

	private static final Pattern TOKEN = Pattern.compile("[!-~]{1,512}");

	private final ServerUri uri;

	private final ServerAddress server;

	private final Duration connectTimeout;

	private final Duration replyTimeout;

	private final int maxReplyLength;

	private final @Nullable Tls tls;

	private final @Nullable String token;

	/**
	 * Creates a client of the netstring protocol with the default timeouts and limit. It
	 * does not connect until it is used.
	 * @param server the server
	 */
	public TransformClient(ServerAddress server) {
		this(ServerUri.netstring(server));
	}

	/**
	 * Creates a client with the default timeouts and limit. It does not connect until it
	 * is used. With {@code https}, it trusts the authorities that the JVM trusts.
	 * @param server the server
	 */
	public TransformClient(ServerUri server) {
		this(server, DEFAULT_CONNECT_TIMEOUT, DEFAULT_REPLY_TIMEOUT, DEFAULT_MAX_REPLY_LENGTH, null, null);
	}

	private TransformClient(ServerUri server, Duration connectTimeout, Duration replyTimeout, int maxReplyLength,
			@Nullable Tls tls, @Nullable String token) {
		this.uri = server;
		this.server = server.address();
		this.connectTimeout = connectTimeout;
		this.replyTimeout = replyTimeout;
		this.maxReplyLength = maxReplyLength;
		this.tls = tls;
		this.token = token;
	}

	/**
	 * Sets the connect timeout.
	 * @param timeout the timeout for all addresses of the host together, greater than 0;
	 * name resolution is not included
	 * @return a new client
	 */
	public TransformClient withConnectTimeout(Duration timeout) {
		return new TransformClient(this.uri, Connections.requirePositive(timeout), this.replyTimeout,
				this.maxReplyLength, this.tls, this.token);
	}

	/**
	 * Sets the reply timeout.
	 * @param timeout the total time from connecting until the server has closed the
	 * connection, greater than 0
	 * @return a new client
	 */
	public TransformClient withReplyTimeout(Duration timeout) {
		return new TransformClient(this.uri, this.connectTimeout, Connections.requirePositive(timeout),
				this.maxReplyLength, this.tls, this.token);
	}

	/**
	 * Sets the maximum length of a result. A longer one is refused by its announced
	 * length, before the rest of it is read; over socketmap, in which it might be the
	 * reason of a refusal, up to 100,000 bytes are read. The limit does not apply to
	 * reasons, which are shortened to 500 characters.
	 * @param bytes the maximum number of bytes, at least 0
	 * @return a new client
	 */
	public TransformClient withMaxReplyLength(int bytes) {
		if (bytes < 0) {
			throw new IllegalArgumentException("a length must not be negative");
		}
		return new TransformClient(this.uri, this.connectTimeout, this.replyTimeout, bytes, this.tls, this.token);
	}

	/**
	 * Enables TLS. The server's certificate must match the host of the address. The reply
	 * timeout includes the handshake.
	 * @param context the trusted authorities and the client certificate; {@link PemFiles}
	 * creates one
	 * @return a new client
	 */
	public TransformClient withTls(SSLContext context) {
		return new TransformClient(this.uri, this.connectTimeout, this.replyTimeout, this.maxReplyLength,
				new Tls(context), this.token);
	}

	/**
	 * Sets the bearer token for an HTTP server that requires one. Without TLS, it can be
	 * read on the way.
	 * @param token 1 to 512 visible ASCII characters
	 * @return a new client
	 * @throws IllegalArgumentException if it is not a token, or the server is not an HTTP
	 * server
	 */
	public TransformClient withToken(String token) {
		if (this.uri.protocol() != ServerUri.Protocol.HTTP) {
			throw new IllegalArgumentException("only HTTP servers have tokens");
		}
		if (!TOKEN.matcher(token).matches()) {
			throw new IllegalArgumentException("a token must be 1 to 512 visible ASCII characters");
		}
		return new TransformClient(this.uri, this.connectTimeout, this.replyTimeout, this.maxReplyLength, this.tls,
				token);
	}

	/**
	 * Transforms a text, as {@link #transform(String, byte[])} transforms its bytes in
	 * UTF-8.
	 * @param recipe a recipe that gives a text
	 * @param text any text, possibly empty
	 * @return the result
	 * @throws ClientException if the server sent no valid reply, or the result is not
	 * well-formed UTF-8, as that of a recipe that gives bytes
	 * @throws java.io.InterruptedIOException if this is a virtual thread and it was
	 * interrupted
	 * @throws IllegalArgumentException if the recipe contains {@code .}, or recipe or
	 * text contains an unpaired surrogate
	 */
	public String transform(String recipe, String text) throws IOException {
		byte[] result = transform(recipe, StrictUtf8.encode(text));
		try {
			return StrictUtf8.decode(result);
		}
		catch (CharacterCodingException ex) {
			throw new MalformedReplyException(this.server, "sent a reply that is not well-formed UTF-8");
		}
	}

	/**
	 * Transforms bytes.
	 * @param recipe a recipe such as {@code trim,wrap=60}. It must not contain {@code .},
	 * which would end it; in an argument, write {@code %2E}. It is otherwise checked by
	 * the server
	 * @param value any bytes, possibly none, in UTF-8 if the recipe takes a text. They
	 * are not copied, so they must not be modified until this method returns
	 * @return the result, in UTF-8 if the recipe gives a text
	 * @throws ClientException if the server sent no valid reply
	 * @throws java.io.InterruptedIOException if this is a virtual thread and it was
	 * interrupted
	 * @throws IllegalArgumentException if the recipe contains {@code .} or an unpaired
	 * surrogate
	 */
	public byte[] transform(String recipe, byte[] value) throws IOException {
		if (recipe.indexOf(SEPARATOR) >= 0) {
			throw new IllegalArgumentException(
					"a recipe must not contain '.'; in an argument it must be percent-encoded");
		}
		byte[] head = StrictUtf8.encode(head(recipe));
		try (Socket socket = Connections.open(this.server, this.connectTimeout);
				Deadline deadline = new Deadline(socket, this.replyTimeout)) {
			return exchange(socket, head, value, deadline);
		}
	}

	// what comes before the value: the recipe, and the character that ends it
	private String head(String recipe) {
		return switch (this.uri.protocol()) {
			case NETSTRING -> recipe + SEPARATOR;
			case SOCKETMAP -> recipe.replace(" ", "%20") + " ";
			case HTTP -> recipe;
		};
	}

	private byte[] exchange(Socket socket, byte[] head, byte[] value, Deadline deadline) throws IOException {
		try {
			Socket secured = secure(socket);
			return switch (this.uri.protocol()) {
				case NETSTRING ->
					new NetstringExchange(this.server, socket, secured, this.maxReplyLength).call(head, value);
				case SOCKETMAP -> callSocketmap(socket, secured, head, value);
				case HTTP -> new HttpExchange(this.uri, secured, this.maxReplyLength, this.token).call(head, value);
			};
		}
		catch (IOException ex) {
			if (deadline.passed()) {
				throw new ServerTimeoutException(this.server, "did not answer in time");
			}
			Connections.throwIfInterrupted();
			throw ex;
		}
	}

	private Socket secure(Socket socket) throws IOException {
		if (this.tls != null) {
			return this.tls.secure(socket, this.server);
		}
		return this.uri.tls() ? Tls.standard().secure(socket, this.server) : socket;
	}

	private byte[] callSocketmap(Socket socket, Socket secured, byte[] head, byte[] value) throws IOException {
		int maxLength = SocketmapReply.maxLength(this.maxReplyLength);
		byte[] reply = new NetstringExchange(this.server, socket, secured, maxLength).call(head, value);
		return SocketmapReply.result(this.server, reply, value, this.maxReplyLength);
	}

}
