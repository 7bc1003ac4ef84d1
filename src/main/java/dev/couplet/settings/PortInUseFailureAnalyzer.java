package dev.couplet.settings;

import java.util.stream.Stream;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Reports an HTTP port that is in use, in Spring Boot's words plus the name of the
 * setting.
 */
final class PortInUseFailureAnalyzer extends AbstractFailureAnalyzer<PortInUseException> implements Ordered {

	private static final String SERVER_PORT = "server.port";

	private final Environment environment;

	PortInUseFailureAnalyzer(Environment environment) {
		this.environment = environment;
	}

	@Override
	public int getOrder() {
		return 0;
	}

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, PortInUseException cause) {
		String port = String.valueOf(cause.getPort());
		String setting = Stream.of(SERVER_PORT, "management.server.port")
			.filter((name) -> port.equals(this.environment.getProperty(name)))
			.findFirst()
			.orElse(SERVER_PORT);
		return new FailureAnalysis("Web server failed to start. Port %s was already in use.".formatted(port),
				"Identify and stop the process that's listening on port %s, or set %s to another port.".formatted(port,
						setting),
				cause);
	}

}
