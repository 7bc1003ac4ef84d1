package dev.couplet.protocol.mcp;

import org.jspecify.annotations.Nullable;

/**
 * The check of the Origin header, which browsers send, and other clients do not. It keeps
 * a page of another site from calling the server through the browser of somebody who can
 * reach it.
 */
final class Origins {

	private static final String SEPARATOR = "://";

	private Origins() {
	}

	/**
	 * Returns whether a request is not from a page of another site.
	 * @param origin the header, or null if there is none
	 * @param host the header Host with the port unless it is the default, or null if
	 * there is none
	 * @return true if there is no origin, or it is this host and port. The scheme does
	 * not matter, because a proxy may add TLS
	 */
	static boolean isOwn(@Nullable String origin, @Nullable String host) {
		if (origin == null) {
			return true;
		}
		int scheme = origin.indexOf(SEPARATOR);
		return scheme > 0 && origin.substring(scheme + SEPARATOR.length()).equalsIgnoreCase(host);
	}

}
