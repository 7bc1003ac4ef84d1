package dev.couplet.protocol.grpc;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.protobuf.services.HealthStatusManager;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.grpc.server.health.GrpcServerHealth;

/**
 * Keeps the standard health service of gRPC up to date with Actuator's health, for the
 * server and for each service. At shutdown none of them serves any more before anything
 * else happens, so that clients and load balancers choose other servers.
 */
final class GrpcHealth {

	private static final int INTERVAL_SECONDS = 1;

	private final GrpcServerHealth health;

	private final HealthStatusManager statuses;

	private @Nullable ScheduledExecutorService timer;

	GrpcHealth(GrpcServerHealth health, HealthStatusManager statuses) {
		this.health = health;
		this.statuses = statuses;
	}

	void start() {
		ScheduledExecutorService started = Executors
			.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("grpc-health").factory());
		started.scheduleWithFixedDelay(() -> this.health.update(this.statuses), 0, INTERVAL_SECONDS, TimeUnit.SECONDS);
		this.timer = started;
	}

	void stop() {
		if (this.timer != null) {
			this.timer.close();
		}
		this.health.update((service, status) -> this.statuses.setStatus(service, ServingStatus.NOT_SERVING));
	}

}
