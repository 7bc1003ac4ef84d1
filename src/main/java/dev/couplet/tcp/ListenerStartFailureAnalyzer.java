package dev.couplet.tcp;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Reports a port that cannot be bound, in the words that Spring Boot uses for the HTTP
 * port.
 */
final class ListenerStartFailureAnalyzer extends AbstractFailureAnalyzer<ListenerStartException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, ListenerStartException cause) {
		if (isPortInUse(cause.getCause())) {
			return new FailureAnalysis(
					"The %s listener failed to start. Port %s was already in use.".formatted(cause.listener(),
							cause.port()),
					"Identify and stop the process that's listening on port %s, or set %s to another port."
						.formatted(cause.port(), cause.portProperty()),
					cause);
		}
		return new FailureAnalysis("%s: %s".formatted(cause.getMessage(), cause.getCause()),
				"Set couplet.address to an address of this machine, and %s to a port that this process is allowed to bind."
					.formatted(cause.portProperty()),
				cause);
	}

	private static boolean isPortInUse(@Nullable Throwable cause) {
		// the exception's class depends on the transport
		return cause instanceof IOException && String.valueOf(cause.getMessage()).contains("in use");
	}

}
