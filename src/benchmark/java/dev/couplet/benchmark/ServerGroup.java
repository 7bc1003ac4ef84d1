package dev.couplet.benchmark;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Servers that run at the same time and are stopped together.
 */
final class ServerGroup implements AutoCloseable {

	private final Map<String, Server> servers = new LinkedHashMap<>();

	static ServerGroup start(List<ServerKind> kinds) throws IOException {
		ServerGroup group = new ServerGroup();
		try {
			for (ServerKind kind : kinds) {
				group.servers.put(kind.name(), kind.start());
			}
			return group;
		}
		catch (IOException ex) {
			group.close();
			throw ex;
		}
	}

	/**
	 * Finds a server by name.
	 * @param name the name of the server
	 * @return the server; empty if it was omitted
	 */
	Optional<Server> find(String name) {
		return Optional.ofNullable(this.servers.get(name));
	}

	/**
	 * Returns the servers that provide a service.
	 * @param service the service
	 * @return the servers by name, in the order in which they were started
	 */
	Map<String, Server> serving(Service service) {
		Map<String, Server> serving = new LinkedHashMap<>(this.servers);
		serving.values().removeIf((server) -> !server.serves(service));
		return serving;
	}

	/**
	 * Returns servers by name.
	 * @param names the names of the servers
	 * @return the servers by name, in the order in which they were started, without those
	 * that were omitted
	 */
	Map<String, Server> named(Collection<String> names) {
		Map<String, Server> named = new LinkedHashMap<>(this.servers);
		named.keySet().retainAll(names);
		return named;
	}

	@Override
	public void close() {
		this.servers.values().forEach(Server::close);
	}

}
