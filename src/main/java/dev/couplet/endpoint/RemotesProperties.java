package dev.couplet.endpoint;

import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import dev.couplet.transform.Kind;
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
 * The settings of remote transforms.
 *
 * @param remotes remote transforms by name. Each is a transform that another server makes
 * on every protocol. None by default
 */
@Validated
@ConfigurationProperties("couplet")
record RemotesProperties(@DefaultValue Map<String, @Valid Remote> remotes) {

	/**
	 * The settings of one remote transform.
	 *
	 * @param uri the server and its recipe: {@code netstring://HOST:PORT/RECIPE},
	 * {@code socketmap://HOST:PORT/RECIPE}, or the URL of an HTTP request that takes the
	 * value as its body, such as {@code http://HOST:PORT/transforms/RECIPE}. Required
	 * @param timeout the maximum time for one value, including the time that it waits for
	 * others. 1 ms to 1 minute, in seconds if there is no unit
	 * @param fallback what a value becomes if the server cannot be reached or does not
	 * answer in time
	 * @param maxConcurrent the maximum number of values that the server gets at a time,
	 * at least 1. Further ones wait within their timeout
	 * @param takes what the transform takes
	 * @param gives what the transform gives
	 * @param tokenFile a file with the bearer token that the server requires, which needs
	 * an HTTP URL. It is read for every value. None by default
	 */
	record Remote(
			@NotBlank(message = "must be set to a URI such as netstring://localhost:11000/trim") @Nullable String uri,
			@DefaultValue("5s") @DurationUnit(ChronoUnit.SECONDS) @DurationMin(millis = 1,
					message = "must be at least 1ms") @DurationMax(minutes = 1) Duration timeout,
			@DefaultValue("fail") Fallback fallback, @DefaultValue("100") @Min(1) @Max(100_000) int maxConcurrent,
			@DefaultValue("text") Content takes, @DefaultValue("text") Content gives, @Nullable Path tokenFile) {

	}

	/**
	 * What a value becomes if there is no result.
	 */
	enum Fallback {

		/** The request fails. */
		FAIL,

		/** The value is kept as it is. */
		TEXT

	}

	/**
	 * A kind of value.
	 */
	enum Content {

		/** A text, in UTF-8. */
		TEXT,

		/** Bytes. */
		BYTES;

		Kind<?> kind() {
			return (this == TEXT) ? Kind.TEXT : Kind.BYTES;
		}

	}

}
