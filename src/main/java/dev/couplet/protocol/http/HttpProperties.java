package dev.couplet.protocol.http;

import java.net.InetAddress;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of HTTP that are not Spring Boot's own.
 *
 * @param requestTimeout from a request's first byte to its last, in seconds where there
 * is no unit, at most a day. 0 waits for ever
 * @param hosts the names and addresses, without ports, that a request may give as its
 * host; {@code *} is any. Where it is not set, any, but for a server that is bound to
 * this machine alone: there {@code localhost} and its addresses
 */
@Validated
@ConfigurationProperties("couplet.http")
public record HttpProperties(@DefaultValue("10s") @DurationUnit(ChronoUnit.SECONDS) @DurationMin @DurationMax(
		days = 1) Duration requestTimeout, @Nullable List<String> hosts) {

	private static final String ANY = "*";

	// IPv6 as Tomcat has it in a Host header
	private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

	/**
	 * The hosts for which the server answers.
	 * @param address where it is bound; null is everywhere
	 * @return names and addresses in lower case, or null where it answers for any
	 */
	public @Nullable Set<String> hostsAt(@Nullable InetAddress address) {
		if (this.hosts == null) {
			return (address != null && address.isLoopbackAddress()) ? LOOPBACK : null;
		}
		return this.hosts.contains(ANY) ? null
				: this.hosts.stream().map((host) -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
	}

}
