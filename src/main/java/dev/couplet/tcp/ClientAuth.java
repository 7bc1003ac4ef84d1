package dev.couplet.tcp;

/**
 * What becomes of a client without a certificate, in Spring Boot's words. A certificate
 * that is shown has to be a good one in any case.
 */
public enum ClientAuth {

	/** Nobody is asked for one. */
	NONE,

	/** It is asked for one, and served all the same. */
	WANT,

	/** It is not served. */
	NEED

}
