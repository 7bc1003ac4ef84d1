package dev.couplet.tcp;

/**
 * How a listener treats clients without a certificate, with the names that Spring Boot
 * uses. A certificate that a client presents must be valid in any case.
 */
public enum ClientAuth {

	/** Clients are not asked for a certificate. */
	NONE,

	/** Clients are asked for a certificate, but need none. */
	WANT,

	/** Clients without a certificate are rejected. */
	NEED

}
