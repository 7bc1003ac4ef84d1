package dev.couplet.tcp;

import java.time.Duration;
import java.util.List;

import dev.couplet.transform.Catalogue;
import dev.couplet.transform.MemoryReservation;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.TransformService;

/**
 * Limits for tests.
 */
final class TestLimits {

	static final Duration REQUEST = Duration.ofSeconds(10);

	static final Duration IDLE = Duration.ofSeconds(60);

	static final Duration WRITE = Duration.ofSeconds(20);

	private static final TransformService SERVICE = new TransformService(new Catalogue(List.of()),
			new SizeLimit(1_000_000));

	private TestLimits() {
	}

	static TcpProperties defaults() {
		return timeouts(REQUEST, IDLE);
	}

	static TcpProperties timeouts(Duration request, Duration idle) {
		return new TcpProperties(1000, 0, ProxyProtocol.OFF, Transport.NIO, request, idle, WRITE);
	}

	static MemoryReservation newReservation() {
		return SERVICE.newReservation();
	}

}
