package dev.couplet.log;

import java.util.ArrayList;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link FloodFilter} in a separate logger context, with intervals that end on
 * demand.
 */
class FloodFilterTests {

	private final LoggerContext context = new LoggerContext();

	private final ListAppender<ILoggingEvent> shown = new ListAppender<>();

	// the filter's own logger belongs to the application's context
	private final ListAppender<ILoggingEvent> reported = new ListAppender<>();

	private final List<Runnable> endings = new ArrayList<>();

	private final FloodFilter filter = new FloodFilter(3, this.endings::add);

	private final Logger logger = this.context.getLogger("a");

	@BeforeEach
	void listen() {
		this.context.addTurboFilter(this.filter);
		this.context.getLogger("a").addAppender(this.shown);
		this.shown.start();
		((Logger) LoggerFactory.getLogger(FloodFilter.class)).addAppender(this.reported);
		this.reported.start();
	}

	@Test
	void passesTheFirstEventsOfAnIntervalAndReportsTheNumberOfOthers() {
		for (int i = 1; i <= 5; i++) {
			this.logger.warn("line {}", i);
		}
		assertThat(messages(this.shown)).containsExactly("line 1", "line 2", "line 3");
		endInterval();
		assertThat(messages(this.reported)).containsExactly("Suppressed 2 warnings and errors of a");
		this.logger.error("line 6");
		assertThat(messages(this.shown)).endsWith("line 6");
	}

	@Test
	void reportsNothingIfNothingWasSuppressed() {
		for (int i = 1; i <= 3; i++) {
			this.logger.warn("line {}", i);
		}
		endInterval();
		assertThat(messages(this.reported)).isEmpty();
		assertThat(this.endings).isEmpty();
	}

	@Test
	void countsEachLoggerSeparately() {
		for (int i = 1; i <= 5; i++) {
			this.context.getLogger("b").warn("flood");
		}
		this.logger.warn("line");
		assertThat(messages(this.shown)).containsExactly("line");
	}

	@Test
	void ignoresOtherLevelsAndLevelChecks() {
		for (int i = 1; i <= 5; i++) {
			this.logger.info("line {}", i);
			assertThat(this.logger.isWarnEnabled()).isTrue();
		}
		assertThat(messages(this.shown)).hasSize(5);
		assertThat(this.endings).isEmpty();
	}

	@Test
	void doesNotCountDisabledEvents() {
		this.logger.setLevel(Level.ERROR);
		for (int i = 1; i <= 5; i++) {
			this.logger.warn("line {}", i);
		}
		assertThat(this.endings).isEmpty();
	}

	@Test
	void reportsSuppressedEventsWhenStopped() {
		for (int i = 1; i <= 4; i++) {
			this.logger.error("line", new IllegalStateException());
		}
		this.filter.stop();
		assertThat(messages(this.reported)).containsExactly("Suppressed 1 warnings and errors of a");
	}

	private void endInterval() {
		List<Runnable> due = List.copyOf(this.endings);
		this.endings.clear();
		due.forEach(Runnable::run);
	}

	private static List<String> messages(ListAppender<ILoggingEvent> appender) {
		return appender.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
	}

}
