package dev.couplet.transform;

/**
 * A pure function from text to text, with its arguments already in place. Thread-safe,
 * and linear in the size of its text.
 */
@FunctionalInterface
public interface TextFunction {

	/**
	 * Transforms a text.
	 * @param text well-formed Unicode, within the limit, possibly empty
	 * @param limit what the result may come to; the caller checks the result too, so only
	 * a function whose result can be much larger than its text needs to ask
	 * @return the result, well-formed Unicode
	 * @throws TextRefusedException where the text is not one that this function takes
	 * @throws TextTooLargeException where the result would be over the limit
	 */
	String apply(String text, SizeLimit limit);

}
