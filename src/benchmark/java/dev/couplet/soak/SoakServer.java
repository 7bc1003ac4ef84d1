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
 * The server as shipped, in a separate process, with short deadlines that expire many
 * times during a soak test.
 */
final class SoakServer implements AutoCloseable {

	/**
	 * The timeout of clients, which is longer than any deadline of the server.
	 */
	static final Duration TIMEOUT = Duration.ofSeconds(20);

	private static final Duration LONGEST_START = Duration.ofMinutes(1);

	private static final String POEM = "low-tide";

	private static final Path JAVA_FOLDER = Path.of(System.getProperty("java.home"), "bin");

	private static final List<String> OPTIONS = List.of("--couplet.netstring.port=0", "--couplet.socketmap.port=0",
			"--couplet.grpc.port=0", "--server.port=0", "--couplet.tcp.request-timeout=3s",
			"--couplet.tcp.idle-timeout=4s", "--couplet.tcp.write-timeout=3s", "--couplet.poetry.servers[0].port=0",
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
	 * Starts the server, and waits until it is ready.
	 * @param target the directory of the jar, which also receives the log
	 * @param more additional options of the server
	 * @return the server
	 * @throws IOException if it does not start
	 * @throws InterruptedException if the thread is interrupted
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
	 * @param listener the name of the listener, or {@code http}
	 * @return a socket with a read timeout of {@link #TIMEOUT}
	 * @throws IOException if the connection fails
	 */
	Socket connect(String listener) throws IOException {
		Socket socket = new Socket(InetAddress.getLoopbackAddress(), port(listener));
		socket.setTcpNoDelay(true);
		socket.setSoTimeout(Math.toIntExact(TIMEOUT.toMillis()));
		return socket;
	}

	String url() throws IOException {
		return "http://localhost:" + port("http");
	}

	int port(String listener) throws IOException {
		String line = listener.equals("http") ? "Tomcat started on port (\\d+)" : listener + " on \\S+:(\\d+)";
		Matcher matcher = Pattern.compile(line).matcher(Files.readString(this.log));
		if (!matcher.find()) {
			throw new IOException("the server does not say where it listens: " + listener);
		}
		return Integer.parseInt(matcher.group(1));
	}

	/**
	 * Takes a sample, whose heap is that of the live objects.
	 * @param after the time since the start
	 * @param latencies the latencies of good requests, in milliseconds, ascending
	 * @return the sample
	 * @throws IOException if the server has ended
	 * @throws InterruptedException if the thread is interrupted
	 */
	Sample sample(Duration after, double[] latencies) throws IOException, InterruptedException {
		// collects first, and counts in the same pause: after it the clients fill the
		// heap
		// with garbage again
		long heap = number(jcmd("GC.class_histogram"), "Total\\s+\\d+\\s+(\\d+)");
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
			.completeOnTimeout(this.process, TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
			.thenAccept(Process::destroyForcibly)
			.join();
	}

}
