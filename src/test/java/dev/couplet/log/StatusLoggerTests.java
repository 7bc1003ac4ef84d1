package dev.couplet.log;

import java.io.IOException;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import ch.qos.logback.core.status.ErrorStatus;
import ch.qos.logback.core.status.InfoStatus;
import ch.qos.logback.core.status.OnErrorConsoleStatusListener;
import ch.qos.logback.core.status.OnFileStatusListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StatusLogger}.
 */
class StatusLoggerTests {

	private final LoggerContext log = new LoggerContext();

	private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

	private final OnFileStatusListener file = new OnFileStatusListener();

	@BeforeEach
	void replaceConsole() {
		this.log.getStatusManager().add(new OnErrorConsoleStatusListener());
		this.log.getStatusManager().add(this.file);
		this.log.getLogger("ROOT").addAppender(this.logged);
		this.logged.start();
		StatusLogger.replaceConsole(this.log);
	}

	@Test
	void warningsOfLogbackAreLoggedWithTheirCause() {
		this.log.getStatusManager().add(new ErrorStatus("IO failure", this, new IOException("No space left")));
		assertThat(this.logged.list).singleElement().satisfies((event) -> {
			assertThat(event.getFormattedMessage()).isEqualTo("IO failure");
			assertThat(event.getThrowableProxy().getMessage()).isEqualTo("No space left");
		});
	}

	@Test
	void lowerLevelsAreNotLogged() {
		this.log.getStatusManager().add(new InfoStatus("Started", this));
		assertThat(this.logged.list).isEmpty();
	}

	@Test
	void onlyConsoleListenersAreReplaced() {
		assertThat(this.log.getStatusManager().getCopyOfStatusListenerList()).hasSize(2)
			.contains(this.file)
			.hasAtLeastOneElementOfType(StatusLogger.class);
	}

}
