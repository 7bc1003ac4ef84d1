package dev.couplet.transform;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one service that every protocol calls. It knows nothing of them; the same recipe
 * and text give the same result, whoever asks.
 */
public final class TransformService {

	private static final Logger logger = LoggerFactory.getLogger(TransformService.class);

	/**
	 * How many recipes are kept compiled. Callers tend to use the same few; and were they
	 * all as long as can be, they would come to a few megabytes.
	 */
	private static final int MOST_COMPILED = 1000;

	private final Catalogue catalogue;

	private final Map<String, CompiledRecipe> compiled = new ConcurrentHashMap<>();

	private final SizeLimit limit;

	private final Admission admission = new Admission();

	private volatile boolean running = true;

	/**
	 * Makes the service.
	 * @param catalogue the transforms that there are
	 * @param limit what a text, every intermediate result and the result may come to
	 */
	public TransformService(Catalogue catalogue, SizeLimit limit) {
		this.catalogue = catalogue;
		this.limit = limit;
	}

	/**
	 * Runs a recipe over a text. The recipe is checked whole before the text is touched.
	 * A transform that fails is logged here, for every protocol.
	 * @param recipe a recipe as written
	 * @param text well-formed Unicode, possibly empty
	 * @return the result, well-formed Unicode, possibly empty
	 * @throws TransformException where there is no result, one kind for every reason
	 */
	public String transform(String recipe, String text) {
		return run(compile(recipe), text);
	}

	/**
	 * The first half of a request: everything but the text.
	 * @param recipe a recipe as written
	 * @return the recipe, ready to run
	 * @throws TransformException where the recipe is refused, or the server does not
	 * serve
	 */
	CompiledRecipe compile(String recipe) {
		if (!this.running) {
			throw new UnavailableException("the server is shutting down");
		}
		CompiledRecipe known = this.compiled.get(recipe);
		return (known != null) ? known : compileAnew(recipe);
	}

	private CompiledRecipe compileAnew(String recipe) {
		CompiledRecipe fresh = this.catalogue.compile(Recipe.parse(recipe));
		if (this.compiled.size() >= MOST_COMPILED) {
			// to keep account of which were used last costs every request more than it
			// costs a few to be compiled again
			this.compiled.clear();
		}
		this.compiled.put(recipe, fresh);
		return fresh;
	}

	/**
	 * The second half of a request.
	 * @param recipe a recipe that was compiled here
	 * @param text well-formed Unicode, possibly empty
	 * @return the result
	 * @throws TransformException where there is none
	 */
	String run(CompiledRecipe recipe, String text) {
		this.limit.check(text);
		try {
			return this.admission.run(text.length(), () -> recipe.apply(text, this.limit));
		}
		catch (TransformFailedException ex) {
			logger.error("The transform '{}' failed", ex.transform(), LoggableFailure.of(ex.getCause()));
			throw ex;
		}
	}

	/**
	 * The transforms that there are.
	 * @return the catalogue
	 */
	public Catalogue catalogue() {
		return this.catalogue;
	}

	/**
	 * What a text and its result may come to.
	 * @return the limit
	 */
	public SizeLimit limit() {
		return this.limit;
	}

	/**
	 * Takes requests, as it does from the beginning.
	 */
	public void start() {
		this.running = true;
	}

	/**
	 * Refuses every request from now on as {@link UnavailableException unavailable}.
	 */
	public void stop() {
		this.running = false;
	}

}
