package dev.couplet.transform;

import java.util.List;

/**
 * Transforms of one subject. A server has those of every bean of this type in its
 * catalogue, beside the beans of type {@link Transform}.
 */
@FunctionalInterface
public interface TransformLibrary {

	/**
	 * The transforms.
	 * @return all of them
	 */
	List<Transform> transforms();

}
