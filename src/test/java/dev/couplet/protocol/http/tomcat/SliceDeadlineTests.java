package dev.couplet.protocol.http.tomcat;

import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SliceDeadline}.
 */
class SliceDeadlineTests {

	private static final int TIMEOUT = 1000;

	private final SliceDeadline deadline = new SliceDeadline();

	@Test
	void theWritesOfASliceShareTheTimeout() {
		write(8192, 300);
		assertThat(this.deadline.left(TIMEOUT)).isEqualTo(700);
		write(8192, 600);
		assertThat(this.deadline.left(TIMEOUT)).isEqualTo(100);
	}

	@Test
	void theTimeoutStartsAnewWithTheNextSlice() {
		write(SliceDeadline.SLICE - 1, 900);
		assertThat(this.deadline.left(TIMEOUT)).isEqualTo(100);
		write(1, 50);
		assertThat(this.deadline.left(TIMEOUT)).isEqualTo(TIMEOUT);
	}

	@Test
	void theTimeoutStartsAnewAfterARestart() {
		write(8192, 900);
		this.deadline.restart();
		assertThat(this.deadline.left(TIMEOUT)).isEqualTo(TIMEOUT);
		write(SliceDeadline.SLICE - 1, 100);
		assertThat(this.deadline.left(TIMEOUT)).isEqualTo(900);
	}

	@Test
	void allowsAWriteEvenAfterTheTimeout() {
		write(8192, 1200);
		assertThat(this.deadline.left(TIMEOUT)).isEqualTo(1);
	}

	@Test
	void returnsNoTimeoutIfThereIsNone() {
		write(8192, 1200);
		assertThat(this.deadline.left(-1)).isEqualTo(-1);
	}

	private void write(int bytes, long millis) {
		this.deadline.recordWrite(bytes, TimeUnit.MILLISECONDS.toNanos(millis));
	}

}
