package dev.couplet.contract;

import java.util.Map;
import java.util.Objects;

import dev.couplet.transform.BadArgumentException;
import dev.couplet.transform.MalformedRecipeException;
import dev.couplet.transform.MalformedTextException;
import dev.couplet.transform.RemoteFailedException;
import dev.couplet.transform.RemoteTimeoutException;
import dev.couplet.transform.TransformException;
import dev.couplet.transform.TransformFailedException;
import dev.couplet.transform.UnavailableException;
import dev.couplet.transform.UnknownTransformException;
import dev.couplet.transform.ValueRefusedException;
import dev.couplet.transform.ValueTooLargeException;

/**
 * The reasons of errors, as they stand in metrics, results of MCP and headers of records.
 */
final class Reasons {

	private static final Map<Class<? extends TransformException>, String> REASONS = Map.ofEntries(
			Map.entry(UnknownTransformException.class, "unknown-transform"),
			Map.entry(MalformedRecipeException.class, "malformed-recipe"),
			Map.entry(BadArgumentException.class, "bad-argument"),
			Map.entry(ValueRefusedException.class, "value-refused"),
			Map.entry(MalformedTextException.class, "malformed-text"),
			Map.entry(ValueTooLargeException.class, "too-large"),
			Map.entry(TransformFailedException.class, "transform-failed"),
			Map.entry(RemoteFailedException.class, "remote-failed"),
			Map.entry(RemoteTimeoutException.class, "remote-timeout"),
			Map.entry(UnavailableException.class, "unavailable"));

	private Reasons() {
	}

	static String of(Class<? extends TransformException> error) {
		return Objects.requireNonNull(REASONS.get(error));
	}

}
