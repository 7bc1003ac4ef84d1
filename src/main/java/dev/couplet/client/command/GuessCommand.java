package dev.couplet.client.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * {@code guess}: prints the recipes that decode a value, in a table.
 */
final class GuessCommand implements Callable<Integer> {

	private static final int BEST = 3;

	private static final int MAX_WIDTH = 100;

	private static final int MIN_PREVIEW = 20;

	private static final String GAP = "  ";

	private final Console console;

	private final LocalTransforms transforms;

	private final PositionalParamSpec file = PositionalParamSpec.builder()
		.paramLabel("FILE")
		.index("0")
		.arity("0..1")
		.type(Path.class)
		.description("The file with the value. Standard input if it is missing.")
		.build();

	private final OptionSpec all = OptionSpec.builder("--all")
		.type(boolean.class)
		.defaultValue("false")
		.description("Shows all guesses, and not only the best " + BEST + ".")
		.build();

	GuessCommand(Console console, LocalTransforms transforms) {
		this.console = console;
		this.transforms = transforms;
	}

	CommandSpec describe() {
		CommandSpec command = Commands.named("guess", this);
		command.addPositional(this.file);
		command.addOption(this.all);
		command.usageMessage()
			.description("Guesses how a value is encoded: lists the recipes that decode it, the best first, "
					+ "with a score from 0 to 1 and the beginning of the result, in hexadecimal if it is not a text.",
					"The guesses are made here, with the built-in transforms. No server is contacted.",
					"The exit status is 1 if the value does not seem to be encoded.");
		return command;
	}

	@Override
	public Integer call() throws IOException {
		List<ListedGuess> guesses = this.transforms
			.guess(new Source(this.console, this.file.getValue()).read(Integer.MAX_VALUE));
		if (guesses.isEmpty()) {
			this.console.printError("the value does not seem to be encoded");
			return ExitCode.SOFTWARE;
		}
		boolean every = this.all.getValue();
		this.console.print(table(every ? guesses : guesses.subList(0, Math.min(BEST, guesses.size()))));
		return ExitCode.OK;
	}

	private static String table(List<ListedGuess> guesses) {
		int recipes = guesses.stream().mapToInt((guess) -> guess.recipe().length()).max().orElse(0);
		int types = guesses.stream().mapToInt((guess) -> guess.type().length()).max().orElse(0);
		int left = MAX_WIDTH - "0.00".length() - recipes - types - 3 * GAP.length();
		StringBuilder table = new StringBuilder();
		for (ListedGuess guess : guesses) {
			table.append(String.format(Locale.ROOT, "%.2f", guess.score()))
				.append(GAP)
				.append(padded(guess.recipe(), recipes))
				.append(GAP)
				.append(padded(guess.type(), types))
				.append(GAP)
				.append(cut(Console.printable(guess.preview()), Math.max(left, MIN_PREVIEW)))
				.append('\n');
		}
		return table.toString();
	}

	private static String padded(String text, int width) {
		return text + " ".repeat(width - text.length());
	}

	private static String cut(String text, int width) {
		int characters = text.codePointCount(0, text.length());
		return (characters <= width) ? text : text.substring(0, text.offsetByCodePoints(0, width - 1)) + "…";
	}

}
