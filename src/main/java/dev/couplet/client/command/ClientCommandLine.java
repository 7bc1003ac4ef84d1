package dev.couplet.client.command;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;

/**
 * The command line of the client. Exit status 0; 1 where a server refused, failed or
 * could not be reached, or a stream failed, with a line on standard error; 2 for wrong
 * usage; 141 where the reader of standard output has gone, which is what a shell makes of
 * other programs then.
 */
public final class ClientCommandLine {

	private static final int READER_GONE = 141;

	private static final Set<String> HELP_AND_VERSION = Set.of("--help", "--version");

	private final Console console = new Console();

	private final Supplier<List<ListedTransform>> catalogue;

	private ClientCommandLine(Supplier<List<ListedTransform>> catalogue) {
		this.catalogue = catalogue;
	}

	/**
	 * Tells whether a command is meant, and not the server, whose arguments are Spring
	 * Boot's {@code --key=value}.
	 * @param arguments the arguments of the program
	 * @return whether to call {@link #run}
	 */
	public static boolean isMeantBy(String... arguments) {
		return arguments.length > 0 && (HELP_AND_VERSION.contains(arguments[0])
				|| !Arrays.stream(arguments).allMatch((argument) -> argument.startsWith("--")));
	}

	/**
	 * Runs a command, without a context class loader.
	 * @param catalogue what {@code transforms} shows; no other command asks for it
	 * @param arguments the arguments of the program
	 * @return the exit status
	 */
	public static int run(Supplier<List<ListedTransform>> catalogue, String... arguments) {
		searchNoJars();
		return new ClientCommandLine(catalogue).run(arguments);
	}

	private int run(String... arguments) {
		// help is written here, results straight to the console
		PrintWriter output = new PrintWriter(new OutputStreamWriter(this.console.output(), StandardCharsets.UTF_8));
		int status;
		try {
			status = commandLine(output).execute(arguments);
		}
		catch (OutOfMemoryError ex) {
			status = failed("the text is too large for the memory at hand");
		}
		output.flush();
		IOException failure = this.console.output().failure();
		if (failure == null) {
			return status;
		}
		return this.console.output().isReaderGone() ? READER_GONE
				: failed("standard output takes no more: " + failure.getMessage());
	}

	private CommandLine commandLine(PrintWriter output) {
		return Commands.create(this.console, this.catalogue)
			.setColorScheme(Help.defaultColorScheme(Ansi.OFF))
			.setCaseInsensitiveEnumValuesAllowed(true)
			.setExpandAtFiles(false)
			.setOut(output)
			.setErr(this.console.errors())
			.setParameterExceptionHandler((ex, rest) -> misused(ex))
			.setExecutionExceptionHandler((ex, command, result) -> failed(ex));
	}

	/**
	 * Keeps the JVM from looking for what is not there, which opens every jar in the jar:
	 * picocli for Groovy, and {@link java.net.InetAddress} for another resolver, through
	 * the context class loader.
	 */
	private static void searchNoJars() {
		System.setProperty("picocli.disable.closures", "true");
		Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
	}

	private int misused(ParameterException ex) {
		this.console.complain(Console.describe(ex));
		ex.getCommandLine().usage(this.console.errors());
		return ExitCode.USAGE;
	}

	private int failed(Exception ex) {
		if (this.console.output().failure() != null) {
			return ExitCode.SOFTWARE;
		}
		return failed(Console.describe(ex));
	}

	private int failed(String complaint) {
		this.console.complain(complaint);
		return ExitCode.SOFTWARE;
	}

}
