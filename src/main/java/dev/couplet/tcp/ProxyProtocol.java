package dev.couplet.tcp;

/**
 * Whether connections start with a header of HAProxy's PROXY protocol, version 1 or 2.
 */
enum ProxyProtocol {

	/** Connections have no header. A header is treated as a malformed request. */
	OFF,

	/** Connections must have a header, or are closed. */
	REQUIRED

}
