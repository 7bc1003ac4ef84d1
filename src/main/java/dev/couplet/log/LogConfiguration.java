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
		// one is enough, where several applications share a JVM as they do in tests
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
			.description("Events that came faster than the log could be written")
			.register(meters);
	}

}
