package dev.couplet;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.couplet.client.command.CompletedTransform;
import dev.couplet.client.command.ListedGuess;
import dev.couplet.client.command.ListedTransform;
import dev.couplet.client.command.LocalRecipe;
import dev.couplet.client.command.LocalRefusalException;
import dev.couplet.client.command.LocalTransforms;
import dev.couplet.transform.Catalogue;
import dev.couplet.transform.MalformedRecipeException;
import dev.couplet.transform.Recipe;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformException;
import dev.couplet.transform.TransformService;
import dev.couplet.transform.UnknownTransformException;
import dev.couplet.transform.Value;
import dev.couplet.transform.guess.Guess;
import dev.couplet.transform.guess.Guesser;
import dev.couplet.transform.library.IndexedLibrary;
import dev.couplet.transform.library.StandardLibrary;

/**
 * The built-in transforms for the command line, without Spring. It does not know the
 * settings of a server, so it has no named recipes.
 */
final class BuiltInTransforms implements LocalTransforms {

	private static final long MAX_SIZE = 64 * 1024 * 1024;

	// a user can interrupt the program
	private static final Duration MAX_COST = Duration.ofDays(1);

	// appended to the message about an unknown name, unless it has other advice
	private static final String NAMED_RECIPE = "; if it is a named recipe of a server, transform --server runs it there";

	private static final String REASON_OF_SERVER = "; if the server has it, socketmap:// or http:// gives the reason";

	private static final long MAX_MEMORY = Long.MAX_VALUE / 2;

	@Override
	public List<ListedTransform> search(String query) {
		return CatalogueListing.search(catalogue(), query);
	}

	@Override
	public List<CompletedTransform> completed() {
		return CatalogueListing.completed(catalogue());
	}

	@Override
	public List<ListedGuess> guess(byte[] value) {
		Guesser guesser = new Guesser(new TransformService(catalogue(), new SizeLimit(MAX_SIZE)));
		return guesser.guess(Value.of(value)).stream().map(BuiltInTransforms::listed).toList();
	}

	private static ListedGuess listed(Guess guess) {
		return new ListedGuess(guess.score(), guess.recipe(), guess.type(), guess.preview());
	}

	@Override
	public String refusal(String recipe, byte[] value) {
		try {
			new TransformService(catalogue(), new SizeLimit(MAX_SIZE)).transform(recipe, Value.of(value));
			return "";
		}
		catch (UnknownTransformException ex) {
			return messageWith(REASON_OF_SERVER, ex);
		}
		catch (TransformException ex) {
			return ex.getMessage();
		}
	}

	@Override
	public LocalRecipe compile(String recipe, long maxSize) throws LocalRefusalException {
		try {
			TransformService service = new TransformService(catalogueOf(recipe), new SizeLimit(maxSize), MAX_COST,
					MAX_MEMORY, 1);
			return new CompiledLocalRecipe(service, service.compile(recipe));
		}
		catch (UnknownTransformException ex) {
			throw new LocalRefusalException(messageWith(NAMED_RECIPE, ex), ex);
		}
		catch (TransformException ex) {
			throw new LocalRefusalException(ex.getMessage(), ex);
		}
	}

	// unless the message has other advice, such as a similar name
	private static String messageWith(String advice, UnknownTransformException ex) {
		String message = ex.getMessage();
		return message.contains("; ") ? message : message + advice;
	}

	private static Catalogue catalogue() {
		return new Catalogue(new IndexedLibrary().transforms());
	}

	// only the transforms that the recipe names; all, if it is malformed or a name is
	// unknown, because the message suggests similar names. Not from the index then, which
	// is older than a class that an editor has compiled
	private static Catalogue catalogueOf(String recipe) {
		Set<String> names = new HashSet<>();
		try {
			addNames(Recipe.parse(recipe), names);
		}
		catch (MalformedRecipeException ex) {
			return catalogue();
		}
		List<Transform> transforms = new IndexedLibrary().transforms(names);
		return new Catalogue((transforms.size() == names.size()) ? transforms : new StandardLibrary().transforms());
	}

	private static void addNames(Recipe recipe, Set<String> names) {
		for (Recipe.Step step : recipe.steps()) {
			names.add(step.name());
			Recipe brackets = step.brackets();
			if (brackets != null) {
				addNames(brackets, names);
			}
		}
	}

}
