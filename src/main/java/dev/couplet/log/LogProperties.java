package dev.couplet.log;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The settings for the rate limit of the log.
 *
 * @param warnings the maximum number of warnings and errors of one logger in an interval,
 * at least 1. Others are only counted
 * @param interval the length of an interval, 1 ms to a day
 */
@Validated
@ConfigurationProperties("couplet.log")
record LogProperties(@DefaultValue("10") @Min(1) @Max(1_000_000) int warnings,
		@DefaultValue("1m") @DurationMin(millis = 1,
				message = "must be at least 1ms") @DurationMax(days = 1) Duration interval) {

}
