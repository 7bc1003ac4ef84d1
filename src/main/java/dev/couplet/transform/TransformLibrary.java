package dev.couplet.transform;

import java.util.List;

/**
 * Transforms of one subject. Every bean of this type is in the catalogue, beside the
 * beans of type {@link Transform}.
 */
@FunctionalInterface
public interface TransformLibrary {

	/**
	 * The transforms.
	 * @return all of them
	 */
	List<Transform> transforms();

}
