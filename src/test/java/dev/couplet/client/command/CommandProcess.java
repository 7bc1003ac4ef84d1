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
 * The program as a process of its own, from the class path or from the jar.
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
			this.errors = CompletableFuture.supplyAsync(() -> readAll(this.process.getErrorStream()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * The program from the class path, as it would be started with these arguments.
	 */
	static ProcessBuilder fromClassPath(String... arguments) {
		return builder(CLASS_PATH, arguments);
	}

	/**
	 * The program from the jar.
	 */
	static ProcessBuilder fromJar(String... arguments) {
		return builder(List.of("-jar", System.getProperty("couplet.jar")), arguments);
	}

	private static ProcessBuilder builder(List<String> program, String... arguments) {
		List<String> command = new ArrayList<>();
		command.add(JAVA);
		// many of them run in these tests, and none for long
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
	 * Sends the whole of standard input.
	 */
	CommandProcess send(byte[] input) {
		try (var stream = this.process.getOutputStream()) {
			stream.write(input);
		}
		catch (IOException ex) {
			// it need not read what it does not need
		}
		return this;
	}

	/**
	 * Reads as much of standard output as a text has that is expected.
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
	 * Has seen enough of standard output.
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
	 * Waits for the end.
	 */
	Result end() {
		try {
			CompletableFuture<byte[]> output = CompletableFuture
				.supplyAsync(() -> readAll(this.process.getInputStream()));
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
