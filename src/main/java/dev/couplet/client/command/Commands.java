package dev.couplet.client.command;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * The commands, as picocli takes them. They are described in code and not in annotations:
 * to read those would take longer than all that a command does.
 */
final class Commands {

	private static final int WIDTH = 100;

	private static final Map<String, String> STATUS = UsageMessageSpec.keyValuesMap("0:All went well.",
			"1:A server refused, failed or could not be reached; standard error says which, and why.", "2:Wrong usage.",
			"141:The reader of standard output has gone.");

	private Commands() {
	}

	static CommandLine create(Console console, Supplier<List<ListedTransform>> catalogue) {
		CommandSpec jar = named("java -jar couplet.jar", null);
		jar.usageMessage()
			.description("Without a command it serves, and its options are Spring Boot's, as in --server.port=8081.");
		jar.addOption(
				OptionSpec.builder("-V", "--version").versionHelp(true).description("Shows the version.").build());
		jar.versionProvider(Commands::version);
		return new CommandLine(jar).addSubcommand(new TransformCommand(console).describe())
			.addSubcommand(new PoemsCommand(console).describe())
			.addSubcommand(new TransformsCommand(console, catalogue).describe());
	}

	/**
	 * Begins a command.
	 * @param name its name
	 * @param action what it does, or null where that is left to its subcommands
	 * @return the command, with what all commands have
	 */
	static CommandSpec named(String name, @Nullable Object action) {
		CommandSpec command = CommandSpec.wrapWithoutInspection(action).name(name);
		command.addOption(OptionSpec.builder("-h", "--help").usageHelp(true).description("Shows this help.").build());
		command.usageMessage()
			.sortOptions(false)
			.width(WIDTH)
			.exitCodeListHeading("Exit status:%n")
			.exitCodeList(STATUS);
		return command;
	}

	private static String[] version() {
		// the jar's manifest has it
		String version = Commands.class.getPackage().getImplementationVersion();
		return new String[] { (version != null) ? "couplet " + version : "couplet, not from a jar" };
	}

}
