package dev.couplet.transform.remote;

import java.time.Duration;

import dev.couplet.transform.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The definition of a transform that another server makes.
 *
 * @param name the name of the transform
 * @param uri the address of the server and its recipe
 * @param timeout the maximum time for one value, including the time that it waits for
 * others, greater than 0
 * @param keepsValue whether a value is kept as it is if the server cannot be reached or
 * does not answer in time; otherwise, the request fails
 * @param maxConcurrent the maximum number of values that the server gets at a time, at
 * least 1. Further ones wait
 * @param takes what the transform takes
 * @param gives what the transform gives
 * @param token the token that is sent with each value, which requires HTTP; null for none
 */
public record RemoteTransform(String name, RemoteUri uri, Duration timeout, boolean keepsValue, int maxConcurrent,
		Kind<?> takes, Kind<?> gives, @Nullable RemoteToken token) {

	public RemoteTransform {
		if (keepsValue && takes != gives) {
			throw new IllegalArgumentException(
					"A value can only be kept as it is if the transform takes and gives the same kind");
		}
		if (token != null && uri.protocol() != RemoteUri.Protocol.HTTP) {
			throw new IllegalArgumentException("A token can only be sent to an http or https URL");
		}
	}

}
