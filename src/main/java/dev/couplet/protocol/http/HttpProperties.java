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
 * The settings of HTTP in addition to those of Spring Boot.
 *
 * @param requestTimeout the maximum time from the first byte of a request to the last, in
 * seconds if there is no unit, at most 1 day. 0 means no timeout
 * @param hosts the host names and IP addresses, without ports, that the Host header of a
 * request may contain; {@code *} means any. The default is any, but only
 * {@code localhost} and its addresses if the server is bound to a loopback address
 */
@Validated
@ConfigurationProperties("couplet.http")
public record HttpProperties(@DefaultValue("10s") @DurationUnit(ChronoUnit.SECONDS) @DurationMin @DurationMax(
		days = 1) Duration requestTimeout, @Nullable List<String> hosts) {

	private static final String ANY = "*";

	// IPv6 in the format in which Tomcat parses a Host header
	private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

	/**
	 * Returns the accepted hosts.
	 * @param address the address that the server is bound to; null means all addresses
	 * @return names and addresses in lower case, or null for any host
	 */
	public @Nullable Set<String> acceptedHosts(@Nullable InetAddress address) {
		if (this.hosts == null) {
			return (address != null && address.isLoopbackAddress()) ? LOOPBACK : null;
		}
		return this.hosts.contains(ANY) ? null
				: this.hosts.stream().map((host) -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
	}

}
