package dev.couplet.tcp;

import java.time.Duration;

/**
 * Limits for tests.
 */
final class TestLimits {

	static final Duration REQUEST = Duration.ofSeconds(10);

	static final Duration IDLE = Duration.ofSeconds(60);

	static final Duration WRITE = Duration.ofSeconds(20);

	private TestLimits() {
	}

	static TcpProperties defaults() {
		return timeouts(REQUEST, IDLE);
	}

	static TcpProperties timeouts(Duration request, Duration idle) {
		return new TcpProperties(1000, 0, ProxyProtocol.OFF, Transport.NIO, request, idle, WRITE);
	}

}
