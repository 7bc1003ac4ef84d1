package dev.couplet.protocol.grpc;

import java.util.ArrayList;
import java.util.List;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import dev.couplet.protocol.grpc.v1.Example;
import dev.couplet.protocol.grpc.v1.GuessRequest;
import dev.couplet.protocol.grpc.v1.GuessResponse;
import dev.couplet.protocol.grpc.v1.Kind;
import dev.couplet.protocol.grpc.v1.Parameter;
import dev.couplet.protocol.grpc.v1.RankedGuess;
import dev.couplet.protocol.grpc.v1.Step;
import dev.couplet.protocol.grpc.v1.Steps;
import dev.couplet.protocol.grpc.v1.TransformDescription;
import dev.couplet.protocol.grpc.v1.TransformRequest;
import dev.couplet.protocol.grpc.v1.TransformResponse;
import dev.couplet.transform.Catalogue;
import dev.couplet.transform.MalformedRecipeException;
import dev.couplet.transform.NamedStep;
import dev.couplet.transform.Recipe;
import dev.couplet.transform.Transform;
import dev.couplet.transform.Value;
import dev.couplet.transform.guess.Guess;
import org.jspecify.annotations.Nullable;

/**
 * Translates between messages and recipes, values, and what is in the catalogue.
 */
final class Messages {

	private Messages() {
	}

	/**
	 * Returns the recipe of a request.
	 * @param request the request
	 * @param previous the recipe of the request before it in a stream; null if there is
	 * none
	 * @param catalogue the transforms
	 * @return the recipe in its text form, which has not been parsed
	 * @throws MalformedRecipeException if there is no recipe, or it has no steps, or too
	 * many
	 * @throws dev.couplet.transform.TransformException if a step names an unknown
	 * transform or argument, or a required argument is missing
	 */
	static String recipe(TransformRequest request, @Nullable String previous, Catalogue catalogue) {
		return switch (request.getRunCase()) {
			case RECIPE -> request.getRecipe();
			case STEPS -> new StepsReader().read(request.getSteps(), catalogue);
			case RUN_NOT_SET -> {
				if (previous == null) {
					throw new MalformedRecipeException("the request has no recipe");
				}
				yield previous;
			}
		};
	}

	static Value value(TransformRequest request) {
		return switch (request.getValueCase()) {
			case TEXT -> Value.of(request.getText());
			case DATA -> Value.of(request.getData().toByteArray());
			case VALUE_NOT_SET -> Value.of("");
		};
	}

	static Value value(GuessRequest request) {
		return switch (request.getValueCase()) {
			case TEXT -> Value.of(request.getText());
			case DATA -> Value.of(request.getData().toByteArray());
			case VALUE_NOT_SET -> Value.of("");
		};
	}

	static TransformResponse result(Value result) {
		TransformResponse.Builder response = TransformResponse.newBuilder();
		return ((result.kind() == dev.couplet.transform.Kind.TEXT) ? response.setText(result.text())
				: response.setData(bytes(result)))
			.build();
	}

	private static ByteString bytes(Value value) {
		// a result is never changed, so it need not be copied
		return UnsafeByteOperations.unsafeWrap(value.bytes());
	}

	static GuessResponse guesses(List<Guess> guesses) {
		GuessResponse.Builder response = GuessResponse.newBuilder();
		for (Guess guess : guesses) {
			response.addGuesses(RankedGuess.newBuilder()
				.setRecipe(guess.recipe())
				.setScore(guess.score())
				.setType(guess.type())
				.setSize(guess.size())
				.setPreview(guess.preview()));
		}
		return response.build();
	}

	static TransformDescription description(Transform transform) {
		TransformDescription.Builder description = TransformDescription.newBuilder()
			.setName(transform.name())
			.setDescription(transform.description())
			.setCategory(transform.category())
			.addAllSynonyms(transform.synonyms())
			.setTakes(kind(transform.takes()))
			.setGives(kind(transform.gives()))
			.setHasBrackets(transform.hasBrackets());
		transform.parameters().forEach((parameter) -> description.addParameters(parameter(parameter)));
		dev.couplet.transform.Example example = transform.example();
		if (example != null) {
			description.setExample(Example.newBuilder()
				.setRecipe(example.recipe())
				.setText(example.text())
				.setResult(example.result()));
		}
		return description.build();
	}

	private static Parameter parameter(dev.couplet.transform.Parameter<?> parameter) {
		Parameter.Builder message = Parameter.newBuilder()
			.setName(parameter.name())
			.setType(parameter.type())
			.setMin(parameter.min())
			.setMax(parameter.max())
			.addAllChoices(parameter.choices());
		Object defaultValue = parameter.defaultValue();
		if (defaultValue != null) {
			message.setDefaultValue(defaultValue.toString());
		}
		return message.build();
	}

	private static Kind kind(dev.couplet.transform.Kind<?> kind) {
		return (kind == dev.couplet.transform.Kind.TEXT) ? Kind.KIND_TEXT : Kind.KIND_BYTES;
	}

	/**
	 * Reads the steps of a recipe, of which a message can have any number, in any number
	 * of brackets.
	 */
	private static final class StepsReader {

		private int count;

		String read(Steps steps, Catalogue catalogue) {
			return catalogue.recipe(read(steps, 0)).text();
		}

		private List<NamedStep> read(Steps steps, int level) {
			if (level > Recipe.MAX_LEVELS) {
				throw new MalformedRecipeException("a recipe has at most " + Recipe.MAX_LEVELS + " levels of brackets");
			}
			if (steps.getStepsCount() == 0) {
				throw new MalformedRecipeException("a recipe has at least one step");
			}
			this.count += steps.getStepsCount();
			if (this.count > Recipe.MAX_STEPS) {
				throw new MalformedRecipeException(
						"a recipe has at most " + Recipe.MAX_STEPS + " steps, those in brackets included");
			}
			List<NamedStep> read = new ArrayList<>();
			for (Step step : steps.getStepsList()) {
				read.add(new NamedStep(step.getName(), step.getArgumentsMap(),
						step.hasBrackets() ? read(step.getBrackets(), level + 1) : null));
			}
			return read;
		}

	}

}
