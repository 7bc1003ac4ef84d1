package dev.couplet.transform;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Admission}.
 */
class AdmissionTests {

	private static final int LARGE = 1 << 20;

	private final CountDownLatch begun = new CountDownLatch(1);

	private final CountDownLatch released = new CountDownLatch(1);

	@Test
	void aLargeTextWhoseTurnDoesNotComeIsToldOfTheOverload() throws Exception {
		Admission admission = new Admission(1, Duration.ofMillis(50));
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<String> first = threads.submit(() -> admission.run(LARGE, this::work));
			this.begun.await();
			assertThatExceptionOfType(UnavailableException.class).isThrownBy(() -> admission.run(LARGE, () -> "second"))
				.withMessageContaining("overloaded");
			this.released.countDown();
			assertThat(first.get()).isEqualTo("done");
			assertThat(admission.run(LARGE, () -> "third")).isEqualTo("third");
		}
	}

	@Test
	void aLargeTextWaitsForItsTurn() throws Exception {
		Admission admission = new Admission(1, Duration.ofMinutes(1));
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<String> first = threads.submit(() -> admission.run(LARGE, this::work));
			this.begun.await();
			Future<String> second = threads.submit(() -> admission.run(LARGE, () -> "second"));
			assertThat(second.isDone()).isFalse();
			this.released.countDown();
			assertThat(first.get()).isEqualTo("done");
			assertThat(second.get()).isEqualTo("second");
		}
	}

	@Test
	void aSmallTextNeverWaits() throws Exception {
		Admission admission = new Admission(1, Duration.ofMillis(50));
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<String> first = threads.submit(() -> admission.run(LARGE, this::work));
			this.begun.await();
			assertThat(admission.run(100, () -> "small")).isEqualTo("small");
			this.released.countDown();
			assertThat(first.get()).isEqualTo("done");
		}
	}

	@Test
	void aFailureGivesTheTurnBack() {
		Admission admission = new Admission(1, Duration.ofMillis(50));
		assertThatExceptionOfType(StackOverflowError.class).isThrownBy(() -> admission.run(LARGE, () -> {
			throw new StackOverflowError();
		}));
		assertThat(admission.run(LARGE, () -> "next")).isEqualTo("next");
	}

	private String work() {
		this.begun.countDown();
		try {
			this.released.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return "done";
	}

}
