package dev.couplet.tracing;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;

/**
 * Tells Spring Boot that nothing is exported where no collector is named. Otherwise it
 * keeps a column of the log free for traces, because their library is on the class path.
 */
final class TracingEnvironmentPostProcessor implements EnvironmentPostProcessor {

	private static final String ENABLED = "management.tracing.export.enabled";

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		environment.getPropertySources().addLast(new Export(environment));
	}

	// looked at whenever it is asked, because the collector may be named by a source of
	// properties that comes later
	private static final class Export extends PropertySource<Object> {

		// not as the source, of which Spring Boot takes an environment apart
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
