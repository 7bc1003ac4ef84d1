package dev.couplet.protocol.kafka;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.couplet.endpoint.CallerTrace;
import dev.couplet.endpoint.Endpoints;
import dev.couplet.endpoint.Phase;
import dev.couplet.endpoint.PhasedLifecycle;
import dev.couplet.endpoint.TransformPorts;
import dev.couplet.transform.Recipe;
import dev.couplet.transform.TransformException;
import dev.couplet.transform.TransformService;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.ProducerFactory;

/**
 * Defines the Kafka flows. How to connect to the brokers is Spring's configuration.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(FlowsAreSet.class)
@Import(KafkaAutoConfiguration.class)
class KafkaConfiguration {

	private static final int TOPICS = 3;

	private static final String PREFIX = "couplet.kafka.flows.";

	@Bean
	PhasedLifecycle flowsLifecycle(FlowProperties properties, ConsumerFactory<?, ?> consumers,
			ProducerFactory<?, ?> producers, TransformService service, TransformPorts ports, CallerTrace traces,
			MeterRegistry meters, Endpoints endpoints) {
		FlowFactory factory = new FlowFactory(consumers, producers, ports, traces, meters);
		List<FlowEndpoint> flows = properties.flows().entrySet().stream().map((entry) -> {
			check(entry.getKey(), entry.getValue(), service);
			return factory.create(entry.getKey(), entry.getValue());
		}).toList();
		properties.flows().forEach((name, flow) -> checkReturn(name, flow, properties.flows().values()));
		checkGroups(properties.flows());
		flows.forEach(endpoints::add);
		// they are stopped as endpoints, which are drained in this phase
		return new PhasedLifecycle(Phase.DRAIN, () -> flows.forEach(FlowEndpoint::start), () -> {
		});
	}

	private static void check(String name, FlowProperties.Flow flow, TransformService service) {
		String property = PREFIX + name;
		if (!Recipe.isName(name)) {
			throw new InvalidConfigurationPropertyValueException(property, name,
					"A name consists of lower-case letters, digits and single hyphens, and starts with a letter");
		}
		if (Stream.of(flow.source(), flow.target(), flow.failureTopic()).distinct().count() < TOPICS) {
			throw new InvalidConfigurationPropertyValueException(property, flow.source(),
					"The topics of from, to and failures must be different ones");
		}
		String recipe = flow.recipe();
		if (recipe == null) {
			if (!flow.recipeHeader()) {
				throw new InvalidConfigurationPropertyValueException(property + ".recipe", null,
						"It must be set to a recipe such as trim,lower-case, or recipe-header to true");
			}
			return;
		}
		try {
			service.compile(recipe);
		}
		catch (TransformException ex) {
			throw new InvalidConfigurationPropertyValueException(property + ".recipe", recipe, ex.getMessage());
		}
	}

	// a record that comes back to the topic that it was read from is read without end
	private static void checkReturn(String name, FlowProperties.Flow flow, Collection<FlowProperties.Flow> flows) {
		Set<String> reached = new HashSet<>(flow.targets());
		while (flows.stream()
			.filter((next) -> reached.contains(next.source()))
			.anyMatch((next) -> reached.addAll(next.targets()))) {
			if (reached.contains(flow.source())) {
				throw new InvalidConfigurationPropertyValueException(PREFIX + name + ".from", flow.source(),
						"Other flows would write what this flow has written, or could not transform, to this topic again");
			}
		}
	}

	// Kafka gives each partition to one of the consumers in a group, so each of these
	// flows
	// would miss records
	private static void checkGroups(Map<String, FlowProperties.Flow> flows) {
		Set<List<String>> known = new HashSet<>();
		flows.forEach((name, flow) -> {
			String group = flow.consumerGroup(name);
			if (!known.add(List.of(flow.source(), group))) {
				throw new InvalidConfigurationPropertyValueException(PREFIX + name + ".group", group,
						"Another flow reads the same topic with this group, and each would get only a part of the records");
			}
		});
	}

}
