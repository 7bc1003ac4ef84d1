package dev.couplet.benchmark;

import java.util.List;
import java.util.Map;

/**
 * What a server may have a port for.
 */
enum Service {

	/** {@code <recipe>.<text>} in a netstring, the reply in another, and the close. */
	NETSTRING,

	/** {@code <recipe> <text>} in a netstring, {@code OK <result>}, and so on. */
	SOCKETMAP,

	/** {@code POST /transforms/<recipe>}. */
	HTTP;

	/** What a server in netstrings serves. */
	static final List<Service> TCP = List.of(NETSTRING, SOCKETMAP);

	/**
	 * The ports of a server in netstrings, as all that are no more than that take them.
	 * @param ports those that it was given
	 * @return two arguments
	 */
	static List<String> tcp(Map<Service, Integer> ports) {
		return TCP.stream().map((service) -> String.valueOf(ports.get(service))).toList();
	}

}
