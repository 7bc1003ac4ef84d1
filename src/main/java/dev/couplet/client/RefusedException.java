package dev.couplet.client;

import org.jspecify.annotations.Nullable;

/**
 * The server refused a recipe or a value, or could not serve it. It said why, or it
 * closed the connection without a reply, which is all that the netstring protocol has.
 */
public final class RefusedException extends ClientException {

	private static final long serialVersionUID = 1L;

	private static final int MAX_REASON = 500;

	private final @Nullable String reason;

	RefusedException(ServerAddress server) {
		this(server, "closed the connection without a reply");
	}

	RefusedException(ServerAddress server, String message) {
		this(server, message, null);
	}

	private RefusedException(ServerAddress server, String message, @Nullable String reason) {
		super(server, message);
		this.reason = reason;
	}

	/**
	 * Creates an exception for a request that the server will not accept later either.
	 * @param server the server
	 * @param reason what it said
	 * @return the exception
	 */
	static RefusedException permanent(ServerAddress server, String reason) {
		String printable = printable(reason);
		return new RefusedException(server, "refuses this: " + printable, printable);
	}

	/**
	 * Creates an exception for a request that may succeed later.
	 * @param server the server
	 * @param reason what it said
	 * @return the exception
	 */
	static RefusedException temporary(ServerAddress server, String reason) {
		String printable = printable(reason);
		return new RefusedException(server, "could not do this: " + printable, printable);
	}

	private static String printable(String reason) {
		int end = Math.min(reason.length(), MAX_REASON);
		if (end < reason.length() && Character.isHighSurrogate(reason.charAt(end - 1))) {
			// no half of a character
			end--;
		}
		return reason.substring(0, end).replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
	}

	/**
	 * Returns the reason that the server gave.
	 * @return one line without control characters, or null if the server closed the
	 * connection without a reply
	 */
	public @Nullable String reason() {
		return this.reason;
	}

}
