package dev.couplet.transform;

import java.util.List;

/**
 * A group of related transforms. A server's catalogue contains the transforms of all
 * beans of this type and all beans of type {@link Transform}.
 */
@FunctionalInterface
public interface TransformLibrary {

	/**
	 * Returns the transforms.
	 * @return all of them
	 */
	List<Transform> transforms();

}
