package dev.couplet.settings;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.core.env.Environment;

/**
 * Reports which of Spring Boot's settings names an SSL bundle that does not exist.
 */
final class NoSuchSslBundleFailureAnalyzer extends AbstractFailureAnalyzer<NoSuchSslBundleException> {

	private final Environment environment;

	NoSuchSslBundleFailureAnalyzer(Environment environment) {
		this.environment = environment;
	}

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, NoSuchSslBundleException cause) {
		String bundle = cause.getBundleName();
		String settings = Stream.of("server.ssl.bundle", "management.server.ssl.bundle")
			.filter((name) -> bundle.equals(this.environment.getProperty(name)))
			.collect(Collectors.joining(", "));
		return new FailureAnalysis("%s is '%s', but must be the name of an SSL bundle.".formatted(settings, bundle),
				"Define spring.ssl.bundle.pem.%1$s or spring.ssl.bundle.jks.%1$s, or change the setting."
					.formatted(bundle),
				cause);
	}

}
