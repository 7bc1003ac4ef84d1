package dev.couplet.transform;

import java.util.Map;

import jakarta.validation.Valid;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of the core.
 *
 * @param recipes recipes under names of their own: each becomes a transform, on every
 * protocol. None by default
 * @param transform the limits
 */
@Validated
@ConfigurationProperties("couplet")
record TransformProperties(@DefaultValue Map<String, String> recipes, @Valid @DefaultValue Limits transform) {

	/**
	 * The limits of the core.
	 *
	 * @param maxTextSize the most bytes of UTF-8 that a request's text, an intermediate
	 * result or a result may have, on every protocol. 1 byte to 256 MB
	 */
	record Limits(@DefaultValue("1MB") @SizeBetween(min = "1B", max = "256MB") DataSize maxTextSize) {

	}

}
