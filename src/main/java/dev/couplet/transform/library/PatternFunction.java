package dev.couplet.transform.library;

import com.google.re2j.Pattern;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.TransformFunction;

/**
 * A function that uses a pattern, and has its cost.
 *
 * @param pattern the pattern
 * @param weight the cost, in nanoseconds for each UTF-16 code unit of the text
 * @param function the function
 */
record PatternFunction(Pattern pattern, int weight,
		TransformFunction<String, String> function) implements TransformFunction<String, String> {

	PatternFunction(Pattern pattern, TransformFunction<String, String> function) {
		this(pattern, Patterns.weight(pattern), function);
	}

	@Override
	public String apply(String text, SizeLimit limit) {
		return this.function.apply(text, limit);
	}

	@Override
	public boolean isSmall() {
		return Patterns.isSmall(this.pattern);
	}

}
