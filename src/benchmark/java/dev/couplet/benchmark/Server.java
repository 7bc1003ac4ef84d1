package dev.couplet.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A running server in a separate process, which ends with this process at the latest.
 */
public final class Server implements AutoCloseable {

	private static final Duration LONGEST_STOP = Duration.ofSeconds(45);

	private final Process process;

	private final ProcessFigures figures;

	private final Map<Service, Integer> ports;

	private final Thread killer;

	private Server(Process process, Map<Service, Integer> ports) {
		this.process = process;
		this.ports = ports;
		this.figures = new ProcessFigures(process.pid());
		this.killer = new Thread(process::destroyForcibly);
		Runtime.getRuntime().addShutdownHook(this.killer);
	}

	/**
	 * Starts a process without waiting until it is ready.
	 * @param command the command and its arguments
	 * @param directory the working directory
	 * @param log the file for the output
	 * @param ports the ports on the loopback interface that it will listen on
	 * @return the server
	 * @throws IOException if the command does not exist
	 */
	static Server start(List<String> command, Path directory, Path log, Map<Service, Integer> ports)
			throws IOException {
		Process process = new ProcessBuilder(command).directory(directory.toFile())
			.redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start();
		return new Server(process, ports);
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	boolean serves(Service service) {
		return this.ports.containsKey(service);
	}

	public InetSocketAddress address(Service service) {
		return new InetSocketAddress(InetAddress.getLoopbackAddress(), this.ports.getOrDefault(service, 0));
	}

	public long cpuMicroseconds() throws IOException {
		return this.figures.cpuMicroseconds();
	}

	long residentBytes() throws IOException {
		return this.figures.residentBytes();
	}

	/**
	 * Terminates the process, and kills it if it does not end.
	 */
	@Override
	public void close() {
		try {
			this.process.destroy();
			if (!this.process.waitFor(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
				this.process.destroyForcibly();
			}
			Runtime.getRuntime().removeShutdownHook(this.killer);
		}
		catch (InterruptedException ex) {
			this.process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
		catch (IllegalStateException ex) {
			// this process is ending, and the shutdown hook has killed the server
		}
	}

}
