package dev.couplet.transform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * All transforms, by name. Names from requests are looked up here and nowhere else.
 */
public final class Catalogue {

	private final Map<String, Transform> transforms = new TreeMap<>();

	private volatile @Nullable List<TransformWords> words;

	/**
	 * Creates a catalogue.
	 * @param transforms the transforms, with unique names
	 */
	public Catalogue(Collection<Transform> transforms) {
		for (Transform transform : transforms) {
			if (this.transforms.putIfAbsent(transform.name(), transform) != null) {
				throw new IllegalArgumentException("duplicate transform name: " + transform.name());
			}
		}
	}

	/**
	 * Returns a catalogue that also contains the given transform.
	 * @param transform a transform whose name is not in this catalogue
	 * @return the new catalogue
	 */
	Catalogue with(Transform transform) {
		List<Transform> more = new ArrayList<>(this.transforms.values());
		more.add(transform);
		return new Catalogue(more);
	}

	/**
	 * Returns all transforms.
	 * @return the transforms, sorted by name
	 */
	public List<Transform> transforms() {
		return List.copyOf(this.transforms.values());
	}

	/**
	 * Finds transforms by words of their names, of their names in other tools, of their
	 * categories and the choices of their parameters, and of their descriptions, or else
	 * of their examples.
	 * @param query words in any case, separated by anything but letters and digits. Words
	 * such as "by" are ignored unless there are no others, and so is everything after 200
	 * characters
	 * @return the transforms that have all of them, or, if there are none, those that
	 * have the most; none if no word is found, and all if the query is blank. Those that
	 * match best are first
	 */
	public List<Transform> search(String query) {
		return new CatalogueSearch(query).in(words());
	}

	// made for the first search, which few programs do; to make them twice does no harm
	private List<TransformWords> words() {
		List<TransformWords> known = this.words;
		if (known == null) {
			known = this.transforms.values().stream().map(TransformWords::new).toList();
			this.words = known;
		}
		return known;
	}

	/**
	 * Returns the transform with a given name.
	 * @param name any string
	 * @return the transform
	 * @throws UnknownTransformException if there is no such transform
	 */
	public Transform get(String name) {
		Transform transform = find(name);
		if (transform == null) {
			throw new UnknownTransformException(name, NearNames.of(name, this.transforms.values()));
		}
		return transform;
	}

	@Nullable Transform find(String name) {
		return this.transforms.get(name);
	}

	/**
	 * Translates a recipe with named arguments. Where an argument is missing before one
	 * that is given, it has its default.
	 * @param steps the steps
	 * @return the recipe. Its arguments have not been checked, nor its limits, which
	 * {@link Recipe#parse} checks in its {@link Recipe#text() text form}
	 * @throws UnknownTransformException if a step names an unknown transform
	 * @throws BadArgumentException if a step names an unknown parameter, or a required
	 * argument is missing
	 */
	public Recipe recipe(List<NamedStep> steps) {
		return recipe(steps, "");
	}

	private Recipe recipe(List<NamedStep> steps, String prefix) {
		List<Recipe.Step> positional = new ArrayList<>();
		for (NamedStep step : steps) {
			String number = prefix + (positional.size() + 1);
			List<NamedStep> brackets = step.brackets();
			positional.add(new Recipe.Step(step.name(), arguments(step, number),
					(brackets != null) ? recipe(brackets, number + ".") : null));
		}
		return new Recipe(positional);
	}

	private List<String> arguments(NamedStep step, String number) {
		Transform transform = get(step.name(), number, "");
		try {
			return Arguments.inOrder(transform, step.arguments());
		}
		catch (BadArgumentException ex) {
			throw ex.at("step %s, %s".formatted(number, step.name()));
		}
	}

	/**
	 * Looks up a recipe's transforms and binds their arguments.
	 * @param recipe a recipe
	 * @return the compiled recipe
	 * @throws UnknownTransformException if a step names an unknown transform
	 * @throws BadArgumentException if a step has invalid arguments
	 */
	CompiledRecipe compile(Recipe recipe) {
		return compile(recipe, "", false);
	}

	/**
	 * Parses and compiles a recipe.
	 * @param recipe the recipe in its text form
	 * @return the compiled recipe
	 * @throws TransformException if the recipe is invalid
	 */
	CompiledRecipe compile(String recipe) {
		try {
			return compile(Recipe.parse(recipe));
		}
		catch (MalformedRecipeException ex) {
			throw ex.withNearNames(this);
		}
	}

	private CompiledRecipe compile(Recipe recipe, String prefix, boolean inArgument) {
		List<CompiledStep> steps = new ArrayList<>(recipe.steps().size());
		List<String> numbers = new ArrayList<>(recipe.steps().size());
		for (int i = 1; i <= recipe.steps().size(); i++) {
			String hint = SeparatorHint.of((i > 1) ? recipe.steps().get(i - 2) : null, inArgument);
			List<CompiledStep> compiled = compile(recipe.steps().get(i - 1), prefix + i, hint).toList();
			for (int j = 1; j <= compiled.size(); j++) {
				numbers.add((compiled.size() > 1) ? i + "." + j : String.valueOf(i));
			}
			steps.addAll(compiled);
		}
		return new CompiledRecipe(
				(recipe.steps().size() == 1) ? recipe.steps().getFirst().name() : CompiledRecipe.MULTIPLE_STEPS, steps,
				numbers);
	}

	private Stream<CompiledStep> compile(Recipe.Step step, String number, String hint) {
		Transform transform = get(step.name(), number, hint);
		Recipe brackets = step.brackets();
		CompiledRecipe compiled = (brackets != null) ? compile(brackets, number + ".", !step.arguments().isEmpty())
				: null;
		try {
			return transform.compile(step.arguments(), compiled);
		}
		catch (BadArgumentException ex) {
			throw ex.at("step %s, %s".formatted(number, step.name()));
		}
	}

	private Transform get(String name, String number, String hint) {
		try {
			return get(name);
		}
		catch (UnknownTransformException ex) {
			throw ex.at(number, hint);
		}
	}

}
