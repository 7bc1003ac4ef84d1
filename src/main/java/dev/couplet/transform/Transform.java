package dev.couplet.transform;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A named function from text to text, with its parameters and documentation.
 *
 * <p>
 * It is defined in one expression:
 * {@snippet :
 * Transform.named("shout")
 * 	.describedAs("Converts the text to upper case and appends an exclamation mark.")
 * 	.example("shout", "poem", "POEM!")
 * 	.applying((text) -> text.toUpperCase(Locale.ROOT) + "!");
 * }
 */
public final class Transform {

	private final String name;

	private final String description;

	private final List<String> synonyms;

	private final List<Parameter<?>> parameters;

	private final @Nullable Example example;

	private final Weight weight;

	private final Function<Arguments, TextFunction> binding;

	private final AtomicBoolean warm = new AtomicBoolean();

	Transform(String name, String description, List<String> synonyms, List<Parameter<?>> parameters,
			@Nullable Example example, Weight weight, Function<Arguments, TextFunction> binding) {
		if (!Recipe.isName(name)) {
			throw new IllegalArgumentException("invalid transform name: " + name);
		}
		if (!synonyms.stream().allMatch(Recipe::isName)) {
			throw new IllegalArgumentException("invalid synonym of " + name + ": " + synonyms);
		}
		this.name = name;
		this.description = description;
		this.synonyms = List.copyOf(synonyms);
		this.parameters = List.copyOf(parameters);
		this.example = example;
		this.weight = weight;
		this.binding = binding;
	}

	/**
	 * Starts the definition of a transform.
	 * @param name lower-case letters, digits and single hyphens, starting with a letter
	 * @return a builder
	 */
	public static TransformBuilder named(String name) {
		return new TransformBuilder(name);
	}

	public String name() {
		return this.name;
	}

	public String description() {
		return this.description;
	}

	/**
	 * Returns names that other tools use for the transform, or for one like it. They are
	 * not valid in a recipe, but lead to the suggestion of this transform.
	 * @return the names in the form of a transform's name
	 */
	public List<String> synonyms() {
		return this.synonyms;
	}

	public List<Parameter<?>> parameters() {
		return this.parameters;
	}

	/**
	 * Returns an example.
	 * @return the example, or null if there is none: for a recipe defined by the
	 * operator, no valid input may be known
	 */
	public @Nullable Example example() {
		return this.example;
	}

	/**
	 * Returns the cost of the transform.
	 * @return the weight
	 */
	Weight weight() {
		return this.weight;
	}

	/**
	 * Returns whether the transform has run before.
	 * @return a flag, set after the first run
	 */
	AtomicBoolean warm() {
		return this.warm;
	}

	/**
	 * Binds arguments.
	 * @param arguments the arguments, percent-decoded, in the order of the parameters
	 * @return the function
	 * @throws BadArgumentException if there are too few or too many arguments, or one is
	 * invalid
	 */
	TextFunction bind(List<String> arguments) {
		return this.binding.apply(Arguments.read(this.name, this.parameters, arguments));
	}

}
