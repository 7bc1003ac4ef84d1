package dev.couplet.tcp;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of TCP listeners. A time without a unit is in seconds.
 *
 * @param maxConnections the maximum number of open connections of each listener, at least
 * 1. Further connections are closed immediately. The default is 10,000, or one for each
 * 100 KB of the heap if that is less
 * @param maxConnectionsPerAddress the maximum number of open connections of each listener
 * from one IPv4 address or one IPv6 /64 prefix. Further connections are closed
 * immediately. 0 means no limit
 * @param proxyProtocol whether every connection starts with a header of HAProxy's PROXY
 * protocol, version 1 or 2, with the address of the client behind a load balancer
 * @param transport the I/O interface of the operating system that connections use
 * @param requestTimeout the maximum time from the first byte of a request to the last,
 * and for the setup of a connection: PROXY protocol header and TLS handshake. 0 means no
 * timeout; the idle timeout then applies to the setup
 * @param idleTimeout the maximum time between requests, and before the first. 0 means no
 * timeout
 * @param writeTimeout the maximum time for a client to receive each 128 KB of a reply. 0
 * means no timeout
 */
@Validated
@ConfigurationProperties("couplet.tcp")
record TcpProperties(@Nullable @Min(1) @Max(1_000_000) Integer maxConnections,
		@DefaultValue("0") @Min(0) @Max(1_000_000) int maxConnectionsPerAddress,
		@DefaultValue("off") ProxyProtocol proxyProtocol, @DefaultValue("auto") Transport transport,
		@DefaultValue("10s") @DurationUnit(ChronoUnit.SECONDS) @DurationMin @DurationMax(
				days = 1) Duration requestTimeout,
		@DefaultValue("60s") @DurationUnit(ChronoUnit.SECONDS) @DurationMin @DurationMax(days = 1) Duration idleTimeout,
		@DefaultValue("10s") @DurationUnit(ChronoUnit.SECONDS) @DurationMin @DurationMax(
				days = 1) Duration writeTimeout) {

	private static final int DEFAULT_CONNECTION_LIMIT = 10_000;

	private static final int MIN_DEFAULT_CONNECTION_LIMIT = 100;

	// a connection with half of a small text takes 11 KB, and there are several listeners
	private static final int HEAP_PER_CONNECTION = 100 * 1024;

	int connectionLimit() {
		return (this.maxConnections != null) ? this.maxConnections
				: Math.clamp(Runtime.getRuntime().maxMemory() / HEAP_PER_CONNECTION, MIN_DEFAULT_CONNECTION_LIMIT,
						DEFAULT_CONNECTION_LIMIT);
	}

	/**
	 * Returns these settings without a limit for each client address and without the
	 * PROXY protocol.
	 * @return settings for clients without an address
	 */
	TcpProperties withoutClientAddresses() {
		return new TcpProperties(this.maxConnections, 0, ProxyProtocol.OFF, this.transport, this.requestTimeout,
				this.idleTimeout, this.writeTimeout);
	}

}
