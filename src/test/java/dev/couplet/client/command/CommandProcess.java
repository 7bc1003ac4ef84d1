package dev.couplet.client.command;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Runs the program as a separate process, from the class path or from the jar.
 */
final class CommandProcess implements AutoCloseable {

	private static final long PATIENCE_SECONDS = 60;

	private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

	private static final List<String> CLASS_PATH = List.of("-cp", System.getProperty("java.class.path"),
			"dev.couplet.CoupletApplication");

	private final Process process;

	private final CompletableFuture<byte[]> errors;

	private CommandProcess(ProcessBuilder builder) {
		try {
			this.process = builder.start();
			this.errors = readInBackground(this.process.getErrorStream());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Returns a process builder for the program from the class path.
	 */
	static ProcessBuilder fromClassPath(String... arguments) {
		return builder(CLASS_PATH, arguments);
	}

	/**
	 * Returns a process builder for the program from the jar.
	 */
	static ProcessBuilder fromJar(String... arguments) {
		return builder(List.of("-jar", System.getProperty("couplet.jar")), arguments);
	}

	private static ProcessBuilder builder(List<String> program, String... arguments) {
		List<String> command = new ArrayList<>();
		command.add(JAVA);
		// the tests start many short-lived processes
		command.add("-XX:TieredStopAtLevel=1");
		command.addAll(program);
		command.addAll(List.of(arguments));
		return new ProcessBuilder(command);
	}

	static CommandProcess start(ProcessBuilder builder) {
		return new CommandProcess(builder);
	}

	static Result run(String... arguments) {
		return run(fromClassPath(arguments), new byte[0]);
	}

	static Result run(ProcessBuilder builder, String input) {
		return run(builder, input.getBytes(StandardCharsets.UTF_8));
	}

	static Result run(ProcessBuilder builder, byte[] input) {
		try (CommandProcess process = start(builder)) {
			return process.send(input).end();
		}
	}

	static ProcessBuilder withOutputTo(ProcessBuilder builder, String file) {
		return builder.redirectOutput(new File(file));
	}

	/**
	 * Sends all of standard input.
	 */
	CommandProcess send(byte[] input) {
		try (var stream = this.process.getOutputStream()) {
			stream.write(input);
		}
		catch (IOException ex) {
			// the program may end without reading its input
		}
		return this;
	}

	/**
	 * Sends a part of standard input.
	 */
	void sendPart(byte[] input) throws IOException {
		this.process.getOutputStream().write(input);
		this.process.getOutputStream().flush();
	}

	/**
	 * Reads a number of bytes from standard output.
	 */
	String read(int bytes) {
		try {
			return new String(this.process.getInputStream().readNBytes(bytes), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Closes the pipe that standard output is connected to.
	 */
	CommandProcess closeOutput() {
		try {
			this.process.getInputStream().close();
			return this;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Waits until the process has ended.
	 */
	Result end() {
		try {
			CompletableFuture<byte[]> output = readInBackground(this.process.getInputStream());
			if (!this.process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
				throw new AssertionError("the program does not end");
			}
			return new Result(this.process.exitValue(), new String(output.join(), StandardCharsets.UTF_8),
					new String(this.errors.join(), StandardCharsets.UTF_8));
		}
		catch (InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

	// the common pool may have one thread, and one stream can wait for the other
	private static CompletableFuture<byte[]> readInBackground(InputStream stream) {
		return CompletableFuture.supplyAsync(() -> readAll(stream), Thread::startVirtualThread);
	}

	private static byte[] readAll(InputStream stream) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try {
			stream.transferTo(bytes);
		}
		catch (IOException ex) {
			// closed by the test
		}
		return bytes.toByteArray();
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

	record Result(int status, String output, String errors) {

	}

}
