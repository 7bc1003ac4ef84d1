package dev.couplet.transform;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A step of a recipe with its arguments by name, for protocols that have structured
 * requests. {@link Catalogue#recipe} translates it.
 *
 * @param name the transform's name, any string
 * @param arguments the arguments in their text form by the names of the parameters, any
 * strings
 * @param brackets the recipe in brackets, or null if there is none
 */
public record NamedStep(String name, Map<String, String> arguments, @Nullable List<NamedStep> brackets) {

	public NamedStep {
		arguments = Map.copyOf(arguments);
		brackets = (brackets != null) ? List.copyOf(brackets) : null;
	}

}
