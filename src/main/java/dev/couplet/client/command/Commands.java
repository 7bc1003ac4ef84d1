package dev.couplet.client.command;

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

	private Commands() {
	}

	static CommandLine create(Console console, LocalTransforms transforms, Variables variables) {
		CommandSpec jar = named(PROGRAM, null);
		jar.usageMessage()
			.description(
					"Without a command, starts the server. Its options are Spring Boot's, such as --server.port=8081.");
		jar.addOption(
				OptionSpec.builder("-V", "--version").versionHelp(true).description("Shows the version.").build());
		jar.versionProvider(Commands::version);
		return new CommandLine(jar).addSubcommand(new ApplyCommand(console, transforms).describe())
			.addSubcommand(new TransformCommand(console, transforms, variables).describe())
			.addSubcommand(new PoemsCommand(console, variables).describe())
			.addSubcommand(new TransformsCommand(console, transforms).describe())
			.addSubcommand(new GuessCommand(console, transforms).describe())
			.addSubcommand(new CompletionCommand(console, transforms).describe())
			.addSubcommand(mcp());
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
