package dev.couplet.transform;

/**
 * Splits texts into parts, with its arguments bound. Thread-safe.
 */
@FunctionalInterface
public interface Splitter {

	/**
	 * Starts to split a text.
	 * @param text well-formed Unicode, possibly empty
	 * @return its parts, none of them found yet. To find all of them takes time linear in
	 * the size of the text, or ends with a refusal
	 * @throws ValueRefusedException if the text cannot be split
	 */
	Parts split(String text);

	/**
	 * Returns whether the splitter takes little memory.
	 * @return false if it should not be kept for later requests
	 */
	default boolean isSmall() {
		return true;
	}

	/**
	 * Returns the cost of finding the parts.
	 * @return nanoseconds for each UTF-16 code unit, at least 1
	 */
	default int weight() {
		return Weight.DEFAULT.any();
	}

}
