package dev.couplet.protocol.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

import dev.couplet.endpoint.CallerTrace;
import dev.couplet.endpoint.TransformPorts;
import dev.couplet.transform.Catalogue;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.TransformService;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.metrics.KafkaMetric;
import org.apache.kafka.common.metrics.MetricsReporter;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests a flow whose consumers take long to create, as when a name server does not
 * answer.
 */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FlowEndpointTests {

	private static final String NAME = "slow-to-start";

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	@BeforeEach
	void reset() {
		SlowReporter.begun.drainPermits();
		SlowReporter.mayEnd.drainPermits();
		SlowReporter.fails = false;
	}

	@AfterEach
	void release() {
		SlowReporter.mayEnd.release(100);
		Awaitility.await().until(() -> !hasThread());
	}

	@Test
	void aDrainDoesNotWaitUntilConsumersAreCreated() throws Exception {
		FlowEndpoint flow = flow("127.0.0.1:1");
		CompletableFuture<Void> start = CompletableFuture.runAsync(flow::start);
		SlowReporter.begun.acquire();
		flow.beginDrain();
		flow.awaitDrain();
		assertThat(start).isNotDone();
		assertThat(state(flow)).isEqualTo("stopped");
		// they are stopped as soon as they are there
		SlowReporter.mayEnd.release();
		start.join();
		Awaitility.await().until(() -> !hasThread());
	}

	@Test
	void healthAndMetricsDoNotWaitUntilConsumersAreCreated() throws Exception {
		FlowEndpoint flow = flow("127.0.0.1:1");
		CompletableFuture<Void> start = CompletableFuture.runAsync(flow::start);
		SlowReporter.begun.acquire();
		assertThat(state(flow)).isEqualTo("waiting for the broker");
		assertThat(this.meters.get("couplet.kafka.partitions").gauge().value()).isZero();
		assertThat(start).isNotDone();
		SlowReporter.mayEnd.release();
		start.join();
		flow.beginDrain();
		flow.awaitDrain();
	}

	@Test
	@Tag("slow")
	void aDrainDoesNotWaitForAnotherAttemptToResolveTheNameOfTheBroker() throws Exception {
		FlowEndpoint flow = flow("broker.invalid:9092");
		SlowReporter.mayEnd.release();
		flow.start();
		SlowReporter.begun.acquire();
		// the next attempt
		SlowReporter.begun.acquire();
		assertThat(state(flow)).isEqualTo("waiting for the broker");
		assertThat(flow.health().getDetails().get("problem")).asString().contains("bootstrap.servers");
		flow.beginDrain();
		flow.awaitDrain();
		assertThat(state(flow)).isEqualTo("stopped");
	}

	@Test
	@Tag("slow")
	void aLaterAttemptThatFailsIsShownAndRepeated() throws Exception {
		FlowEndpoint flow = flow("broker.invalid:9092");
		SlowReporter.mayEnd.release();
		flow.start();
		SlowReporter.begun.acquire();
		// the second attempt
		SlowReporter.begun.acquire();
		SlowReporter.fails = true;
		SlowReporter.mayEnd.release();
		// the third
		SlowReporter.begun.acquire();
		assertThat(flow.health().getDetails()).containsEntry("state", "waiting for the broker")
			.containsEntry("problem", "the key file is missing");
		flow.beginDrain();
	}

	private static @Nullable Object state(FlowEndpoint flow) {
		return flow.health().getDetails().get("state");
	}

	private static boolean hasThread() {
		return Thread.getAllStackTraces().keySet().stream().anyMatch((thread) -> thread.getName().contains(NAME));
	}

	private FlowEndpoint flow(String broker) {
		TransformService service = new TransformService(new Catalogue(List.of()), new SizeLimit(100));
		Map<String, Object> settings = Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, broker,
				CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, SlowReporter.class.getName());
		FlowClients clients = new FlowClients(new DefaultKafkaConsumerFactory<>(settings),
				new DefaultKafkaProducerFactory<>(settings));
		return new FlowFactory(clients, new TransformPorts(service, this.meters, null), new CallerTrace(null),
				this.meters)
			.create(NAME,
					new FlowProperties.Flow("in", "out", "trim", false, "failed", null, 1, 5, Duration.ofSeconds(30)));
	}

	/**
	 * Is created with a consumer, before that resolves the name of the broker.
	 */
	public static final class SlowReporter implements MetricsReporter {

		private static final Semaphore begun = new Semaphore(0);

		private static final Semaphore mayEnd = new Semaphore(0);

		private static volatile boolean fails;

		@Override
		public void configure(Map<String, ?> settings) {
			begun.release();
			mayEnd.acquireUninterruptibly();
			if (fails) {
				throw new IllegalStateException("the key file is missing");
			}
		}

		@Override
		public void init(List<KafkaMetric> metrics) {
		}

		@Override
		public void metricChange(KafkaMetric metric) {
		}

		@Override
		public void metricRemoval(KafkaMetric metric) {
		}

		@Override
		public void close() {
		}

	}

}
