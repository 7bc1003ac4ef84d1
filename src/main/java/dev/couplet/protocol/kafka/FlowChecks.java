package dev.couplet.protocol.kafka;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.couplet.transform.Recipe;
import dev.couplet.transform.TransformException;
import dev.couplet.transform.TransformService;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Checks the settings of flows, as far as they depend on each other.
 */
final class FlowChecks {

	private static final int TOPICS = 3;

	private static final String PREFIX = "couplet.kafka.flows.";

	private final Map<String, FlowProperties.Flow> flows;

	private final TransformService service;

	private FlowChecks(Map<String, FlowProperties.Flow> flows, TransformService service) {
		this.flows = flows;
		this.service = service;
	}

	/**
	 * Checks all flows of the server.
	 * @param flows the flows by name
	 * @param service compiles their recipes
	 * @throws InvalidConfigurationPropertyValueException if a setting is invalid
	 */
	static void check(Map<String, FlowProperties.Flow> flows, TransformService service) {
		FlowChecks checks = new FlowChecks(flows, service);
		flows.forEach((name, flow) -> {
			checkName(name);
			checkTopics(name, flow);
			checks.checkRecipe(name, flow);
		});
		flows.forEach(checks::checkReturn);
		checks.checkGroups();
	}

	private static void checkName(String name) {
		if (!Recipe.isName(name)) {
			throw new InvalidConfigurationPropertyValueException(PREFIX + name, name,
					"A name consists of lower-case letters, digits and single hyphens, and starts with a letter");
		}
	}

	private static void checkTopics(String name, FlowProperties.Flow flow) {
		if (Stream.of(flow.source(), flow.target(), flow.failureTopic()).distinct().count() < TOPICS) {
			throw new InvalidConfigurationPropertyValueException(PREFIX + name, flow.source(),
					"The topics of from, to and failures must be different ones");
		}
	}

	private void checkRecipe(String name, FlowProperties.Flow flow) {
		String recipe = flow.recipe();
		if (recipe == null) {
			if (!flow.recipeHeader()) {
				throw new InvalidConfigurationPropertyValueException(PREFIX + name + ".recipe", null,
						"It must be set to a recipe such as trim,lower-case, or recipe-header to true");
			}
			return;
		}
		try {
			this.service.compile(recipe);
		}
		catch (TransformException ex) {
			throw new InvalidConfigurationPropertyValueException(PREFIX + name + ".recipe", recipe, ex.getMessage());
		}
	}

	// a record that comes back to the topic that it was read from is read without end
	private void checkReturn(String name, FlowProperties.Flow flow) {
		Set<String> reached = new HashSet<>(flow.targets());
		while (this.flows.values()
			.stream()
			.filter((next) -> reached.contains(next.source()))
			.anyMatch((next) -> reached.addAll(next.targets()))) {
			if (reached.contains(flow.source())) {
				throw new InvalidConfigurationPropertyValueException(PREFIX + name + ".from", flow.source(),
						"Other flows would write what this flow has written, or could not transform, to this topic again");
			}
		}
	}

	// Kafka gives each partition to one of the consumers in a group, so each of these
	// flows would miss records
	private void checkGroups() {
		Set<List<String>> known = new HashSet<>();
		this.flows.forEach((name, flow) -> {
			String group = flow.consumerGroup(name);
			if (!known.add(List.of(flow.source(), group))) {
				throw new InvalidConfigurationPropertyValueException(PREFIX + name + ".group", group,
						"Another flow reads the same topic with this group, and each would get only a part of the records");
			}
		});
	}

}
