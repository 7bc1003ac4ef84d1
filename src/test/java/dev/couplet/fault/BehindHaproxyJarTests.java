package dev.couplet.fault;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

import dev.couplet.Metrics;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for three servers behind HAProxy, with the configuration in {@code ops/haproxy}.
 */
class BehindHaproxyJarTests extends BalancerContract<Haproxy> {

	/**
	 * More than two health checks in every backend, after which a replica would be used.
	 */
	private static final int CHECKS = 15;

	BehindHaproxyJarTests() {
		super("haproxy");
	}

	@Override
	Haproxy start(Replicas replicas, Path folder) throws IOException {
		return Haproxy.start(replicas, folder);
	}

	@Test
	void aVersionThatDoesNotGetReadyBreaksNothing() {
		testHungVersion((hung) -> {
			Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> hung.connections() > CHECKS);
			assertThat(balancer().statuses(0)).allMatch((status) -> status.startsWith("DOWN"));
		});
	}

	@Test
	void healthChecksAreNotCountedAsFailedRequests() {
		Metrics metrics = replicas().metrics(0);
		double before = metrics.failed("socketmap", "vanished");
		double checks = metrics.transforms("socketmap", "cummingsify", "success");
		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.until(() -> metrics.transforms("socketmap", "cummingsify", "success") > checks + 3);
		assertThat(metrics.failed("socketmap", "vanished")).isEqualTo(before);
	}

}
