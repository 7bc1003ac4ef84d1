package dev.couplet.client.command;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line of the client. The exit status is 0 for success; 1 if a server
 * refused, failed or could not be reached, or a stream failed, with a line on standard
 * error; 2 for wrong usage; 141 if the reader of standard output closed the pipe, which
 * is the status that a shell reports for a process ended by SIGPIPE.
 */
public final class ClientCommandLine {

	private static final int BROKEN_PIPE = 141;

	private static final Set<String> HELP_AND_VERSION = Set.of("--help", "--version");

	private final Console console;

	private final LocalTransforms transforms;

	private final Variables variables;

	private ClientCommandLine(Console console, LocalTransforms transforms, Variables variables) {
		this.console = console;
		this.transforms = transforms;
		this.variables = variables;
	}

	/**
	 * Returns whether the arguments are a command. The arguments of the server are Spring
	 * Boot's {@code --key=value}.
	 * @param arguments the arguments of the program
	 * @return whether to call {@link #run}
	 */
	public static boolean isCommand(String... arguments) {
		return arguments.length > 0 && (HELP_AND_VERSION.contains(arguments[0])
				|| !Arrays.stream(arguments).allMatch((argument) -> argument.startsWith("--")));
	}

	/**
	 * Runs a command. Replaces the context class loader of this thread.
	 * @param transforms the transforms of this program; not called by commands that need
	 * none
	 * @param arguments the arguments of the program
	 * @return the exit status
	 */
	public static int run(LocalTransforms transforms, String... arguments) {
		reduceClassLoading();
		return run(new Console(), transforms, new Variables(System.getenv()), arguments);
	}

	static int run(Console console, LocalTransforms transforms, Variables variables, String... arguments) {
		return new ClientCommandLine(console, transforms, variables).run(arguments);
	}

	private int run(String... arguments) {
		// for help; results are written to the console directly
		PrintWriter output = new PrintWriter(new OutputStreamWriter(this.console.output(), StandardCharsets.UTF_8));
		int status;
		try {
			status = commandLine(output, arguments[0]).execute(arguments);
		}
		catch (OutOfMemoryError ex) {
			status = failure("the value is too large for the available memory");
		}
		output.flush();
		IOException failure = this.console.output().failure();
		if (failure == null) {
			return status;
		}
		return this.console.output().isBrokenPipe() ? BROKEN_PIPE
				: failure("standard output cannot be written: " + failure.getMessage());
	}

	private CommandLine commandLine(PrintWriter output, String first) {
		return Commands.create(this.console, this.transforms, this.variables, first)
			.setColorScheme(Help.defaultColorScheme(Ansi.OFF))
			.setCaseInsensitiveEnumValuesAllowed(true)
			.setExpandAtFiles(false)
			.registerConverter(Path.class, ClientCommandLine::file)
			.setOut(output)
			.setErr(this.console.errors())
			.setParameterExceptionHandler((ex, rest) -> usageError(ex))
			.setExecutionExceptionHandler((ex, command, result) -> failure(ex));
	}

	// a name is empty if it comes from an unset variable of the shell
	private static Path file(String name) {
		if (name.isEmpty()) {
			throw new TypeConversionException("the name of a file is empty");
		}
		return Path.of(name);
	}

	/**
	 * Prevents searches through the class path, each of which opens every nested jar:
	 * picocli's for Groovy, and that of {@link java.net.InetAddress} for a resolver
	 * provider, through the context class loader. Also prevents that picocli loads
	 * converters for types that no argument has.
	 */
	private static void reduceClassLoading() {
		System.setProperty("picocli.disable.closures", "true");
		System.setProperty("picocli.converters.excludes", "java\\.(sql|time)\\..*");
		Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
	}

	private int usageError(ParameterException ex) {
		this.console.printError(describe(ex));
		ex.getCommandLine().usage(this.console.errors());
		return ExitCode.USAGE;
	}

	private static String describe(ParameterException ex) {
		if (ex instanceof UnmatchedArgumentException unmatched && unmatched.getUnmatched().getFirst().isEmpty()) {
			// picocli reports an optional argument that cannot be converted as unmatched
			return "an argument is empty";
		}
		if (ex.getCommandLine().getParent() != null || !(ex instanceof UnmatchedArgumentException unmatched)
				|| unmatched.isUnknownOption()) {
			return Console.describe(ex);
		}
		List<String> near = unmatched.getSuggestions();
		return "there is no command '%s'".formatted(unmatched.getUnmatched().getFirst())
				+ (near.isEmpty() ? "" : "; perhaps %s was meant".formatted(near.getFirst()));
	}

	private int failure(Exception ex) {
		if (this.console.output().failure() != null) {
			return ExitCode.SOFTWARE;
		}
		return failure(Console.describe(ex));
	}

	private int failure(String message) {
		this.console.printError(message);
		return ExitCode.SOFTWARE;
	}

}
