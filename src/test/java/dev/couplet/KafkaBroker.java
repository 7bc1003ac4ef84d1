package dev.couplet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.security.plain.PlainLoginModule;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A Kafka broker in a process of its own, with its log in a temporary directory. It can
 * be killed, and started again on its log and its port.
 */
public final class KafkaBroker implements AutoCloseable {

	/**
	 * The name and the password of the only user over SASL.
	 */
	public static final String USER = "couplet";

	public static final String PASSWORD = "low-tide";

	private static final Duration TIMEOUT = Duration.ofMinutes(2);

	private final int port;

	private final Path directory;

	private final @Nullable Process controller;

	private Process process;

	private KafkaBroker(int port, Path directory, @Nullable Process controller, Process process) {
		this.port = port;
		this.directory = directory;
		this.controller = controller;
		this.process = process;
	}

	/**
	 * Returns the broker that tests share, with topics of their own.
	 */
	public static KafkaBroker shared() {
		return Shared.BROKER;
	}

	/**
	 * Starts a new broker on a free port.
	 */
	public static KafkaBroker start() {
		return start((_) -> {
		});
	}

	/**
	 * Starts a new broker that can be killed in a transaction. Its controller is another
	 * process, which is not killed, as in a cluster: a broker of Kafka 4.3.1 that is its
	 * own controller takes itself for the leader while it starts, does not find its
	 * address, and ends transactions without markers, so that partitions stay blocked.
	 */
	public static KafkaBroker startWithController() {
		try {
			Path directory = Files.createTempDirectory("kafka");
			int port = freePort();
			String address = "localhost:" + freePort();
			write(directory.resolve("controller.properties"),
					Map.of("process.roles", "controller", "node.id", "2", "controller.quorum.voters", "2@" + address,
							"controller.listener.names", "CONTROLLER", "listeners", "CONTROLLER://" + address,
							"log.dirs", directory.resolve("controller").toString()));
			Map<String, String> settings = new HashMap<>(settings(port, directory));
			settings.putAll(Map.of("process.roles", "broker", "controller.quorum.voters", "2@" + address));
			write(settingsFile(directory), settings);
			String cluster = Uuid.randomUuid().toString();
			format(directory, cluster, directory.resolve("controller.properties"));
			format(directory, cluster, settingsFile(directory));
			Process controller = run(directory, "kafka.Kafka", directory.resolve("controller.properties").toString());
			return started(new KafkaBroker(port, directory, controller, run(directory)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Starts a new broker with one more port, for clients that authenticate themselves by
	 * SASL over TLS.
	 * @param port this port
	 */
	public static KafkaBroker startSecured(int port) {
		return start((settings) -> {
			String listener = "listener.name.secured.";
			settings.merge("listeners", ",SECURED://localhost:" + port, String::concat);
			settings.merge("advertised.listeners", ",SECURED://localhost:" + port, String::concat);
			settings.merge("listener.security.protocol.map", ",SECURED:SASL_SSL", String::concat);
			settings.put(listener + "sasl.enabled.mechanisms", "PLAIN");
			settings.put(listener + "plain.sasl.jaas.config",
					PlainLoginModule.class.getName() + " required user_" + USER + "=\"" + PASSWORD + "\";");
			settings.put(listener + "ssl.keystore.type", "PEM");
			settings.put(listener + "ssl.keystore.certificate.chain", read(TestCertificates.certificate("server")));
			settings.put(listener + "ssl.keystore.key", read(TestCertificates.key("server")));
		});
	}

	/**
	 * Starts a new broker that lets everybody do what no rule forbids.
	 */
	public static KafkaBroker startWithAuthorization() {
		return start((settings) -> {
			settings.put("authorizer.class.name", StandardAuthorizer.class.getName());
			settings.put("allow.everyone.if.no.acl.found", "true");
		});
	}

	private static KafkaBroker start(Consumer<Map<String, String>> more) {
		try {
			Path directory = Files.createTempDirectory("kafka");
			int port = freePort();
			String address = "localhost:" + freePort();
			Map<String, String> settings = new HashMap<>(settings(port, directory));
			settings.putAll(Map.of("process.roles", "broker,controller", "controller.quorum.voters", "1@" + address));
			settings.merge("listeners", ",CONTROLLER://" + address, String::concat);
			more.accept(settings);
			write(settingsFile(directory), settings);
			format(directory, Uuid.randomUuid().toString(), settingsFile(directory));
			return started(new KafkaBroker(port, directory, null, run(directory)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static KafkaBroker started(KafkaBroker broker) {
		broker.awaitReady();
		return broker;
	}

	private static void format(Path directory, String cluster, Path settings) throws IOException {
		Process format = run(directory, "kafka.tools.StorageTool", "format", "--cluster-id", cluster, "--config",
				settings.toString());
		assertThat(format.onExit().join().exitValue()).as(log(directory)).isZero();
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void write(Path file, Map<String, String> settings) throws IOException {
		Properties properties = new Properties();
		properties.putAll(settings);
		try (var out = Files.newOutputStream(file)) {
			properties.store(out, null);
		}
	}

	private static Map<String, String> settings(int port, Path directory) {
		return Map.ofEntries(Map.entry("node.id", "1"), Map.entry("controller.listener.names", "CONTROLLER"),
				Map.entry("listeners", "PLAINTEXT://localhost:" + port),
				Map.entry("advertised.listeners", "PLAINTEXT://localhost:" + port),
				Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
				Map.entry("log.dirs", directory.resolve("log").toString()),
				Map.entry("auto.create.topics.enable", "false"), Map.entry("message.max.bytes", "16777216"),
				Map.entry("offsets.topic.replication.factor", "1"), Map.entry("offsets.topic.num.partitions", "4"),
				Map.entry("transaction.state.log.replication.factor", "1"),
				Map.entry("transaction.state.log.min.isr", "1"), Map.entry("transaction.state.log.num.partitions", "4"),
				// soon, for the transactions of servers that are killed
				Map.entry("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000"),
				Map.entry("group.initial.rebalance.delay.ms", "0"));
	}

	private static Process run(Path directory) throws IOException {
		return run(directory, "kafka.Kafka", settingsFile(directory).toString());
	}

	private static Process run(Path directory, String program, String... arguments) throws IOException {
		List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(),
				"-Xmx512m", "-Dlogback.configurationFile=warnings-only-logback.xml", program));
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command);
		builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
		return builder.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(logFile(directory).toFile()))
			.start();
	}

	private static Path settingsFile(Path directory) {
		return directory.resolve("server.properties");
	}

	private static Path logFile(Path directory) {
		return directory.resolve("broker.log");
	}

	private static String log(Path directory) throws IOException {
		return Files.readString(logFile(directory));
	}

	/**
	 * Starts the process again, on the same port and log, after {@link #kill()}.
	 */
	public void startAgain() {
		try {
			this.process = run(this.directory);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		awaitReady();
	}

	private void awaitReady() {
		// before the first attempt of a client, which warns of each that fails
		Awaitility.await().atMost(TIMEOUT).until(() -> {
			assertThat(this.process.isAlive()).as(log(this.directory)).isTrue();
			return isListening();
		});
		try (Admin admin = admin()) {
			Awaitility.await()
				.atMost(TIMEOUT)
				.ignoreExceptions()
				.until(() -> !admin.describeCluster().nodes().get().isEmpty());
		}
	}

	private boolean isListening() {
		try (Socket _ = new Socket("localhost", this.port)) {
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/**
	 * Kills the process with SIGKILL.
	 */
	public void kill() {
		this.process.destroyForcibly().onExit().join();
	}

	/**
	 * Returns the address for clients.
	 */
	public String address() {
		return "localhost:" + this.port;
	}

	/**
	 * Returns a client for administration.
	 */
	public Admin admin() {
		return Admin.create(Map.of("bootstrap.servers", address()));
	}

	/**
	 * Creates topics that do not exist.
	 * @param partitions their number of partitions
	 * @param topics their names
	 */
	public void createTopics(int partitions, String... topics) {
		createTopics(Stream.of(topics).map((topic) -> new NewTopic(topic, partitions, (short) 1)).toList());
	}

	/**
	 * Creates topics that do not exist.
	 */
	public void createTopics(Collection<NewTopic> topics) {
		try (Admin admin = admin()) {
			admin.createTopics(topics).all().get();
		}
		catch (ExecutionException ex) {
			if (!(ex.getCause() instanceof TopicExistsException)) {
				throw new IllegalStateException(ex);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		kill();
		if (this.controller != null) {
			this.controller.destroyForcibly().onExit().join();
		}
		try {
			FileSystemUtils.deleteRecursively(this.directory);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static final class Shared {

		private static final KafkaBroker BROKER = start();

		static {
			Runtime.getRuntime().addShutdownHook(new Thread(BROKER::close));
		}

	}

}
