package dev.couplet.tcp;

import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.slf4j.LoggerFactory;

/**
 * Captures the log events of a class at all levels until it is closed.
 */
final class CapturedLog implements AutoCloseable {

	private final Logger logger;

	private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

	CapturedLog(Class<?> type) {
		this.logger = (Logger) LoggerFactory.getLogger(type);
		this.logger.setLevel(Level.DEBUG);
		this.logger.addAppender(this.appender);
		this.appender.start();
	}

	List<String> lines() {
		return this.appender.list.stream()
			.map((event) -> event.getLevel() + " " + event.getFormattedMessage())
			.toList();
	}

	boolean hasStackTrace() {
		return this.appender.list.stream().anyMatch((event) -> event.getThrowableProxy() != null);
	}

	@Override
	public void close() {
		this.logger.detachAppender(this.appender);
		this.logger.setLevel(null);
	}

}
