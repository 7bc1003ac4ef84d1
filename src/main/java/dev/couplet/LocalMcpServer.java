package dev.couplet;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import dev.couplet.poetry.Poems;
import dev.couplet.protocol.mcp.StandardStreams;
import dev.couplet.transform.Catalogue;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.TransformService;
import dev.couplet.transform.library.StandardLibrary;

/**
 * The command {@code mcp}: serves an agent on standard input and output, with the
 * built-in transforms and without Spring. It needs no running server.
 */
final class LocalMcpServer {

	private static final SizeLimit LIMIT = new SizeLimit(1024 * 1024);

	private LocalMcpServer() {
	}

	/**
	 * Returns whether the arguments are this command. With other arguments, such as
	 * {@code --help}, it is one of the command line.
	 * @param arguments the arguments of the program
	 * @return whether to call {@link #run}
	 */
	static boolean isCommand(String... arguments) {
		return arguments.length == 1 && arguments[0].equals("mcp");
	}

	/**
	 * Serves until the end of standard input.
	 */
	static void run() {
		// a library that prints something must not break the protocol
		System.setOut(System.err);
		// no log: Logback without Spring writes everything from DEBUG on
		System.setProperty("slf4j.provider", "org.slf4j.helpers.NOP_FallbackServiceProvider");
		System.setProperty("slf4j.internal.verbosity", "ERROR");
		FutureTask<TransformService> service = new FutureTask<>(LocalMcpServer::load);
		StandardStreams streams = new StandardStreams(new FileInputStream(FileDescriptor.in),
				new FileOutputStream(FileDescriptor.out), LIMIT, () -> get(service), Poems::inJar);
		try {
			boolean open = streams.answerNext();
			// not before: it would delay the first answer, on which the client waits
			Thread.ofPlatform().daemon().name("load").start(service);
			while (open) {
				open = streams.answerNext();
			}
		}
		catch (IOException ex) {
			System.err.println("couplet: standard input or output failed: " + ex.getMessage());
			System.exit(1);
		}
	}

	private static TransformService load() {
		return new TransformService(new Catalogue(new StandardLibrary().transforms()), LIMIT);
	}

	private static TransformService get(FutureTask<TransformService> service) {
		// does nothing if it runs or ran
		service.run();
		try {
			return service.get();
		}
		catch (InterruptedException | ExecutionException ex) {
			throw new IllegalStateException("the transforms cannot be loaded", ex);
		}
	}

}
