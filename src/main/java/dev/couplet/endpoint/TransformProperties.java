package dev.couplet.endpoint;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;

import dev.couplet.transform.RequestBudget;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.TransformService;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;
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
	 * @param maxProcessorTime the most processor time that a request may take, all its
	 * steps and texts together, as estimated by the size of the text and the weight of
	 * each step. In seconds where there is no unit, 1 ms to a day. 5 seconds for each MB
	 * of the largest text where it is not set
	 * @param maxMemory the most bytes of memory that texts may take, those of all
	 * protocols together, as they arrive, are worked on and are sent. At least 1 MB. A
	 * third of the heap where it is not set
	 * @param maxWaiting how many expensive requests may wait for a processor, and how
	 * many large ones for memory, of all protocols together, at least 1. One more is
	 * refused at once
	 */
	record Limits(@DefaultValue("1MB") @SizeBetween(min = "1B", max = "256MB") DataSize maxTextSize,
			@Nullable @DurationUnit(ChronoUnit.SECONDS) @DurationMin(millis = 1) @DurationMax(
					days = 1) Duration maxProcessorTime,
			@Nullable @SizeBetween(min = "1MB", max = "1TB") DataSize maxMemory,
			@DefaultValue("1000") @Min(1) @Max(1_000_000) int maxWaiting) {

		SizeLimit size() {
			return new SizeLimit(this.maxTextSize.toBytes());
		}

		long mostMemory() {
			return (this.maxMemory != null) ? this.maxMemory.toBytes() : TransformService.shareOfHeap();
		}

		Duration mostCost() {
			return (this.maxProcessorTime != null) ? this.maxProcessorTime : RequestBudget.mostFor(size());
		}

	}

}
