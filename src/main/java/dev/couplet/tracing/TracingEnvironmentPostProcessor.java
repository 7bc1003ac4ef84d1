package dev.couplet.tracing;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;

/**
 * Turns off the export of traces if no collector is configured. Otherwise Spring Boot
 * reserves a column for traces in the log, because the tracing library is on the class
 * path.
 */
final class TracingEnvironmentPostProcessor implements EnvironmentPostProcessor {

	private static final String ENABLED = "management.tracing.export.enabled";

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		environment.getPropertySources().addLast(new Export(environment));
	}

	// evaluated on each access, because a later property source may set the collector
	private static final class Export extends PropertySource<Object> {

		// not passed as the source, because Spring Boot would unwrap an environment
		private final Environment environment;

		Export(Environment environment) {
			super("export of traces");
			this.environment = environment;
		}

		@Override
		public @Nullable Object getProperty(String name) {
			return (ENABLED.equals(name) && !this.environment.containsProperty(TracingImportFilter.ENDPOINT))
					? Boolean.FALSE : null;
		}

	}

}
