package dev.couplet.endpoint;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

import dev.couplet.transform.RequestBudget;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.TransformService;
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
 * The limits of the transform service.
 *
 * @param maxTextSize the maximum size in UTF-8 of a text, of every intermediate result
 * and of the result, on every protocol. 1 byte to 256 MB
 * @param maxProcessorTime the maximum processor time of a request, for all its steps and
 * texts together, as estimated from the size of the text and the weight of each step. 1
 * ms to 1 day, in seconds if there is no unit. The default is 5 seconds for each MB of
 * the maximum text size
 * @param maxMemory the maximum memory for the texts of all requests together, on all
 * protocols: texts that are arriving, in process and being sent. At least 1 MB. The
 * default is a third of the heap
 * @param maxWaiting the maximum number of expensive requests that wait for a processor,
 * and of large requests that wait for memory, on all protocols together, at least 1.
 * Further requests are refused immediately
 */
@Validated
@ConfigurationProperties("couplet.transform")
record TransformProperties(@DefaultValue("1MB") @SizeBetween(min = "1B", max = "256MB") DataSize maxTextSize,
		@Nullable @DurationUnit(ChronoUnit.SECONDS) @DurationMin(millis = 1) @DurationMax(
				days = 1) Duration maxProcessorTime,
		@Nullable @SizeBetween(min = "1MB", max = "1TB") DataSize maxMemory,
		@DefaultValue("1000") @Min(1) @Max(1_000_000) int maxWaiting) {

	SizeLimit sizeLimit() {
		return new SizeLimit(this.maxTextSize.toBytes());
	}

	Duration costLimit() {
		return (this.maxProcessorTime != null) ? this.maxProcessorTime : RequestBudget.defaultCostLimit(sizeLimit());
	}

	long memoryLimit() {
		return (this.maxMemory != null) ? this.maxMemory.toBytes() : TransformService.defaultMaxMemory();
	}

}
