package dev.couplet.transform;

import java.util.List;

/**
 * A recipe names a transform that is not in the catalogue.
 */
public final class UnknownTransformException extends TransformException {

	private static final long serialVersionUID = 1L;

	private final transient List<String> nearNames;

	UnknownTransformException(String name, List<String> nearNames) {
		super("there is no transform '" + shown(name) + "'" + NearNames.suggestion(nearNames));
		this.nearNames = List.copyOf(nearNames);
	}

	/**
	 * Returns the names of transforms that the requested one may mean.
	 * @return up to 3 names, the best first
	 */
	public List<String> nearNames() {
		return this.nearNames;
	}

}
