package dev.couplet.settings;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;

/**
 * Reports an HTTP port that is in use, in Spring Boot's words plus the name of the
 * setting.
 */
final class PortInUseFailureAnalyzer extends AbstractFailureAnalyzer<PortInUseException> implements Ordered {

	@Override
	public int getOrder() {
		return 0;
	}

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, PortInUseException cause) {
		int port = cause.getPort();
		return new FailureAnalysis("Web server failed to start. Port %d was already in use.".formatted(port),
				"Identify and stop the process that's listening on port %d, or set server.port to another port."
					.formatted(port),
				cause);
	}

}
