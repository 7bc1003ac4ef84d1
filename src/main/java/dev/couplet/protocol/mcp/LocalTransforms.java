package dev.couplet.protocol.mcp;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import dev.couplet.endpoint.FailureReason;
import dev.couplet.transform.Catalogue;
import dev.couplet.transform.LoggableFailure;
import dev.couplet.transform.TransformException;
import dev.couplet.transform.TransformService;
import dev.couplet.transform.Value;
import dev.couplet.transform.guess.Guess;
import dev.couplet.transform.guess.Guesser;
import org.jspecify.annotations.Nullable;

/**
 * A service in this process, without metrics and without a log.
 *
 * @param service returns the service, always the same
 */
record LocalTransforms(Supplier<TransformService> service) implements Transforms {

	@Override
	public Value transform(String recipe, Value value) {
		return this.service.get().transform(recipe, value);
	}

	@Override
	public List<Guess> guess(Value value) {
		return new Guesser(this.service.get()).guess(value);
	}

	@Override
	public Catalogue catalogue() {
		return this.service.get().catalogue();
	}

	@Override
	public Value read(Supplier<Value> reader) {
		return reader.get();
	}

	@Override
	public void reject(TransformException error) {
		// nothing is counted
	}

	@Override
	public void rejectMalformed() {
		// nothing is counted
	}

	@Override
	public void count(String method, @Nullable FailureReason failure) {
		// nothing is counted
	}

	@Override
	public void fail(RuntimeException failure) {
		System.err.println("couplet: a request failed");
		Objects.requireNonNull(LoggableFailure.of(failure)).printStackTrace();
	}

}
