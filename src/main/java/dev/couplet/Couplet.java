package dev.couplet;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.couplet.transform.Catalogue;
import dev.couplet.transform.NamedStep;
import dev.couplet.transform.Recipe;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformException;
import dev.couplet.transform.TransformService;
import dev.couplet.transform.Utf8;
import dev.couplet.transform.Value;
import dev.couplet.transform.guess.Guess;
import dev.couplet.transform.guess.Guesser;
import dev.couplet.transform.library.StandardLibrary;

/**
 * Couplet as a library: transforms values in the process of the caller, without a server.
 * Immutable and thread-safe.
 * {@snippet :
 * Couplet couplet = Couplet.standard();
 * String poem = couplet.transform("trim,cummingsify", "  HERE IS MY POEM  ");
 * byte[] compressed = couplet.transform("gzip", bytes);
 * String line = couplet.transform(Recipe.of("trim").then("replace", ".", ","), "1.5 ");
 * }
 *
 * A value is a text or bytes. The bytes of a text are its UTF-8:
 * {@code gunzip,lower-case} takes bytes and gives a text, and either may be passed and
 * returned as the other.
 *
 * <p>
 * Long work runs on daemon threads, one fewer than there are processors, that an object
 * of this class starts when it first needs them and keeps. So create one and share it.
 */
public final class Couplet {

	/**
	 * The default of {@link #withMaxSize(long)}, as in a server.
	 */
	public static final long DEFAULT_MAX_SIZE = 1024 * 1024;

	private final TransformService service;

	private Couplet(Catalogue catalogue, SizeLimit limit) {
		this.service = new TransformService(catalogue, limit);
	}

	/**
	 * Returns a new Couplet with all built-in transforms.
	 * @return an object with the default limit
	 */
	public static Couplet standard() {
		return new Couplet(new Catalogue(new StandardLibrary().transforms()), new SizeLimit(DEFAULT_MAX_SIZE));
	}

	/**
	 * Adds transforms.
	 * @param transforms transforms with names that are not taken
	 * @return a new Couplet
	 * @throws IllegalArgumentException if a name is taken
	 */
	public Couplet with(Transform... transforms) {
		return new Couplet(
				new Catalogue(Stream.concat(catalogue().transforms().stream(), Stream.of(transforms)).toList()),
				this.service.limit());
	}

	/**
	 * Sets the maximum size of a value. The time that a recipe may take is proportional
	 * to it.
	 * @param bytes the maximum size of a value, of every intermediate result and of the
	 * result in bytes, in UTF-8 if it is a text; at least 1
	 * @return a new Couplet
	 */
	public Couplet withMaxSize(long bytes) {
		return new Couplet(catalogue(), new SizeLimit(bytes));
	}

	/**
	 * Transforms a text.
	 * @param recipe the recipe in its text form, such as {@code trim,wrap=60}
	 * @param text any text, possibly empty
	 * @return the result as a text
	 * @throws TransformException if the recipe is invalid, or the text or the result is
	 * refused; there is a subclass for each reason
	 * @throws IllegalArgumentException if the text has an unpaired surrogate
	 */
	public String transform(String recipe, String text) {
		if (!Utf8.isWellFormed(text)) {
			throw new IllegalArgumentException("the text has an unpaired surrogate");
		}
		return this.service.transform(recipe, Value.of(text)).text();
	}

	/**
	 * Transforms a text.
	 * @param recipe the recipe
	 * @param text any text, possibly empty
	 * @return the result as a text
	 * @throws TransformException if the recipe is invalid, or the text or the result is
	 * refused; there is a subclass for each reason
	 * @throws IllegalArgumentException if the text has an unpaired surrogate
	 */
	public String transform(Recipe recipe, String text) {
		return transform(recipe.text(), text);
	}

	/**
	 * Transforms bytes.
	 * @param recipe the recipe in its text form, such as {@code gunzip,sha256}
	 * @param bytes any bytes, possibly none, in UTF-8 if the recipe takes a text. They
	 * are not copied, so they must not be modified until this method returns
	 * @return the result as bytes, in UTF-8 if the recipe gives a text; it may be the
	 * array that was passed
	 * @throws TransformException if the recipe is invalid, or the bytes or the result are
	 * refused; there is a subclass for each reason
	 */
	public byte[] transform(String recipe, byte[] bytes) {
		return this.service.transform(recipe, Value.of(bytes)).bytes();
	}

	/**
	 * Transforms bytes.
	 * @param recipe the recipe
	 * @param bytes any bytes, possibly none, in UTF-8 if the recipe takes a text. They
	 * are not copied, so they must not be modified until this method returns
	 * @return the result as bytes, in UTF-8 if the recipe gives a text; it may be the
	 * array that was passed
	 * @throws TransformException if the recipe is invalid, or the bytes or the result are
	 * refused; there is a subclass for each reason
	 */
	public byte[] transform(Recipe recipe, byte[] bytes) {
		return transform(recipe.text(), bytes);
	}

	/**
	 * Creates a recipe of one step with named arguments.
	 * @param name the transform's name
	 * @param arguments arguments by the names of parameters. Those that are missing have
	 * their defaults
	 * @return a recipe that can be run, or be a part of another
	 * @throws TransformException if there is no such transform or parameter, or an
	 * argument is invalid or missing
	 */
	public Recipe recipe(String name, Map<String, String> arguments) {
		Recipe positional = catalogue().recipe(List.of(new NamedStep(name, arguments, null)));
		Recipe recipe = Recipe.of(name, positional.steps().getFirst().arguments().toArray(String[]::new));
		check(recipe);
		return recipe;
	}

	/**
	 * Checks that a recipe can be run, as every call with a recipe does first.
	 * @param recipe the recipe
	 * @throws TransformException if there is no such transform, or an argument is invalid
	 */
	public void check(Recipe recipe) {
		this.service.compile(recipe.text());
	}

	/**
	 * Guesses how a value is encoded.
	 * @param bytes any bytes, in UTF-8 if they are a text. They are not copied, so they
	 * must not be modified until this method returns
	 * @return recipes that decode it, the best first; none if it does not seem to be
	 * encoded
	 * @throws TransformException if the value is too large
	 */
	public List<Guess> guess(byte[] bytes) {
		return new Guesser(this.service).guess(Value.of(bytes));
	}

	/**
	 * Returns the available transforms, to list or to search them.
	 * @return the catalogue
	 */
	public Catalogue catalogue() {
		return this.service.catalogue();
	}

}
