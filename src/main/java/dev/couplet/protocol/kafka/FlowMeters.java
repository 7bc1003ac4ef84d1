package dev.couplet.protocol.kafka;

import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * The metrics of a flow. Those of its transforms are in the port.
 */
final class FlowMeters {

	private static final String FLOW = "flow";

	private final Counter transformed;

	private final Counter failed;

	private final Counter retried;

	private final Counter abortedTransactions;

	private final String flow;

	private final MeterRegistry meters;

	FlowMeters(String flow, MeterRegistry meters) {
		this.flow = flow;
		this.meters = meters;
		this.transformed = records("transformed");
		this.failed = records("failed");
		this.retried = counter("couplet.kafka.retries", "Records that were put off, to be retried");
		this.abortedTransactions = counter("couplet.kafka.transactions.failed",
				"Transactions that were aborted, or whose end was not known");
	}

	private Counter records(String outcome) {
		return Counter.builder("couplet.kafka.records")
			.description("Records that were written, and committed")
			.tag(FLOW, this.flow)
			.tag("outcome", outcome)
			.register(this.meters);
	}

	private Counter counter(String name, String description) {
		return Counter.builder(name).description(description).tag(FLOW, this.flow).register(this.meters);
	}

	/**
	 * Registers a gauge of the flow.
	 * @param <T> the type of its source
	 * @param name the name of the metric
	 * @param description its description
	 * @param source the source, which is not kept reachable
	 * @param value reads it
	 */
	<T> void register(String name, String description, T source, ToDoubleFunction<T> value) {
		Gauge.builder(name, source, value).description(description).tag(FLOW, this.flow).register(this.meters);
	}

	void committed(Outcome outcome) {
		((outcome instanceof Outcome.Success) ? this.transformed : this.failed).increment();
	}

	void retried() {
		this.retried.increment();
	}

	void transactionFailed() {
		this.abortedTransactions.increment();
	}

}
