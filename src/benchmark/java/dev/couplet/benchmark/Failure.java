package dev.couplet.benchmark;

/**
 * What may become of an exchange instead of a reply.
 */
enum Failure {

	/** The connection was not accepted. */
	REFUSED,

	/** The connection was reset, or broke in another way. */
	RESET,

	/** The server closed before the end of its reply. */
	CUT,

	/** The reply was not the right one. */
	WRONG,

	/** There was no reply in the whole of a window. */
	SILENT,

	/** An idle connection was closed by the server. */
	LOST

}
