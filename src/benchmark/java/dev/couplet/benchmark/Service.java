package dev.couplet.benchmark;

import java.util.List;
import java.util.Map;

/**
 * The services of a server, each on its own port.
 */
public enum Service {

	/**
	 * {@code <recipe>.<text>} in a netstring, the reply in a netstring, then the close.
	 */
	NETSTRING,

	/**
	 * {@code <recipe> <text>} in a netstring, {@code OK <result>} in a netstring,
	 * repeatedly.
	 */
	SOCKETMAP,

	/** {@code POST /transforms/<recipe>}. */
	HTTP,

	/** {@code couplet.v1.Transforms}. */
	GRPC;

	/** The services of a server with netstrings. */
	static final List<Service> TCP = List.of(NETSTRING, SOCKETMAP);

	/**
	 * Returns the ports of a netstring server as command-line arguments.
	 * @param ports the ports of the server
	 * @return two arguments
	 */
	static List<String> tcp(Map<Service, Integer> ports) {
		return TCP.stream().map((service) -> String.valueOf(ports.get(service))).toList();
	}

}
