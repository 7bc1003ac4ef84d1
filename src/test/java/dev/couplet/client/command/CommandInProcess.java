package dev.couplet.client.command;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.couplet.client.command.CommandProcess.Result;

/**
 * Runs a command in the process of the test, with one transform: {@code upper-case},
 * which refuses a value that contains {@code bad}.
 */
final class CommandInProcess {

	private CommandInProcess() {
	}

	static Result run(String... arguments) {
		return withInput("", arguments);
	}

	static Result withInput(String input, String... arguments) {
		return withVariables(Map.of(), input, arguments);
	}

	static Result withVariables(Map<String, String> variables, String input, String... arguments) {
		ByteArrayOutputStream output = new ByteArrayOutputStream();
		ByteArrayOutputStream errors = new ByteArrayOutputStream();
		Console console = new Console(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), output, errors);
		int status = ClientCommandLine.run(console, new UpperCase(), new Variables(variables), arguments);
		return new Result(status, output.toString(StandardCharsets.UTF_8), errors.toString(StandardCharsets.UTF_8));
	}

	private static final class UpperCase implements LocalTransforms {

		@Override
		public List<ListedTransform> search(String query) {
			return List.of(new ListedTransform("upper-case", null, List.of(), "Converts to upper case.", List.of()));
		}

		@Override
		public List<CompletedTransform> completed() {
			return List.of(new CompletedTransform("trim", List.of()),
					new CompletedTransform("truncate", List.of(List.of(), List.of("end", "middle"))),
					new CompletedTransform("upper-case", List.of(List.of("en", "tr"))));
		}

		@Override
		public List<ListedGuess> guess(byte[] value) {
			return List.of();
		}

		@Override
		public String refusal(String recipe, byte[] value) {
			return "";
		}

		@Override
		public LocalRecipe compile(String recipe, long maxSize) throws LocalRefusalException {
			if (!recipe.equals("upper-case")) {
				throw refused("there is no such transform");
			}
			return (value, _) -> apply(value, maxSize);
		}

		private static byte[] apply(byte[] value, long maxSize) throws LocalRefusalException {
			String text = new String(value, StandardCharsets.UTF_8);
			if (text.contains("bad")) {
				throw refused("the value is bad");
			}
			if (value.length > maxSize) {
				throw refused("the value is too large");
			}
			return text.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
		}

		private static LocalRefusalException refused(String reason) {
			return new LocalRefusalException(reason, new IllegalArgumentException());
		}

	}

}
