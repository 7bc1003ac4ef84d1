package dev.couplet.endpoint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.couplet.transform.remote.RemoteServer;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/**
 * The health of the remote servers, from what became of the last call of each. They are
 * not called for it.
 */
final class RemoteHealth {

	private RemoteHealth() {
	}

	/**
	 * Returns the health.
	 * @param servers the servers
	 * @return the health, with details for each server
	 */
	static Health of(List<RemoteServer> servers) {
		boolean degraded = servers.stream().anyMatch((server) -> server.failure() != null || !server.isCalled());
		Health.Builder health = Health.status(degraded ? Endpoint.DEGRADED : Status.UP);
		servers.forEach((server) -> health.withDetail(server.name(), details(server)));
		return health.build();
	}

	private static Map<String, Object> details(RemoteServer server) {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("called", server.isCalled());
		String failure = server.failure();
		if (failure != null) {
			details.put("failure", failure);
		}
		return details;
	}

}
