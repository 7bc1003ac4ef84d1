package dev.couplet.transform;

import java.util.Objects;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LoggableFailure}.
 */
class LoggableFailureTests {

	@Test
	void keepsClassesAndFramesButNoMessages() {
		IllegalStateException failure = new IllegalStateException("rosebud", new IllegalArgumentException("rosebud"));
		LoggableFailure loggable = Objects.requireNonNull(LoggableFailure.of(failure));
		assertThat(loggable).hasMessage("java.lang.IllegalStateException");
		assertThat(failure.getStackTrace()).startsWith(loggable.getStackTrace());
		assertThat(loggable.getStackTrace()).hasSizeBetween(1, 64);
		assertThat(loggable.getCause()).hasMessage("java.lang.IllegalArgumentException").hasNoCause();
		assertThat(loggable).hasNoSuppressedExceptions();
	}

	@Test
	void truncatesCyclicCauses() {
		IllegalStateException failure = new IllegalStateException();
		failure.initCause(new IllegalArgumentException(failure));
		int causes = 0;
		for (Throwable cause = LoggableFailure.of(failure); cause != null; cause = cause.getCause()) {
			causes++;
		}
		assertThat(causes).isEqualTo(8);
	}

	@Test
	void nullIsNull() {
		assertThat(LoggableFailure.of(null)).isNull();
	}

}
