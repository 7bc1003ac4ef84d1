package dev.couplet.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A balancer in a separate process, with the configuration in {@code ops} in which only
 * addresses and the paths of its own files are replaced.
 */
abstract class Balancer implements AutoCloseable {

	private static final String EXAMPLE_ADDRESS = "10.0.0.1";

	private final Path configuration;

	private final Path log;

	private final Process process;

	/**
	 * Starts the balancer, and waits until it listens.
	 * @param replicas the servers behind it
	 * @param configuration the file that it reads
	 * @param text the content of the file, with the addresses of the example
	 * @param command the command
	 */
	Balancer(Replicas replicas, Path configuration, String text, List<String> command) throws IOException {
		this.configuration = configuration;
		this.log = configuration.resolveSibling("balancer.log");
		configure(withAddresses(text, replicas));
		this.process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(this.log.toFile()).start();
		try {
			Awaitility.await().until(() -> {
				assertThat(this.process.isAlive()).as(log()).isTrue();
				return isListening(replicas.balancerAddress());
			});
		}
		catch (RuntimeException | Error ex) {
			close();
			throw ex;
		}
	}

	private static String withAddresses(String text, Replicas replicas) {
		String replaced = text;
		for (int index = 0; index < Replicas.COUNT; index++) {
			assertThat(replaced).contains(EXAMPLE_ADDRESS + (index + 1));
			replaced = replaced.replace(EXAMPLE_ADDRESS + (index + 1), replicas.address(index));
		}
		return replaced;
	}

	private static boolean isListening(String address) {
		try (Connection _ = Connection.open(address, 8080)) {
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/**
	 * Returns whether a program can be started with its configuration, in which it gives
	 * up the rights of root.
	 */
	static boolean canRun(String program) {
		return "root".equals(System.getProperty("user.name")) && Files.isExecutable(Path.of("/usr/sbin", program));
	}

	/**
	 * Returns the service config with which clients of gRPC have every call answered.
	 */
	abstract Map<String, ?> grpcServiceConfig();

	/**
	 * Returns the protocols whose connections or streams may end between two requests.
	 */
	abstract Set<LoadProtocol> sessions();

	/**
	 * Does what an operator has to do before a replica is stopped.
	 */
	abstract void beforeStop(int index);

	/**
	 * Waits until a replica that has ended is out of use, if the balancer finds that out.
	 */
	abstract void afterStop(int index);

	/**
	 * Does what an operator has to do when a replica has started, and waits until it is
	 * in use.
	 */
	abstract void afterStart(int index);

	final void configure(String text) {
		try {
			Files.writeString(this.configuration, text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	final String configuration() {
		try {
			return Files.readString(this.configuration);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	final ProcessHandle process() {
		return this.process.toHandle();
	}

	final String log() {
		try {
			return Files.readString(this.log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		// SIGTERM, because nginx's workers outlive a master that is killed
		this.process.destroy();
		this.process.onExit().join();
	}

}
