package dev.couplet.transform.remote;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

import dev.couplet.client.ServerAddress;
import org.jspecify.annotations.Nullable;

/**
 * The address of a remote server, and its recipe: {@code netstring://host:port/recipe},
 * {@code socketmap://host:port/recipe}, or the URL of an HTTP request that takes the
 * value as its body, such as {@code http://host/transforms/recipe}.
 *
 * @param protocol the protocol
 * @param server the address
 * @param recipe the recipe, empty for HTTP, where it is part of the URL
 * @param uri the whole address
 */
public record RemoteUri(Protocol protocol, ServerAddress server, String recipe, URI uri) {

	private static final String FORMAT = "It must be netstring://HOST:PORT/RECIPE, socketmap://HOST:PORT/RECIPE, "
			+ "or an http or https URL such as http://HOST:PORT/transforms/RECIPE";

	/**
	 * Parses an address.
	 * @param text the address
	 * @return the address
	 * @throws IllegalArgumentException if it is invalid; the message says why
	 */
	public static RemoteUri parse(String text) {
		URI uri = uri(text);
		Protocol protocol = Protocol.of(uri.getScheme());
		String host = uri.getHost();
		if (protocol == null || host == null) {
			throw new IllegalArgumentException(FORMAT);
		}
		if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
			throw new IllegalArgumentException("It must have no user name, password or fragment");
		}
		ServerAddress server = new ServerAddress(withoutBrackets(host), port(uri, protocol));
		return new RemoteUri(protocol, server, (protocol == Protocol.HTTP) ? "" : recipe(uri, protocol), uri);
	}

	private static URI uri(String text) {
		try {
			return new URI(text);
		}
		catch (URISyntaxException ex) {
			throw new IllegalArgumentException(FORMAT + "; at character " + (ex.getIndex() + 1) + ", it is not a URI");
		}
	}

	private static String withoutBrackets(String host) {
		return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
	}

	private static int port(URI uri, Protocol protocol) {
		if (uri.getPort() >= 0) {
			return uri.getPort();
		}
		if (protocol != Protocol.HTTP) {
			throw new IllegalArgumentException(FORMAT);
		}
		return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
	}

	private static String recipe(URI uri, Protocol protocol) {
		String path = uri.getRawPath();
		if (path.length() < 2 || uri.getRawQuery() != null) {
			throw new IllegalArgumentException(FORMAT);
		}
		String recipe = path.substring(1);
		if (recipe.indexOf(protocol.separator()) >= 0) {
			throw new IllegalArgumentException(
					"The recipe must not contain '" + protocol.separator() + "'; in an argument, write %2E");
		}
		return recipe;
	}

	/**
	 * Returns the address without the recipe, for operators.
	 * @return such as {@code netstring://localhost:11000}
	 */
	public String origin() {
		return this.uri.getScheme().toLowerCase(Locale.ROOT) + "://" + this.server;
	}

	/**
	 * A protocol to call a server with.
	 */
	public enum Protocol {

		/** The netstring protocol. */
		NETSTRING('.'),

		/** Postfix's socketmap protocol. */
		SOCKETMAP(' '),

		/** HTTP, with or without TLS. */
		HTTP('/');

		private final char separator;

		Protocol(char separator) {
			this.separator = separator;
		}

		/**
		 * Returns the character between the recipe and the value.
		 * @return an ASCII character
		 */
		char separator() {
			return this.separator;
		}

		private static @Nullable Protocol of(@Nullable String scheme) {
			return switch (String.valueOf(scheme).toLowerCase(Locale.ROOT)) {
				case "netstring" -> NETSTRING;
				case "socketmap" -> SOCKETMAP;
				case "http", "https" -> HTTP;
				default -> null;
			};
		}

	}

}
