package dev.couplet.benchmark;

/**
 * The ways in which an exchange can fail.
 */
enum Failure {

	/** The connection was not accepted. */
	REFUSED,

	/** The connection was reset or failed in another way. */
	RESET,

	/** The server closed the connection before the end of the reply. */
	CUT,

	/** The reply was wrong. */
	WRONG,

	/** There was no reply during the measurement. */
	SILENT,

	/** An idle connection was closed by the server. */
	LOST

}
