package dev.couplet.protocol.socketmap;

/**
 * The reply where the result is the value itself, byte for byte.
 */
enum Unchanged {

	/** {@code OK} and the result, as for any other value. */
	OK,

	/** {@code NOTFOUND}, as if the table had no entry for the key. */
	NOT_FOUND

}
