package dev.couplet.tcp;

/**
 * Whether connections begin with a header of HAProxy's PROXY protocol, version 1 or 2.
 */
enum ProxyProtocol {

	/** They do not. One that is sent all the same is a malformed request. */
	OFF,

	/** They do. One without a header is closed. */
	REQUIRED

}
