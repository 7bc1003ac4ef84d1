package dev.couplet.tracing;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Leaves Spring Boot's OpenTelemetry out where no collector is named. With all of its own
 * settings off it would still make a tracer, and its batches, threads and log lines.
 */
final class TracingImportFilter implements AutoConfigurationImportFilter, EnvironmentAware {

	static final String ENDPOINT = "management.opentelemetry.tracing.export.otlp.endpoint";

	private static final List<String> PACKAGES = List.of("org.springframework.boot.opentelemetry.",
			"org.springframework.boot.micrometer.tracing.");

	private boolean traces;

	@Override
	public void setEnvironment(Environment environment) {
		this.traces = environment.containsProperty(ENDPOINT);
	}

	@Override
	public boolean[] match(@Nullable String[] classNames, AutoConfigurationMetadata metadata) {
		boolean[] matches = new boolean[classNames.length];
		for (int i = 0; i < classNames.length; i++) {
			String name = classNames[i];
			matches[i] = this.traces || name == null || PACKAGES.stream().noneMatch(name::startsWith);
		}
		return matches;
	}

}
