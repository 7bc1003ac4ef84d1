package dev.couplet.transform;

import java.util.List;

/**
 * A recipe names a transform that the catalogue does not have.
 */
public final class UnknownTransformException extends TransformException {

	private static final long serialVersionUID = 1L;

	private final transient List<String> nearNames;

	UnknownTransformException(String name, List<String> nearNames) {
		super("there is no transform '" + shown(name) + "'");
		this.nearNames = List.copyOf(nearNames);
	}

	/**
	 * Names of transforms that look like the one asked for.
	 * @return at most a few, the nearest first, possibly none
	 */
	public List<String> nearNames() {
		return this.nearNames;
	}

}
