package dev.couplet.transform;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A named function from value to value, with the kinds of both, its parameters and its
 * documentation.
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

	private static final String CUSTOM = "custom";

	private final String name;

	private final String category;

	private final String description;

	private final List<String> synonyms;

	private final List<Parameter<?>> parameters;

	private final @Nullable Example example;

	private final Weight weight;

	private final Kind<?> takes;

	private final Kind<?> gives;

	private final boolean brackets;

	private final CompiledStep.Compiler compiler;

	private final AtomicBoolean warm = new AtomicBoolean();

	Transform(String name, String description, List<String> synonyms, List<Parameter<?>> parameters,
			@Nullable Example example, Weight weight, Kind<?> takes, Kind<?> gives, boolean brackets,
			CompiledStep.Compiler compiler) {
		this(name, CUSTOM, description, synonyms, parameters, example, weight, takes, gives, brackets, compiler);
	}

	private Transform(String name, String category, String description, List<String> synonyms,
			List<Parameter<?>> parameters, @Nullable Example example, Weight weight, Kind<?> takes, Kind<?> gives,
			boolean brackets, CompiledStep.Compiler compiler) {
		if (!Recipe.isName(name)) {
			throw new IllegalArgumentException("invalid transform name: " + name);
		}
		for (String synonym : synonyms) {
			if (!Recipe.isName(synonym)) {
				throw new IllegalArgumentException("invalid synonym of " + name + ": " + synonym);
			}
		}
		this.name = name;
		this.category = category;
		this.description = description;
		this.synonyms = List.copyOf(synonyms);
		this.parameters = List.copyOf(parameters);
		this.example = example;
		this.weight = weight;
		this.takes = takes;
		this.gives = gives;
		this.brackets = brackets;
		this.compiler = compiler;
	}

	/**
	 * Starts the definition of a transform from text to text.
	 * @param name lower-case letters, digits and single hyphens, starting with a letter
	 * @return a builder
	 */
	public static TransformBuilder<String, String> named(String name) {
		return named(name, Kind.TEXT, Kind.TEXT);
	}

	/**
	 * Starts the definition of a transform. A text is converted to bytes, and bytes to a
	 * text, where the next step of a recipe takes the other kind.
	 * @param <I> the class of what it takes
	 * @param <O> the class of what it gives
	 * @param name lower-case letters, digits and single hyphens, starting with a letter
	 * @param takes the kind of its value
	 * @param gives the kind of its result
	 * @return a builder
	 */
	public static <I, O> TransformBuilder<I, O> named(String name, Kind<I> takes, Kind<O> gives) {
		return new TransformBuilder<>(name, takes, gives);
	}

	/**
	 * Returns this transform in another category.
	 * @param category the subject under which the catalogue lists it, in a few words
	 * @return a transform that differs only in its category
	 */
	public Transform inCategory(String category) {
		return new Transform(this.name, category, this.description, this.synonyms, this.parameters, this.example,
				this.weight, this.takes, this.gives, this.brackets, this.compiler);
	}

	public String name() {
		return this.name;
	}

	/**
	 * Returns the subject under which the catalogue lists the transform.
	 * @return such as {@code white space}; {@code custom} if none was chosen
	 */
	public String category() {
		return this.category;
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
	 * Returns what the transform takes.
	 * @return the kind of its value
	 */
	public Kind<?> takes() {
		return this.takes;
	}

	/**
	 * Returns what the transform gives.
	 * @return the kind of its result
	 */
	public Kind<?> gives() {
		return this.gives;
	}

	/**
	 * Returns whether the transform runs a recipe in brackets.
	 * @return whether the brackets are required; otherwise, there must be none
	 */
	public boolean hasBrackets() {
		return this.brackets;
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
	 * Compiles a step of a recipe.
	 * @param arguments the arguments, percent-decoded, in the order of the parameters
	 * @param brackets the recipe in brackets, or null if there is none
	 * @return one step, or the steps of the recipe that the transform stands for
	 * @throws BadArgumentException if there are too few or too many arguments, one is
	 * invalid, or the recipe in brackets is missing or not possible
	 */
	Stream<CompiledStep> compile(List<String> arguments, @Nullable CompiledRecipe brackets) {
		return this.compiler.compile(this, arguments, brackets);
	}

}
