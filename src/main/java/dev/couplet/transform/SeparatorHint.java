package dev.couplet.transform;

import org.jspecify.annotations.Nullable;

/**
 * Says how a separator is written in an argument, for a step that may be the rest of one.
 */
final class SeparatorHint {

	private SeparatorHint() {
	}

	/**
	 * Returns the end of a message about the name of a step.
	 * @param before the step before it, or null if it is the first one
	 * @param inArgument whether it is in brackets after an argument, which may have been
	 * meant as part of the argument
	 * @return the empty string if no argument is before the step
	 */
	static String of(Recipe.@Nullable Step before, boolean inArgument) {
		if (before != null && before.brackets() == null && !before.arguments().isEmpty()) {
			return "; in an argument, ',' is written %2C";
		}
		return inArgument ? "; in an argument, a bracket is written %28 or %29" : "";
	}

}
