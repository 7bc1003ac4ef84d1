package dev.couplet.benchmark;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Servers that run beside each other, and end together.
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
	 * Finds one by its name.
	 * @param name the name of its kind
	 * @return the server; empty where it was left out
	 */
	Optional<Server> find(String name) {
		return Optional.ofNullable(this.servers.get(name));
	}

	@Override
	public void close() {
		this.servers.values().forEach(Server::close);
	}

}
