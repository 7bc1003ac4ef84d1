package dev.couplet.benchmark;

/**
 * What a server may have a port for.
 */
enum Service {

	/** {@code <recipe>.<text>} in a netstring, the reply in another, and the close. */
	NETSTRING,

	/** {@code <recipe> <text>} in a netstring, {@code OK <result>}, and so on. */
	SOCKETMAP,

	/** {@code POST /transforms/<recipe>}. */
	HTTP

}
