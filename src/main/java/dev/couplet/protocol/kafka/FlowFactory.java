package dev.couplet.protocol.kafka;

import java.time.Duration;

import dev.couplet.endpoint.CallerTrace;
import dev.couplet.endpoint.TransformPort;
import dev.couplet.endpoint.TransformPorts;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.CommonLoggingErrorHandler;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;

/**
 * Creates flows.
 */
final class FlowFactory {

	// how soon a partition that was paused is read again
	private static final Duration POLL_TIMEOUT = Duration.ofSeconds(1);

	private static final Duration AUTHENTICATION_INTERVAL = Duration.ofSeconds(10);

	private final FlowClients clients;

	private final TransformPorts ports;

	private final CallerTrace traces;

	private final MeterRegistry meters;

	FlowFactory(FlowClients clients, TransformPorts ports, CallerTrace traces, MeterRegistry meters) {
		this.clients = clients;
		this.ports = ports;
		this.traces = traces;
		this.meters = meters;
	}

	/**
	 * Creates a flow, which is not started.
	 * @param name the name of the flow
	 * @param flow its settings
	 * @return the flow
	 */
	FlowEndpoint create(String name, FlowProperties.Flow flow) {
		TransformPort transforms = this.ports.open(FlowEndpoint.name(name));
		ConcurrentMessageListenerContainer<byte[], byte[]> container = container(name, flow);
		Topics topics = new Topics(name, flow, container);
		container.setBatchInterceptor(topics);
		Retries retries = new Retries(container, flow.retries(), flow.maxRetryDelay());
		FlowMeters flowMeters = new FlowMeters(name, this.meters);
		Transactions transactions = new Transactions(
				new KafkaTemplate<>(this.clients.producers(name, transforms.limit().bytes())),
				new OutgoingRecords(name, flow, topics));
		FlowListener listener = new FlowListener(name, new RecordRequests(transforms, flow, this.traces), transactions,
				topics, retries, flowMeters);
		container.setupMessageListener(listener);
		container.getContainerProperties().setConsumerRebalanceListener(listener);
		FlowStatus status = new FlowStatus(container, topics, retries);
		flowMeters.register("couplet.kafka.lag", "Records of this instance's partitions that have not been read",
				listener, FlowListener::lag);
		flowMeters.register("couplet.kafka.partitions", "Partitions that this instance reads", status,
				FlowStatus::partitions);
		flowMeters.register("couplet.kafka.partitions.retrying", "Partitions with a record that is retried", retries,
				(retried) -> retried.reasons().size());
		return new FlowEndpoint(name, flow, container, listener, status);
	}

	private ConcurrentMessageListenerContainer<byte[], byte[]> container(String name, FlowProperties.Flow flow) {
		ContainerProperties properties = new ContainerProperties(flow.source());
		// by the transactions
		properties.setAckMode(ContainerProperties.AckMode.MANUAL);
		properties.setGroupId(flow.consumerGroup(name));
		properties.setPollTimeout(POLL_TIMEOUT.toMillis());
		properties.setAuthExceptionRetryInterval(AUTHENTICATION_INTERVAL);
		properties.setMicrometerEnabled(false);
		ConcurrentMessageListenerContainer<byte[], byte[]> container = new ConcurrentMessageListenerContainer<>(
				this.clients.consumers(name), properties);
		container.setBeanName(FlowEndpoint.name(name));
		container.setConcurrency(flow.concurrency());
		container.setCommonErrorHandler(new CommonLoggingErrorHandler());
		return container;
	}

}
