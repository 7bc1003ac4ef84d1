package dev.couplet.transform;

import java.util.List;

/**
 * A recipe names a transform that is not in the catalogue.
 */
public final class UnknownTransformException extends TransformException {

	private static final long serialVersionUID = 1L;

	private final transient List<String> nearNames;

	UnknownTransformException(String name, List<String> nearNames) {
		this(nearNames, "there is no transform '" + shown(name) + "'" + NearNames.suggestion(nearNames));
	}

	private UnknownTransformException(List<String> nearNames, String reason) {
		super(reason);
		this.nearNames = List.copyOf(nearNames);
	}

	/**
	 * Adds the place of the error.
	 * @param number the number of the step, such as 2.1
	 * @return a new exception
	 */
	@Override
	UnknownTransformException at(String number) {
		return new UnknownTransformException(this.nearNames, "step " + number + ": " + getMessage());
	}

	/**
	 * Adds the place of the error.
	 * @param number the number of the step, such as 2.1
	 * @param hint the end of the message, if there are no names to suggest
	 * @return a new exception
	 */
	UnknownTransformException at(String number, String hint) {
		String reason = at(number).getMessage();
		return new UnknownTransformException(this.nearNames, this.nearNames.isEmpty() ? reason + hint : reason);
	}

	/**
	 * Returns the names of transforms that the requested one may mean.
	 * @return up to 3 names, the best first
	 */
	public List<String> nearNames() {
		return this.nearNames;
	}

}
