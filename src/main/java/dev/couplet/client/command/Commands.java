package dev.couplet.client.command;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * The definitions of the commands for picocli. They are written in code because reading
 * annotations takes longer than running a command.
 */
final class Commands {

	private static final int WIDTH = 100;

	private static final Map<String, String> STATUS = UsageMessageSpec.keyValuesMap("0:Success.",
			"1:Refused, failed, or a server could not be reached. Standard error gives the reason.", "2:Wrong usage.",
			"141:The reader of standard output closed the pipe.");

	/**
	 * How the program was started: {@code couplet}, by the script of that name, or else
	 * from the jar.
	 */
	private static final String PROGRAM = System.getProperty("dev.couplet.program", "java -jar couplet.jar");

	private static final String COMPLETION = "completion";

	private static final List<String> NAMES = List.of("apply", "transform", "poems", "transforms", "guess", COMPLETION,
			"mcp");

	private final Console console;

	private final LocalTransforms transforms;

	private final Variables variables;

	private Commands(Console console, LocalTransforms transforms, Variables variables) {
		this.console = console;
		this.transforms = transforms;
		this.variables = variables;
	}

	/**
	 * Creates the program.
	 * @param console where commands read and write
	 * @param transforms the transforms of this program
	 * @param variables the environment variables
	 * @param first the first argument. If it is a command, only that one is defined,
	 * because each definition delays the start
	 * @return the program
	 */
	static CommandLine create(Console console, LocalTransforms transforms, Variables variables, String first) {
		CommandSpec jar = named(PROGRAM, null);
		jar.usageMessage()
			.description(
					"Without a command, starts the server. Its options are Spring Boot's, such as --server.port=8081.");
		jar.addOption(
				OptionSpec.builder("-V", "--version").versionHelp(true).description("Shows the version.").build());
		jar.versionProvider(Commands::version);
		CommandLine program = new CommandLine(jar);
		Commands commands = new Commands(console, transforms, variables);
		for (String name : isAlone(first) ? List.of(first) : NAMES) {
			program.addSubcommand(commands.describe(name));
		}
		return program;
	}

	// the scripts for completion have all commands
	private static boolean isAlone(String name) {
		return NAMES.contains(name) && !name.equals(COMPLETION);
	}

	private CommandSpec describe(String name) {
		return switch (name) {
			case "apply" -> new ApplyCommand(this.console, this.transforms).describe();
			case "transform" -> new TransformCommand(this.console, this.transforms, this.variables).describe();
			case "poems" -> new PoemsCommand(this.console, this.variables).describe();
			case "transforms" -> new TransformsCommand(this.console, this.transforms).describe();
			case "guess" -> new GuessCommand(this.console, this.transforms).describe();
			case COMPLETION -> new CompletionCommand(this.console, this.transforms).describe();
			case "mcp" -> mcp();
			default -> throw new IllegalArgumentException(name);
		};
	}

	/**
	 * Creates a command.
	 * @param name its name
	 * @param action the action, or null if only its subcommands have one
	 * @return the command, with the options common to all commands
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

	// without an action: the program runs it, without this class
	private static CommandSpec mcp() {
		CommandSpec command = named("mcp", null);
		command.usageMessage()
			.description(
					"Serves an agent on standard input and output, until the end of the input: the transforms are tools "
							+ "of MCP (Model Context Protocol). An agent starts it; its configuration has the command "
							+ PROGRAM + " mcp.",
					"The transforms are the built-in ones, and run here. No server is contacted.");
		return command;
	}

	private static String[] version() {
		// from the jar's manifest
		String version = Commands.class.getPackage().getImplementationVersion();
		return new String[] { (version != null) ? "couplet " + version : "couplet (not run from a jar)" };
	}

}
