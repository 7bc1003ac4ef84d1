package dev.couplet.endpoint;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import dev.couplet.transform.BuiltInTransforms;
import dev.couplet.transform.ClientGoneException;
import dev.couplet.transform.MalformedTextException;
import dev.couplet.transform.MemoryReservation;
import dev.couplet.transform.TransformException;
import dev.couplet.transform.Transformation;
import dev.couplet.transform.UnavailableException;
import dev.couplet.transform.UnknownTransformException;
import dev.couplet.transform.Value;
import dev.couplet.transform.ValueTooLargeException;
import dev.couplet.transform.guess.Guess;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for the metrics of {@link TransformPort}.
 */
class TransformPortTests {

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final TransformPorts ports = new TransformPorts(BuiltInTransforms.service(100), this.meters, null);

	private final TransformPort port = this.ports.open("test");

	private final UnavailableException overloaded = UnavailableException.overloaded(Duration.ofSeconds(5));

	@Test
	void countsASuccessWithItsTransform() {
		assertThat(this.port.transform("upper-case", Value.of("poem")).text()).isEqualTo("POEM");
		assertThat(count("upper-case", "success")).isOne();
		assertThat(failed()).isZero();
	}

	@Test
	void countsAGuessOnceAndNotItsAttempts() {
		assertThat(guess("c29tZSBtb29uIHN0b25lcw==")).extracting(Guess::recipe).containsExactly("base64-decode");
		assertThat(guess("no")).isEmpty();
		assertThat(count("GUESS", "success")).isEqualTo(2);
		assertThat(this.meters.find("couplet.transforms").functionTimers()).hasSize(1);
		assertThat(failed()).isZero();
	}

	@Test
	void countsAGuessThatIsRefused() {
		assertThatExceptionOfType(ValueTooLargeException.class).isThrownBy(() -> guess("a".repeat(101)));
		assertThat(failed("too-large")).isOne();
		assertThat(failed()).isOne();
	}

	private List<Guess> guess(String text) {
		try (MemoryReservation memory = this.port.newReservation()) {
			return this.port.guess(Value.of(text), memory);
		}
	}

	@Test
	void countsATextThatIsRefusedInTheQueueWithItsTransform() {
		begin("upper-case").fail(this.overloaded);
		assertThat(count("upper-case", "unavailable")).isOne();
		assertThat(failed("unavailable")).isOne();
		assertThat(failed()).isOne();
	}

	@Test
	void countsAnInvalidRecipeOnceAndWithoutItsName() {
		assertThatExceptionOfType(UnknownTransformException.class)
			.isThrownBy(() -> this.port.transform("no-such", Value.of("poem")).text());
		assertThatExceptionOfType(UnknownTransformException.class).isThrownBy(() -> this.port.check("no-such"));
		assertThat(count("UNKNOWN", "unknown-transform")).isEqualTo(2);
		assertThat(failed("unknown-transform")).isEqualTo(2);
		assertThat(failed()).isEqualTo(2);
	}

	@Test
	void countsARequestThatCannotBeReadAsFailed() {
		assertThatExceptionOfType(MalformedTextException.class).isThrownBy(() -> this.port.read(() -> {
			throw new MalformedTextException("not UTF-8");
		}));
		assertThat(failed("malformed-text")).isOne();
		assertThat(failed()).isOne();
	}

	@Test
	void countsARequestRefusedBeforeItIsReadAsFailed() {
		this.port.reject(this.overloaded);
		assertThat(failed("unavailable")).isOne();
		assertThat(this.meters.find("couplet.transforms").functionTimers()).isEmpty();
	}

	/**
	 * A protocol that does not block counts the client when its connection ends.
	 */
	@Test
	void onlyABlockingPortCountsADisconnectedClient() {
		begin("upper-case").fail(new ClientGoneException());
		assertThat(failed()).isZero();
		TransformPort blocking = this.ports.open("test", () -> true);
		blocking.begin("upper-case", Value.of("poem"), blocking.newBudget(blocking.newReservation()), System.nanoTime())
			.fail(new ClientGoneException());
		assertThat(failed("vanished")).isOne();
	}

	@Test
	void recordsTheLatencyOfEveryTextByProtocol() {
		this.port.transform("upper-case", Value.of("poem")).text();
		begin("upper-case").fail(this.overloaded);
		assertThatExceptionOfType(TransformException.class)
			.isThrownBy(() -> this.port.transform("no-such", Value.of("poem")).text());
		HistogramDataPointSnapshot histogram = this.ports.latencies().of("test").snapshot(Labels.EMPTY);
		assertThat(histogram.getCount()).isEqualTo(2);
		assertThat(histogram.getSum()).isPositive();
	}

	@Test
	void theLatencyIncludesTheTimeBeforeTheRequestIsRead() {
		begin("upper-case", System.nanoTime() - TimeUnit.HOURS.toNanos(1)).fail(this.overloaded);
		assertThat(this.ports.latencies().of("test").snapshot(Labels.EMPTY).getSum()).isGreaterThanOrEqualTo(3600);
	}

	private Transformation begin(String recipe) {
		return begin(recipe, System.nanoTime());
	}

	private Transformation begin(String recipe, long arrived) {
		return this.port.begin(recipe, Value.of("poem"), this.port.newBudget(this.port.newReservation()), arrived);
	}

	private double count(String transform, String outcome) {
		FunctionTimer timer = this.meters.find("couplet.transforms")
			.tags("transform", transform, "outcome", outcome)
			.functionTimer();
		return Objects.requireNonNull(timer).count();
	}

	private double failed(String reason) {
		return this.meters.get("couplet.requests.failed").tag("reason", reason).counter().count();
	}

	private double failed() {
		return this.meters.get("couplet.requests.failed").counters().stream().mapToDouble((one) -> one.count()).sum();
	}

}
