package dev.couplet.tcp;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * UP while a listener listens, with its port, whether it speaks TLS, and its open
 * connections.
 */
final class ListenerHealthIndicator extends AbstractHealthIndicator {

	private final Listener listener;

	ListenerHealthIndicator(Listener listener) {
		this.listener = listener;
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		(this.listener.isListening() ? builder.up() : builder.down()).withDetail("port", this.listener.port())
			.withDetail("tls", this.listener.speaksTls())
			.withDetail("connections", this.listener.connections());
	}

}
