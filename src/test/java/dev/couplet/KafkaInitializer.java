package dev.couplet;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Connects a server to the broker that tests share, and creates the topics of its flows,
 * each with one partition.
 */
public final class KafkaInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	@Override
	public void initialize(ConfigurableApplicationContext server) {
		KafkaBroker broker = KafkaBroker.shared();
		TestPropertyValues.of("spring.kafka.bootstrap-servers=" + broker.address()).applyTo(server);
		Binder.get(server.getEnvironment())
			.bind("couplet.kafka.flows", Bindable.mapOf(String.class, Flow.class))
			.get()
			.values()
			.forEach((flow) -> broker.createTopics(1, flow.from(), flow.to(), flow.failures()));
	}

	record Flow(String from, String to, String failures) {

	}

}
