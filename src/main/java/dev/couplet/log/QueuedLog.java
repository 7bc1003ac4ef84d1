package dev.couplet.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.annotation.Order;

/**
 * Puts a queue in front of every appender, however it was configured, as soon as Spring
 * Boot has initialized logging. Each appender has its own queue, so that one that blocks
 * does not delay the others.
 */
@Order(LoggingApplicationListener.DEFAULT_ORDER + 1)
public final class QueuedLog implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

	private static final Duration FLUSH_TIMEOUT = Duration.ofSeconds(1);

	@Override
	public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
		LoggerContext log = (LoggerContext) LoggerFactory.getILoggerFactory();
		addQueues(log);
		StatusLogger.replaceConsole(log);
	}

	static void addQueues(LoggerContext log) {
		Map<Appender<ILoggingEvent>, QueuedAppender> queued = new HashMap<>();
		for (Logger logger : log.getLoggerList()) {
			for (Appender<ILoggingEvent> appender : appenders(logger).toList()) {
				logger.detachAppender(appender);
				logger.addAppender(queued.computeIfAbsent(appender, QueuedLog::start));
			}
		}
	}

	private static QueuedAppender start(Appender<ILoggingEvent> appender) {
		QueuedAppender queued = new QueuedAppender(appender, FLUSH_TIMEOUT);
		queued.start();
		return queued;
	}

	/**
	 * Returns how many events have been dropped, for all appenders together.
	 * @param log the logger context
	 * @return the number of events
	 */
	static long dropped(LoggerContext log) {
		return log.getLoggerList()
			.stream()
			.flatMap(QueuedLog::appenders)
			.distinct()
			.filter(QueuedAppender.class::isInstance)
			.mapToLong((appender) -> ((QueuedAppender) appender).dropped())
			.sum();
	}

	private static Stream<Appender<ILoggingEvent>> appenders(Logger logger) {
		List<Appender<ILoggingEvent>> appenders = new ArrayList<>();
		logger.iteratorForAppenders().forEachRemaining(appenders::add);
		return appenders.stream();
	}

}
