package dev.couplet.protocol.http.tomcat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Deadline}.
 */
class DeadlineTests {

	private static final long HOUR = Duration.ofHours(1).toNanos();

	private final Deadline deadline = new Deadline(Duration.ofHours(1));

	@Test
	void startsWithTheFirstByte() {
		this.deadline.begin(System.nanoTime() - HOUR / 2);
		assertThat(this.deadline.left()).isBetween(0L, HOUR / 2);
	}

	@Test
	void hasPassedAfterTheTimeout() {
		this.deadline.begin(System.nanoTime() - HOUR);
		assertThat(this.deadline.left()).isNotPositive();
	}

	@Test
	void doesNotRestartWithTheSameByte() {
		long begun = System.nanoTime() - HOUR;
		this.deadline.begin(begun);
		this.deadline.excludeTimeSince(begun);
		this.deadline.begin(begun);
		assertThat(this.deadline.left()).isPositive();
	}

	@Test
	void restartsWithTheNextRequest() {
		this.deadline.begin(System.nanoTime() - HOUR);
		this.deadline.begin(System.nanoTime());
		assertThat(this.deadline.left()).isGreaterThan(HOUR / 2);
	}

	@Test
	void excludesTheTimeBetweenReadsAfterItsStart() {
		this.deadline.begin(System.nanoTime() - HOUR);
		this.deadline.excludeTimeSince(System.nanoTime() - 10 * HOUR);
		assertThat(this.deadline.left()).isBetween(HOUR / 2, HOUR);
	}

	@Test
	void aSlightlyLongWaitDoesNotExtendTheDeadline() {
		this.deadline.begin(System.nanoTime() - HOUR - Deadline.TOLERANCE);
		this.deadline.excludeExcess(Deadline.TOLERANCE);
		assertThat(this.deadline.left()).isNotPositive();
	}

	@Test
	void aSuspendedProcessExtendsTheDeadline() {
		this.deadline.begin(System.nanoTime() - 2 * HOUR);
		this.deadline.excludeExcess(HOUR);
		assertThat(this.deadline.left()).isBetween(HOUR / 2, HOUR);
	}

	@Test
	void neverPassesWithoutATimeout() {
		Deadline none = new Deadline(Duration.ZERO);
		none.begin(System.nanoTime() - HOUR);
		assertThat(none.left()).isPositive();
	}

}
