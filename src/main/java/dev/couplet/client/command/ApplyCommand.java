package dev.couplet.client.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;

import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

/**
 * {@code apply}: transforms files or standard input in this process.
 */
final class ApplyCommand implements Callable<Integer> {

	// a second stream to it would not know where the first is
	private static final Set<Path> STANDARD_OUTPUT = Set.of(Path.of("-"), Path.of("/dev/stdout"), Path.of("/dev/fd/1"),
			Path.of("/proc/self/fd/1"));

	private final Console console;

	private final LocalTransforms transforms;

	private final PositionalParamSpec recipe = PositionalParamSpec.builder()
		.paramLabel("RECIPE")
		.index("0")
		.arity("1")
		.required(true)
		.type(String.class)
		.converters(new RecipeConverter())
		.description("A recipe such as trim,wrap=60,cummingsify.")
		.build();

	private final PositionalParamSpec files = PositionalParamSpec.builder()
		.paramLabel("FILE")
		.index("1..*")
		.arity("0..*")
		.type(List.class)
		.auxiliaryTypes(Path.class)
		.description("The files. Standard input if none is named, or where one is named -.")
		.build();

	private final OptionSpec output = OptionSpec.builder("-o", "--output")
		.paramLabel("FILE")
		.type(Path.class)
		.description("Writes the results to a file, which may be one of those that are read.")
		.build();

	private final OptionSpec inPlace = OptionSpec.builder("-i", "--in-place")
		.type(boolean.class)
		.defaultValue("false")
		.description("Replaces each file by its result.")
		.build();

	private final OptionSpec eachLine = OptionSpec.builder("-l", "--each-line")
		.type(boolean.class)
		.defaultValue("false")
		.description("Transforms each line by itself, and writes it at once. Line breaks stay as they are.")
		.build();

	private final OptionSpec maxSize = OptionSpec.builder("--max-size")
		.paramLabel("SIZE")
		.type(Long.class)
		.converters(new SizeConverter())
		.defaultValue("256MB")
		.description(
				"The maximum size of a value, which is a file or a line, and of what a step makes of it, up to 1GB. "
						+ "Default: ${DEFAULT-VALUE}.")
		.build();

	ApplyCommand(Console console, LocalTransforms transforms) {
		this.console = console;
		this.transforms = transforms;
	}

	CommandSpec describe() {
		CommandSpec command = Commands.named("apply", this);
		command.addPositional(this.recipe).addPositional(this.files);
		command.addOption(this.output).addOption(this.inPlace).addOption(this.eachLine).addOption(this.maxSize);
		command.usageMessage()
			.description("Transforms files or standard input, and writes the results to standard output, in order.",
					"The transforms are the built-in ones, and run here. No server is contacted. "
							+ "A recipe that takes a text takes UTF-8, in every locale.",
					"A file that is written is replaced at once, at the end, and stays as it was if anything fails. "
							+ "Its permissions stay, and symbolic links are followed.");
		return command;
	}

	@Override
	public Integer call() throws IOException {
		List<Path> named = this.files.getValue();
		List<Source> sources = ((named != null && !named.isEmpty()) ? named : List.of(Path.of("-"))).stream()
			.map((file) -> new Source(this.console, file))
			.toList();
		checkUsage(sources);
		try {
			long limit = this.maxSize.getValue();
			LocalRecipe compiled = this.transforms.compile(this.recipe.getValue(), limit);
			boolean byLine = this.eachLine.getValue();
			ApplyRun run = new ApplyRun(this.console, compiled, byLine, limit);
			return apply(run, sources) ? ExitCode.OK : ExitCode.SOFTWARE;
		}
		catch (LocalRefusalException ex) {
			this.console.printError(Console.describe(ex));
			return ExitCode.SOFTWARE;
		}
	}

	private void checkUsage(List<Source> sources) {
		if (!isInPlace()) {
			return;
		}
		if (this.output.getValue() != null) {
			throw usageError("--in-place and -o cannot be used together");
		}
		if (sources.stream().anyMatch((source) -> source.file() == null)) {
			throw usageError("--in-place needs the names of files");
		}
	}

	private boolean isInPlace() {
		return this.inPlace.getValue();
	}

	private ParameterException usageError(String message) {
		return new ParameterException(this.inPlace.command().commandLine(), message);
	}

	private boolean apply(ApplyRun run, List<Source> sources) throws IOException {
		Path file = this.output.getValue();
		if (isInPlace()) {
			boolean successful = true;
			for (Source source : sources) {
				successful &= replaceOrReport(Objects.requireNonNull(source.file()), run, source);
			}
			return successful;
		}
		return (file != null && !STANDARD_OUTPUT.contains(file)) ? replace(file, run, sources)
				: run.apply(sources, this.console.output());
	}

	private boolean replaceOrReport(Path file, ApplyRun run, Source source) {
		try {
			return replace(file, run, List.of(source));
		}
		catch (IOException ex) {
			this.console.printError(Console.describe(ex));
			return false;
		}
	}

	private static boolean replace(Path file, ApplyRun run, List<Source> sources) throws IOException {
		try (ReplacedFile replaced = ReplacedFile.at(file)) {
			boolean successful = run.apply(sources, replaced);
			if (successful) {
				replaced.commit();
			}
			return successful;
		}
	}

}
