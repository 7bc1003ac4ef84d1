package dev.couplet.tcp;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

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
	 * What a listener puts up with. A time without a unit is in seconds.
	 *
	 * @param maxConnections the most connections that a listener holds open at a time, at
	 * least 1; one more is closed at once
	 * @param requestTimeout from a request's first byte to its last. 0 waits for ever
	 * @param idleTimeout between requests, and before the first. 0 waits for ever
	 * @param writeTimeout how long a client may take to receive a reply. 0 waits for ever
	 */
	record Limits(@DefaultValue("10000") @Min(1) @Max(1_000_000) int maxConnections,
			@DefaultValue("10s") @DurationUnit(ChronoUnit.SECONDS) @DurationMin @DurationMax(
					days = 1) Duration requestTimeout,
			@DefaultValue("60s") @DurationUnit(ChronoUnit.SECONDS) @DurationMin @DurationMax(
					days = 1) Duration idleTimeout,
			@DefaultValue("10s") @DurationUnit(ChronoUnit.SECONDS) @DurationMin @DurationMax(
					days = 1) Duration writeTimeout) {

	}

}
