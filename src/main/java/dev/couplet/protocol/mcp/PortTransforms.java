package dev.couplet.protocol.mcp;

import java.util.List;
import java.util.function.Supplier;

import dev.couplet.endpoint.FailureReason;
import dev.couplet.endpoint.TransformPort;
import dev.couplet.transform.Catalogue;
import dev.couplet.transform.LoggableFailure;
import dev.couplet.transform.MemoryReservation;
import dev.couplet.transform.TransformException;
import dev.couplet.transform.Value;
import dev.couplet.transform.guess.Guess;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The service of a server.
 *
 * @param port the port of the protocol
 * @param catalogue the transforms
 * @param memory the memory of the request
 * @param meters the metrics of the protocol
 */
record PortTransforms(TransformPort port, Catalogue catalogue, MemoryReservation memory,
		RequestMeters meters) implements Transforms {

	private static final Logger logger = LoggerFactory.getLogger(PortTransforms.class);

	@Override
	public Value transform(String recipe, Value value) {
		return this.port.transform(recipe, value, this.memory);
	}

	@Override
	public List<Guess> guess(Value value) {
		return this.port.guess(value, this.memory);
	}

	@Override
	public Value read(Supplier<Value> reader) {
		return this.port.read(reader::get);
	}

	@Override
	public void reject(TransformException error) {
		this.port.reject(error);
	}

	@Override
	public void rejectMalformed() {
		this.port.rejectMalformed();
	}

	@Override
	public void count(String method, @Nullable FailureReason failure) {
		this.meters.count(method, failure);
	}

	@Override
	public void fail(RuntimeException failure) {
		logger.error("A request failed", LoggableFailure.of(failure));
		this.port.countServerFailure();
	}

}
