package dev.couplet.protocol.kafka;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Whether there is any setting of a flow. Otherwise nothing of Kafka is loaded.
 */
final class FlowsAreSet implements Condition {

	@Override
	public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
		return Binder.get(context.getEnvironment())
			.bind("couplet.kafka.flows", Bindable.mapOf(String.class, Object.class))
			.isBound();
	}

}
