package dev.couplet.tracing;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Excludes Spring Boot's OpenTelemetry auto-configuration if no collector is configured.
 * Even with all of its settings off, it would create a tracer, with its batches, threads
 * and log lines.
 */
final class TracingImportFilter implements AutoConfigurationImportFilter, EnvironmentAware {

	static final String ENDPOINT = "management.opentelemetry.tracing.export.otlp.endpoint";

	private static final List<String> PACKAGES = List.of("org.springframework.boot.opentelemetry.",
			"org.springframework.boot.micrometer.tracing.");

	private boolean enabled;

	@Override
	public void setEnvironment(Environment environment) {
		this.enabled = environment.containsProperty(ENDPOINT);
	}

	@Override
	public boolean[] match(@Nullable String[] classNames, AutoConfigurationMetadata metadata) {
		boolean[] matches = new boolean[classNames.length];
		for (int i = 0; i < classNames.length; i++) {
			String name = classNames[i];
			matches[i] = this.enabled || name == null || PACKAGES.stream().noneMatch(name::startsWith);
		}
		return matches;
	}

}
