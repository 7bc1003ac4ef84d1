package dev.couplet.log;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.AppenderBase;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link QueuedAppender} with a target that blocks until released.
 */
@Timeout(60)
class QueuedAppenderTests {

	private final LoggerContext log = new LoggerContext();

	private final Logger logger = this.log.getLogger("a");

	private final BlockedAppender target = new BlockedAppender();

	@BeforeEach
	void start() {
		this.log.setMDCAdapter(new LogbackMDCAdapter());
		this.log.start();
		this.target.setContext(this.log);
		this.target.setName("console");
		this.target.start();
		this.logger.addAppender(this.target);
		QueuedLog.addQueues(this.log);
	}

	@AfterEach
	void endWriter() {
		this.target.released.countDown();
		this.log.stop();
	}

	@Test
	void neverBlocksAndReportsTheNumberOfDroppedEventsInTheirPlace() {
		logUntilTheTargetWrites();
		List<String> queued = IntStream.range(0, QueuedAppender.CAPACITY).mapToObj((i) -> "queued " + i).toList();
		queued.forEach(this.logger::info);
		for (int i = 0; i < 5; i++) {
			this.logger.info("dropped");
		}
		assertThat(QueuedLog.dropped(this.log)).isEqualTo(5);
		this.target.released.countDown();
		Awaitility.await().until(() -> this.target.messages().getLast().startsWith("Dropped"));
		this.logger.info("last");
		Awaitility.await().until(() -> this.target.messages().getLast().equals("last"));
		assertThat(
				this.target.messages())
			.containsExactlyElementsOf(Stream
				.of(Stream.of("first"), queued.stream(),
						Stream.of("Dropped 5 events that arrived faster than the log could be written", "last"))
				.flatMap((messages) -> messages)
				.toList());
		assertThat(QueuedLog.dropped(this.log)).isEqualTo(5);
	}

	@Test
	void stopWritesQueuedEventsAndStopsTheTarget() {
		QueuedAppender appender = new QueuedAppender(this.target, Duration.ofMinutes(1));
		appender.start();
		this.target.released.countDown();
		for (int i = 0; i < QueuedAppender.CAPACITY; i++) {
			appender.doAppend(new LoggingEvent("caller", this.logger, Level.INFO, "line", null, null));
		}
		appender.stop();
		assertThat(this.target.messages()).hasSize(QueuedAppender.CAPACITY);
		assertThat(this.target.isStarted()).isFalse();
	}

	@Test
	void stopReturnsAlthoughTheTargetBlocks() {
		logUntilTheTargetWrites();
		this.log.stop();
		assertThat(this.log.isStarted()).isFalse();
		assertThat(this.target.isStarted()).isTrue();
	}

	@Test
	void eventIsCapturedWhenLogged() {
		logUntilTheTargetWrites();
		StringBuilder argument = new StringBuilder("before");
		this.logger.info("{}", argument);
		argument.replace(0, argument.length(), "after");
		this.target.released.countDown();
		Awaitility.await().until(() -> this.target.events.size() == 2);
		assertThat(this.target.messages()).containsExactly("first", "before");
		assertThat(this.target.events).extracting(ILoggingEvent::getThreadName)
			.containsOnly(Thread.currentThread().getName());
	}

	@Test
	void errorOfTheTargetDropsOneEventOnly() {
		this.target.released.countDown();
		this.logger.error("too much");
		Awaitility.await().until(() -> this.target.events.size() == 1);
		this.logger.info("last");
		Awaitility.await().until(() -> this.target.events.size() == 2);
		assertThat(this.target.messages().getFirst()).startsWith("Dropped 1 events");
		assertThat(this.target.messages()).endsWith("last");
		assertThat(QueuedLog.dropped(this.log)).isOne();
	}

	@Test
	void appenderOfSeveralLoggersHasOneQueue() {
		LoggerContext other = new LoggerContext();
		other.getLogger("a").addAppender(this.target);
		other.getLogger("b").addAppender(this.target);
		QueuedLog.addQueues(other);
		assertThat(other.getLogger("a").getAppender("console")).isInstanceOf(QueuedAppender.class)
			.isSameAs(other.getLogger("b").getAppender("console"));
	}

	private void logUntilTheTargetWrites() {
		this.logger.info("first");
		Awaitility.await().until(() -> !this.target.events.isEmpty());
	}

	private static final class BlockedAppender extends AppenderBase<ILoggingEvent> {

		private final CountDownLatch released = new CountDownLatch(1);

		private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

		@Override
		protected void append(ILoggingEvent event) {
			if (event.getLevel() == Level.ERROR) {
				throw new OutOfMemoryError("thrown by the test");
			}
			this.events.add(event);
			try {
				this.released.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

		private List<String> messages() {
			return this.events.stream().map(ILoggingEvent::getFormattedMessage).toList();
		}

	}

}
