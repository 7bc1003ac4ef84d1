package dev.couplet.transform;

/**
 * A function that waits for something outside of the process, such as another server. It
 * runs on a virtual thread. Thread-safe.
 */
@FunctionalInterface
public interface WaitingFunction {

	/**
	 * Transforms a value.
	 * @param value a value of the kind that the transform takes, within the limit
	 * @param call the limits of the call
	 * @return a value of the kind that the transform gives, or one that can be converted
	 * to it
	 * @throws ClientGoneException if this thread is interrupted, which means that the
	 * result is no longer needed
	 * @throws TransformException if there is no result; in particular
	 * {@link RemoteFailedException}, {@link RemoteTimeoutException} and
	 * {@link ValueRefusedException}
	 */
	Value apply(Value value, WaitingCall call);

}
