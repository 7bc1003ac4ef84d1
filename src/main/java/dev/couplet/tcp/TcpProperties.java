package dev.couplet.tcp;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of every TCP listener.
 *
 * @param address the host name or IP address where every listener binds, HTTP included.
 * {@code 0.0.0.0} is all of them
 * @param tcp the limits
 */
@Validated
@ConfigurationProperties("couplet")
record TcpProperties(@DefaultValue("localhost") @NotBlank String address, @DefaultValue @Valid Limits tcp) {

	/**
	 * The limits and deadlines of a listener, and how it receives connections. A time
	 * without a unit is in seconds.
	 *
	 * @param maxConnections the most connections that a listener holds open at a time, at
	 * least 1; one more is closed at once. 10,000 where it is not set, or one for each
	 * 100 KB of the heap where that is less
	 * @param maxConnectionsPerAddress the most connections that a listener holds open for
	 * one IPv4 address or one IPv6 /64 prefix; one more is closed at once. 0 is no limit
	 * @param proxyProtocol whether every connection begins with a header of HAProxy's
	 * PROXY protocol, version 1 or 2, which says where the client behind a balancer is
	 * @param transport how the server talks to the operating system's network
	 * @param requestTimeout from a request's first byte to its last. 0 waits for ever
	 * @param idleTimeout between requests, and before the first. 0 waits for ever
	 * @param writeTimeout how long a client may take to receive each 128 KB of a reply. 0
	 * waits for ever
	 */
	record Limits(@Nullable @Min(1) @Max(1_000_000) Integer maxConnections,
			@DefaultValue("0") @Min(0) @Max(1_000_000) int maxConnectionsPerAddress,
			@DefaultValue("off") ProxyProtocol proxyProtocol, @DefaultValue("auto") Transport transport,
			@DefaultValue("10s") @DurationUnit(ChronoUnit.SECONDS) @DurationMin @DurationMax(
					days = 1) Duration requestTimeout,
			@DefaultValue("60s") @DurationUnit(ChronoUnit.SECONDS) @DurationMin @DurationMax(
					days = 1) Duration idleTimeout,
			@DefaultValue("10s") @DurationUnit(ChronoUnit.SECONDS) @DurationMin @DurationMax(
					days = 1) Duration writeTimeout) {

		private static final int MOST_CONNECTIONS = 10_000;

		private static final int LEAST_CONNECTIONS = 100;

		// half of a small text and what a connection takes by itself are 11 KB, and there
		// are several listeners
		private static final int HEAP_FOR_EACH = 100 * 1024;

		int mostConnections() {
			return (this.maxConnections != null) ? this.maxConnections
					: Math.clamp(Runtime.getRuntime().maxMemory() / HEAP_FOR_EACH, LEAST_CONNECTIONS, MOST_CONNECTIONS);
		}

	}

}
