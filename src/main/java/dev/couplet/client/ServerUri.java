package dev.couplet.client;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Where a transform server is, and in which protocol to call it.
 *
 * @param protocol the protocol
 * @param address the address
 * @param tls whether the URL requires TLS: that of {@code https}
 * @param path what comes before {@code /transforms} in the path of an HTTP request, such
 * as {@code /couplet}; empty for other protocols, and if there is nothing
 */
public record ServerUri(Protocol protocol, ServerAddress address, boolean tls, String path) {

	private static final int HTTPS_PORT = 443;

	private static final Pattern URI = Pattern
		.compile("(?i)(?:(netstring|socketmap|https?)://)?(\\[[^\\]/]*\\]|[^:/\\[\\]]+)(?::([0-9]{1,5}))?(/.*)?");

	private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");

	private static final Pattern PATH = Pattern.compile("(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*");

	public ServerUri {
		if (!PATH.matcher(path).matches() || (protocol != Protocol.HTTP && !path.isEmpty())) {
			throw new IllegalArgumentException("invalid path");
		}
	}

	/**
	 * Returns a server of the netstring protocol.
	 * @param address its address
	 * @return the server
	 */
	public static ServerUri netstring(ServerAddress address) {
		return new ServerUri(Protocol.NETSTRING, address, false, "");
	}

	/**
	 * Parses a URL, whose port and path may be missing, or an address without a scheme.
	 * @param text a URL such as {@code netstring://localhost:11000},
	 * {@code socketmap://localhost} or {@code https://example.org/couplet}; or a host,
	 * whose protocol is socketmap; or a host and a port, or a port of localhost, whose
	 * protocol is the one with this default port, or else netstring
	 * @return the server
	 * @throws IllegalArgumentException if it is invalid; the message gives the format
	 */
	public static ServerUri parse(String text) {
		Matcher parts = URI.matcher(PORT.matcher(text).matches() ? "localhost:" + text : text);
		if (!parts.matches()) {
			throw new IllegalArgumentException(
					"a server must be HOST, HOST:PORT, or a URL with socketmap://, netstring://, http:// or https://, "
							+ "and an IPv6 address in brackets");
		}
		String scheme = (parts.group(1) != null) ? parts.group(1).toUpperCase(Locale.ROOT) : "";
		return switch (scheme) {
			case "" -> of((parts.group(3) != null) ? Protocol.of(Integer.parseInt(parts.group(3))) : Protocol.SOCKETMAP,
					parts, false);
			case "HTTPS" -> of(Protocol.HTTP, parts, true);
			default -> of(Protocol.valueOf(scheme), parts, false);
		};
	}

	private static ServerUri of(Protocol protocol, Matcher parts, boolean tls) {
		int port = (parts.group(3) != null) ? Integer.parseInt(parts.group(3))
				: (tls ? HTTPS_PORT : protocol.defaultPort());
		return new ServerUri(protocol, address(parts.group(2), port), tls, path(parts.group(4), protocol));
	}

	private static ServerAddress address(String host, int port) {
		return new ServerAddress(host.startsWith("[") ? host.substring(1, host.length() - 1) : host, port);
	}

	private static String path(@Nullable String path, Protocol protocol) {
		String prefix = (path != null) ? path.replaceFirst("/+$", "") : "";
		if (!PATH.matcher(prefix).matches()) {
			throw new IllegalArgumentException("the path of a server must have no query and no fragment, "
					+ "and other special characters percent-encoded");
		}
		if (protocol != Protocol.HTTP && !prefix.isEmpty()) {
			throw new IllegalArgumentException("only http:// and https:// have a path");
		}
		return prefix;
	}

	/**
	 * Returns the URL, which {@link #parse} takes.
	 * @return such as {@code https://example.org:443/couplet}
	 */
	@Override
	public String toString() {
		return this.protocol.name().toLowerCase(Locale.ROOT) + (this.tls ? "s" : "") + "://" + this.address + this.path;
	}

	/**
	 * A protocol in which a transform server is called.
	 */
	public enum Protocol {

		/**
		 * The netstring protocol, whose servers give no reason for a refusal.
		 */
		NETSTRING(11000),

		/**
		 * Postfix's socketmap protocol.
		 */
		SOCKETMAP(11001),

		/**
		 * HTTP/1.1.
		 */
		HTTP(8080);

		private final int defaultPort;

		Protocol(int defaultPort) {
			this.defaultPort = defaultPort;
		}

		/**
		 * Returns the port on which a server speaks the protocol by default, without TLS.
		 * @return the port
		 */
		public int defaultPort() {
			return this.defaultPort;
		}

		private static Protocol of(int port) {
			for (Protocol protocol : values()) {
				if (protocol.defaultPort == port) {
					return protocol;
				}
			}
			return NETSTRING;
		}

	}

}
