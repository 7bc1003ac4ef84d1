package dev.couplet.transform;

/**
 * A pure function from text to text with its arguments bound. Thread-safe; takes time
 * linear in the size of text and result.
 */
@FunctionalInterface
public interface TextFunction {

	/**
	 * Transforms a text.
	 * @param text well-formed Unicode, within the limit, possibly empty
	 * @param limit the maximum size of the result. The caller checks the result too, so
	 * only a function that can enlarge its text considerably needs to check it
	 * @return the result, well-formed Unicode
	 * @throws TextRefusedException if the text is not valid input for this function
	 * @throws TextTooLargeException if the result would exceed the limit
	 */
	String apply(String text, SizeLimit limit);

}
