package dev.couplet.transform;

/**
 * The parts of a text that a recipe in brackets runs on. They are found one after the
 * other, from left to right, and do not overlap. What is between them is kept. Used by
 * one thread at a time.
 */
public interface Parts {

	/**
	 * Finds the next part.
	 * @return false if there is none left
	 */
	boolean next();

	/**
	 * Returns where the part begins.
	 * @return the index of its first UTF-16 code unit, at least the end of the part
	 * before
	 */
	int start();

	/**
	 * Returns where the part ends.
	 * @return the index after its last UTF-16 code unit, at least its start
	 */
	int end();

}
