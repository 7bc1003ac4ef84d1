package dev.couplet.endpoint;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.DefaultHealthContributorRegistry;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Endpoints}.
 */
@ExtendWith(OutputCaptureExtension.class)
class EndpointsTests {

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final DefaultHealthContributorRegistry health = new DefaultHealthContributorRegistry();

	private final Endpoints endpoints = new Endpoints(this.meters, this.health);

	private final AtomicInteger draining = new AtomicInteger();

	private final CountDownLatch allDraining = new CountDownLatch(2);

	@ParameterizedTest
	@CsvSource({ "127.0.0.1, false, 127.0.0.1:1234", "0.0.0.0, true, 0.0.0.0:1234 with TLS", "::, false, [::]:1234",
			"::1, false, [::1]:1234" })
	void logsTheAddressOfAnEndpoint(String address, boolean tls, String shown, CapturedOutput output) {
		this.endpoints.add(new TestEndpoint("lines", at(address, 1234), tls));
		this.endpoints.logEndpoints();
		assertThat(output).containsPattern("Serving lines on \\Q" + shown + "\\E\\s");
	}

	@Test
	void logsAllEndpointsInOrderOfTheirNames(CapturedOutput output) {
		this.endpoints.add(new TestEndpoint("verses", at("127.0.0.1", 2), false));
		this.endpoints.add(new TestEndpoint("lines", at("127.0.0.1", 1), false));
		this.endpoints.logEndpoints();
		assertThat(output).contains("Serving lines on 127.0.0.1:1, verses on 127.0.0.1:2");
	}

	@Test
	void anEndpointIsHealthyWhileItListens() {
		this.endpoints.add(new TestEndpoint("lines", at("127.0.0.1", 1234), false));
		this.endpoints.add(new TestEndpoint("closed", null, true));
		assertThat(health("lines").getStatus()).isEqualTo(Status.UP);
		assertThat(health("lines").getDetails()).containsEntry("port", 1234)
			.containsEntry("tls", false)
			.containsEntry("connections", 7);
		assertThat(health("closed").getStatus()).isEqualTo(Status.DOWN);
		assertThat(health("closed").getDetails()).doesNotContainKey("port").containsEntry("tls", true);
	}

	@Test
	void anEndpointOnAUnixSocketShowsItsPathInTheLogOnly(CapturedOutput output) {
		this.endpoints.add(new TestEndpoint("lines", UnixDomainSocketAddress.of("/run/lines"), false));
		this.endpoints.logEndpoints();
		assertThat(output).contains("Serving lines on unix:/run/lines");
		assertThat(health("lines").getDetails()).containsOnlyKeys("tls", "connections");
	}

	@Test
	void anEndpointHasGauges() {
		this.endpoints.add(new TestEndpoint("lines", null, false));
		assertThat(this.meters.get("couplet.connections").tag("listener", "lines").gauge().value()).isEqualTo(7);
		assertThat(this.meters.get("couplet.connections.max").tag("listener", "lines").gauge().value()).isEqualTo(9);
	}

	@Test
	void drainsAllEndpointsInParallel() {
		this.endpoints.add(new TestEndpoint("lines", null, false));
		this.endpoints.add(new TestEndpoint("verses", null, false));
		this.endpoints.drain();
		assertThat(this.draining).hasValue(2);
	}

	@Test
	void drainsTheOtherEndpointsIfOneFails(CapturedOutput output) {
		this.endpoints.add(new TestEndpoint("broken", null, false) {
			@Override
			public void beginDrain() {
				throw new IllegalStateException("its event loop has ended");
			}
		});
		this.endpoints.add(new TestEndpoint("lines", null, false));
		this.endpoints.add(new TestEndpoint("verses", null, false));
		this.endpoints.drain();
		assertThat(this.draining).hasValue(2);
		assertThat(output).containsOnlyOnce("broken cannot be drained");
	}

	private static InetSocketAddress at(String address, int port) {
		return new InetSocketAddress(InetAddress.ofLiteral(address), port);
	}

	private Health health(String name) {
		HealthIndicator indicator = (HealthIndicator) Objects.requireNonNull(this.health.getContributor(name));
		return Objects.requireNonNull(indicator.health());
	}

	/**
	 * An endpoint whose drain completes when the drain of another endpoint is awaited
	 * too.
	 */
	private class TestEndpoint implements ListeningEndpoint {

		private final String name;

		private final @Nullable SocketAddress address;

		private final boolean tls;

		TestEndpoint(String name, @Nullable SocketAddress address, boolean tls) {
			this.name = name;
			this.address = address;
			this.tls = tls;
		}

		@Override
		public String name() {
			return this.name;
		}

		@Override
		public @Nullable SocketAddress address() {
			return this.address;
		}

		@Override
		public boolean usesTls() {
			return this.tls;
		}

		@Override
		public boolean isListening() {
			return this.address != null;
		}

		@Override
		public int connections() {
			return 7;
		}

		@Override
		public int maxConnections() {
			return 9;
		}

		@Override
		public void beginDrain() {
			EndpointsTests.this.draining.incrementAndGet();
		}

		@Override
		public void awaitDrain() throws InterruptedException {
			assertThat(EndpointsTests.this.draining).hasValue(2);
			EndpointsTests.this.allDraining.countDown();
			EndpointsTests.this.allDraining.await();
		}

	}

}
