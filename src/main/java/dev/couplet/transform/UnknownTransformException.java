package dev.couplet.transform;

import java.util.List;

/**
 * A recipe names a transform that is not in the catalogue.
 */
public final class UnknownTransformException extends TransformException {

	private static final long serialVersionUID = 1L;

	private final transient List<String> nearNames;

	UnknownTransformException(String name, List<String> nearNames) {
		super("there is no transform '" + shown(name) + "'");
		this.nearNames = List.copyOf(nearNames);
	}

	/**
	 * Returns the names of transforms that resemble the requested one.
	 * @return up to 3 names, most similar first
	 */
	public List<String> nearNames() {
		return this.nearNames;
	}

}
