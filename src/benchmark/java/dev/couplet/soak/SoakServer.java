package dev.couplet.soak;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The server as shipped, in a process of its own, with deadlines so short that they pass
 * many times in a soak.
 */
final class SoakServer implements AutoCloseable {

	/**
	 * How long a client waits for what is to happen: longer than any deadline.
	 */
	static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final Duration LONGEST_START = Duration.ofMinutes(1);

	private static final String POEM = "low-tide";

	private static final Path JAVA_FOLDER = Path.of(System.getProperty("java.home"), "bin");

	private static final List<String> OPTIONS = List.of("--couplet.netstring.port=0", "--couplet.socketmap.port=0",
			"--server.port=0", "--couplet.tcp.request-timeout=3s", "--couplet.tcp.idle-timeout=4s",
			"--couplet.tcp.write-timeout=3s", "--couplet.poetry.servers[0].port=0",
			"--couplet.poetry.servers[0].poem=" + POEM, "--couplet.poetry.servers[1].port=0",
			"--couplet.poetry.servers[1].poem=" + POEM, "--couplet.poetry.servers[1].num-bytes=20",
			"--couplet.poetry.servers[1].delay=20ms");

	private final Process process;

	private final Path log;

	private SoakServer(Process process, Path log) {
		this.process = process;
		this.log = log;
		Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
	}

	/**
	 * Starts it, and waits until it is ready.
	 * @param target the folder that has the jar, and takes the log
	 * @param more options of the server
	 * @return the server
	 * @throws IOException where it does not start
	 * @throws InterruptedException where it is not to be waited for
	 */
	static SoakServer start(Path target, List<String> more) throws IOException, InterruptedException {
		Path log = target.resolve("soak.log");
		List<String> command = new ArrayList<>(List.of(JAVA_FOLDER.resolve("java").toString(), "-Xmx256m", "-jar",
				target.resolve("couplet.jar").toString()));
		command.addAll(OPTIONS);
		command.addAll(more);
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
		SoakServer server = new SoakServer(process, log);
		long start = System.nanoTime();
		while (!Files.readString(log).contains("Started CoupletApplication")) {
			if (!process.isAlive() || System.nanoTime() - start > LONGEST_START.toNanos()) {
				server.close();
				throw new IOException("the server does not start, see " + log);
			}
			Thread.sleep(50);
		}
		return server;
	}

	static byte[] poem() {
		try (InputStream poem = SoakServer.class.getResourceAsStream("/poems/" + POEM + ".txt")) {
			if (poem == null) {
				throw new IllegalStateException("no such poem: " + POEM);
			}
			return poem.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Connects to a listener.
	 * @param listener its name, or {@code http}
	 * @return a socket whose reads give up after {@link #PATIENCE}
	 * @throws IOException where there is no connection
	 */
	Socket connect(String listener) throws IOException {
		Socket socket = new Socket(InetAddress.getLoopbackAddress(), port(listener));
		socket.setTcpNoDelay(true);
		socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
		return socket;
	}

	String url() throws IOException {
		return "http://localhost:" + port("http");
	}

	private int port(String listener) throws IOException {
		String line = listener.equals("http") ? "Tomcat started on port (\\d+)" : listener + " on \\S+:(\\d+)";
		Matcher matcher = Pattern.compile(line).matcher(Files.readString(this.log));
		if (!matcher.find()) {
			throw new IOException("the server does not say where it listens: " + listener);
		}
		return Integer.parseInt(matcher.group(1));
	}

	/**
	 * Takes its figures, after a collection of its garbage.
	 * @param after since the beginning
	 * @param latencies of the good requests, in milliseconds, ascending
	 * @return the figures
	 * @throws IOException where it is gone
	 * @throws InterruptedException where it is not to be waited for
	 */
	Sample sample(Duration after, double[] latencies) throws IOException, InterruptedException {
		jcmd("GC.run");
		long heap = heap(jcmd("GC.heap_info"));
		Path directory = Path.of("/proc", Long.toString(this.process.pid()));
		String status = Files.readString(directory.resolve("status"));
		long resident = number(status, "VmRSS:\\s+(\\d+) kB") << 10;
		long threads = number(status, "Threads:\\s+(\\d+)");
		try (Stream<Path> descriptors = Files.list(directory.resolve("fd"))) {
			return new Sample(after, heap, resident, threads, descriptors.count(), percentile(latencies, 50),
					percentile(latencies, 99));
		}
	}

	private static double percentile(double[] ascending, int percent) {
		return (ascending.length == 0) ? Double.POSITIVE_INFINITY : ascending[ascending.length * percent / 100];
	}

	// of every part of the heap, however the collector parts it
	private static long heap(String info) {
		String heap = info.split("Metaspace", 2)[0];
		return Pattern.compile("used (\\d+)K")
			.matcher(heap)
			.results()
			.mapToLong((match) -> Long.parseLong(match.group(1)) << 10)
			.sum();
	}

	private static long number(String text, String pattern) throws IOException {
		Matcher matcher = Pattern.compile(pattern).matcher(text);
		if (!matcher.find()) {
			throw new IOException("the server is gone");
		}
		return Long.parseLong(matcher.group(1));
	}

	private String jcmd(String command) throws IOException, InterruptedException {
		Process jcmd = new ProcessBuilder(JAVA_FOLDER.resolve("jcmd").toString(), Long.toString(this.process.pid()),
				command)
			.redirectErrorStream(true)
			.start();
		String output = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (jcmd.waitFor() != 0) {
			throw new IOException("the server does not answer jcmd: " + output);
		}
		return output;
	}

	@Override
	public void close() {
		this.process.destroy();
		this.process.onExit()
			.completeOnTimeout(this.process, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
			.thenAccept(Process::destroyForcibly)
			.join();
	}

}
