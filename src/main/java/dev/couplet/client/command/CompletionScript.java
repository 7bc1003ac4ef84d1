package dev.couplet.client.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The scripts that complete arguments in shells. A script is a file with the functions
 * for its shell, in which the data of commands and transforms replace names such as
 * {@code @options@}. So nothing is run to complete a word.
 */
final class CompletionScript {

	private static final String FILE = "file";

	private static final String RECIPE = "recipe";

	private static final Set<String> WITH_TRANSFORMS = Set.of("RECIPE", "QUERY");

	// an option with a value that cannot be completed
	private static final String ANY = "any";

	private final CommandSpec program;

	private final List<CompletedTransform> transforms;

	/**
	 * Creates the scripts.
	 * @param program the program with its commands
	 * @param transforms the transforms
	 */
	CompletionScript(CommandSpec program, List<CompletedTransform> transforms) {
		this.program = program;
		this.transforms = transforms;
	}

	/**
	 * Returns the script for a shell.
	 * @param shell the shell
	 * @return the script
	 * @throws IOException if the file with its functions cannot be read
	 */
	String forShell(Shell shell) throws IOException {
		return shell.script()
			.replace("@transforms@",
					this.transforms.stream().map(CompletedTransform::name).collect(Collectors.joining(" ")))
			.replace("@options@", branches(options(), shell))
			.replace("@kinds@", branches(kinds(), shell))
			.replace("@choices@", branches(choices(), shell))
			.replace("@complete@", String.join("\n", fishCommands()));
	}

	private static String branches(List<Case> cases, Shell shell) {
		return cases.stream()
			.map((one) -> shell.branch(one.patterns(), one.result()))
			.collect(Collectors.joining("\n"));
	}

	private List<Case> options() {
		List<Case> options = new ArrayList<>();
		options.add(new Case(List.of(""), Stream.concat(commands().stream().map(CommandSpec::name), names(this.program))
			.collect(Collectors.joining(" "))));
		commands().forEach((command) -> options
			.add(new Case(List.of(command.name()), names(command).collect(Collectors.joining(" ")))));
		return options;
	}

	private static Stream<String> names(CommandSpec command) {
		return command.options().stream().flatMap((option) -> Arrays.stream(option.names()));
	}

	private Collection<CommandSpec> commands() {
		return this.program.subcommands().values().stream().map(CommandLine::getCommandSpec).toList();
	}

	private List<Case> kinds() {
		List<Case> kinds = new ArrayList<>();
		for (CommandSpec command : commands()) {
			for (OptionSpec option : command.options()) {
				if (option.arity().max() > 0) {
					kinds
						.add(new Case(Arrays.stream(option.names()).map((name) -> command.name() + " " + name).toList(),
								kind(option)));
				}
			}
			for (PositionalParamSpec argument : command.positionalParameters()) {
				boolean one = argument.index().min() == argument.index().max();
				kinds.add(new Case(List.of(command.name() + " #" + (one ? argument.index().min() : "*")),
						kind(argument)));
			}
		}
		return kinds;
	}

	private static String kind(ArgSpec argument) {
		if (WITH_TRANSFORMS.contains(argument.paramLabel())) {
			return RECIPE;
		}
		if (Arrays.asList(argument.auxiliaryTypes()).contains(Path.class)) {
			return FILE;
		}
		Iterable<String> candidates = argument.completionCandidates();
		if (candidates == null) {
			return ANY;
		}
		return StreamSupport.stream(candidates.spliterator(), false)
			.map((candidate) -> candidate.toLowerCase(Locale.ROOT))
			.collect(Collectors.joining(" "));
	}

	private List<Case> choices() {
		List<Case> choices = new ArrayList<>();
		for (CompletedTransform transform : this.transforms) {
			for (int i = 0; i < transform.choices().size(); i++) {
				if (!transform.choices().get(i).isEmpty()) {
					choices.add(new Case(List.of(transform.name() + " " + i),
							String.join(" ", transform.choices().get(i))));
				}
			}
		}
		return choices;
	}

	private List<String> fishCommands() {
		List<String> lines = new ArrayList<>();
		lines.addAll(fishOptions(this.program, "__fish_use_subcommand"));
		for (CommandSpec command : commands()) {
			lines.add("complete -c couplet -n __fish_use_subcommand -a " + command.name() + " -d "
					+ quoted(summary(command.usageMessage().description())));
			lines.addAll(fishOptions(command, "__fish_seen_subcommand_from " + command.name()));
			for (PositionalParamSpec argument : command.positionalParameters()) {
				String kind = kind(argument);
				lines.add("complete -c couplet -n " + quoted("__couplet_next " + command.name() + " '" + kind + "'")
						+ fishValue(kind));
			}
		}
		return lines;
	}

	private static List<String> fishOptions(CommandSpec command, String condition) {
		return command.options().stream().map((option) -> {
			StringBuilder line = new StringBuilder("complete -c couplet -n ").append(quoted(condition));
			for (String name : option.names()) {
				line.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
			}
			if (option.arity().max() > 0) {
				line.append(" -r").append(fishValue(kind(option)));
			}
			return line.append(" -d ").append(quoted(summary(option.description()))).toString();
		}).toList();
	}

	private static String fishValue(String kind) {
		return switch (kind) {
			case FILE -> " -F";
			case RECIPE -> " -f -a '(__couplet_recipe)'";
			case ANY -> " -f";
			default -> " -f -a " + quoted(kind);
		};
	}

	private static String summary(String... description) {
		return (description.length > 0) ? description[0].replaceFirst("[.:;] .*|[.]$", "") : "";
	}

	private static String quoted(String text) {
		return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
	}

	/**
	 * A case of the functions in a script.
	 *
	 * @param patterns texts without quotes, of which one may end with {@code *}
	 * @param result what the function prints
	 */
	private record Case(List<String> patterns, String result) {

	}

}
