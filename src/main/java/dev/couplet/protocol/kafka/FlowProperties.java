package dev.couplet.protocol.kafka;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of Kafka flows. Those of the connection to the brokers are Spring's
 * ({@code spring.kafka.*}).
 *
 * @param flows flows by name. Each transforms the records of a topic and writes them to
 * another one. None by default
 */
@Validated
@ConfigurationProperties("couplet.kafka")
record FlowProperties(@DefaultValue Map<String, @Valid Flow> flows) {

	private static final String TOPIC = "[a-zA-Z0-9._-]{0,249}";

	private static final String NO_TOPIC = "must be the name of a topic: 1 to 249 letters, digits, '.', '_' and '-'";

	/**
	 * The settings of one flow.
	 *
	 * @param from the topic that is read. Required
	 * @param to the topic that gets the transformed records. Required
	 * @param recipe the recipe. Required, unless {@code recipeHeader} is set
	 * @param recipeHeader whether the header {@code couplet-recipe} of a record, if it
	 * has one, replaces the recipe
	 * @param failures the topic that gets the records that cannot be transformed.
	 * Required
	 * @param group the consumer group. Instances of the server with the same group share
	 * the partitions. {@code couplet-} and the name of the flow by default
	 * @param concurrency the number of consumers of this instance, at least 1. More than
	 * there are partitions are of no use
	 * @param retries how often a record is retried whose transform or remote server
	 * fails, before it goes to the failures. A record that is refused because the server
	 * is overloaded is retried without limit. 0 means that it is not retried
	 * @param maxRetryDelay the maximum time between two retries. The first is after a
	 * second, and each further one after twice the time. 1 second to 1 hour, in seconds
	 * if there is no unit
	 */
	record Flow(@NotBlank(message = NO_TOPIC) @Pattern(regexp = TOPIC, message = NO_TOPIC) @Nullable String from,
			@NotBlank(message = NO_TOPIC) @Pattern(regexp = TOPIC, message = NO_TOPIC) @Nullable String to,
			@Nullable String recipe, @DefaultValue("false") boolean recipeHeader,
			@NotBlank(message = NO_TOPIC) @Pattern(regexp = TOPIC, message = NO_TOPIC) @Nullable String failures,
			@Nullable String group, @DefaultValue("1") @Min(1) @Max(1000) int concurrency,
			@DefaultValue("5") @Min(0) @Max(1_000_000) int retries,
			@DefaultValue("30s") @DurationUnit(ChronoUnit.SECONDS) @DurationMin(seconds = 1,
					message = "must be at least 1s") @DurationMax(hours = 1) Duration maxRetryDelay) {

		Flow {
			// an empty variable of the environment is the same as none
			recipe = (recipe != null && recipe.isBlank()) ? null : recipe;
			group = (group != null && group.isBlank()) ? null : group;
		}

		String source() {
			return Objects.requireNonNull(this.from);
		}

		String target() {
			return Objects.requireNonNull(this.to);
		}

		String failureTopic() {
			return Objects.requireNonNull(this.failures);
		}

		/**
		 * Returns the consumer group.
		 * @param name the name of the flow
		 * @return the one that is set, or the default
		 */
		String consumerGroup(String name) {
			return (this.group != null) ? this.group : "couplet-" + name;
		}

		/**
		 * Returns the topics that are written.
		 * @return the target and the topic of failures
		 */
		List<String> targets() {
			return List.of(target(), failureTopic());
		}

	}

}
