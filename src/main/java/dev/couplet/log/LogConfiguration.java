package dev.couplet.log;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.TurboFilterList;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LogConfiguration {

	@Bean
	DisposableBean floodFilter(LogProperties properties) {
		LoggerContext log = (LoggerContext) LoggerFactory.getILoggerFactory();
		TurboFilterList filters = log.getTurboFilterList();
		// applications that share a JVM, as in tests, need only one
		filters.removeIf(FloodFilter.class::isInstance);
		FloodFilter filter = new FloodFilter(properties.warnings(), properties.interval());
		filter.start();
		filters.add(filter);
		return () -> {
			filters.remove(filter);
			filter.stop();
		};
	}

	@Bean
	MeterBinder droppedLogEvents() {
		LoggerContext log = (LoggerContext) LoggerFactory.getILoggerFactory();
		return (meters) -> FunctionCounter.builder("couplet.log.dropped", log, QueuedLog::dropped)
			.description("Log events that were dropped because they arrived faster than they could be written")
			.register(meters);
	}

}
