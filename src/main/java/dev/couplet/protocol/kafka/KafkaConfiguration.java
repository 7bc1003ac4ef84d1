package dev.couplet.protocol.kafka;

import java.util.List;

import dev.couplet.endpoint.CallerTrace;
import dev.couplet.endpoint.Endpoints;
import dev.couplet.endpoint.Phase;
import dev.couplet.endpoint.PhasedLifecycle;
import dev.couplet.endpoint.TransformPorts;
import dev.couplet.transform.TransformService;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;

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

	@Bean
	PhasedLifecycle flowsLifecycle(FlowProperties properties, ConsumerFactory<?, ?> consumers,
			ProducerFactory<?, ?> producers, TransformService service, TransformPorts ports, CallerTrace traces,
			MeterRegistry meters, Endpoints endpoints) {
		FlowChecks.check(properties.flows(), service);
		FlowFactory factory = new FlowFactory(new FlowClients(consumers, producers), ports, traces, meters);
		List<FlowEndpoint> flows = properties.flows()
			.entrySet()
			.stream()
			.map((entry) -> factory.create(entry.getKey(), entry.getValue()))
			.toList();
		flows.forEach(endpoints::add);
		// they are stopped as endpoints, which are drained in this phase
		return new PhasedLifecycle(Phase.DRAIN, () -> flows.forEach(FlowEndpoint::start), () -> {
		});
	}

	// Spring Boot's template, which no flow uses, registers a timer that stays 0
	@Bean
	static MeterFilter noTimerOfTheUnusedTemplate() {
		return MeterFilter.denyNameStartsWith("spring.kafka.template");
	}

}
