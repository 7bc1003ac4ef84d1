package dev.couplet.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.couplet.benchmark.netty.NettyServer;

/**
 * The servers that run on a JVM, which is the one that runs this.
 *
 * @param settings where the jars are
 * @param options of every JVM
 */
record JvmKinds(Settings settings, List<String> options) {

	/**
	 * A JVM's options in the image, in a container that may have 512 MB.
	 */
	static final List<String> SMALL = List.of("-XX:MaxRAM=512m", "-XX:+UseSerialGC", "-XX:NewRatio=1",
			"-XX:MaxRAMPercentage=50");

	private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

	/**
	 * All of them, those that are compared most closely next to each other.
	 * @return the servers, without the one before where no jar of it was given
	 */
	List<ServerKind> all() {
		return Stream.of(Optional.of(couplet()), before(), Optional.of(netty()), Optional.of(floor()))
			.flatMap(Optional::stream)
			.toList();
	}

	/**
	 * Ours, as shipped: {@code java -jar couplet.jar}, with ports that are free.
	 * @return the server
	 */
	ServerKind couplet() {
		return couplet(ServerKinds.COUPLET, this.settings.jar());
	}

	/**
	 * Ours, from the jar that it is compared with, started in the same way.
	 * @return the server; empty where no such jar was given
	 */
	Optional<ServerKind> before() {
		return this.settings.baseline().map((jar) -> couplet(ServerKinds.BEFORE, jar));
	}

	private ServerKind couplet(String name, Path jar) {
		return couplet(name, this.settings.workFolder(), List.of("-jar", jar.toString()));
	}

	/**
	 * Ours, with another way to start it.
	 * @param name as the tables show it
	 * @param directory where it runs
	 * @param startOptions what stands between {@code java} and the server's own options
	 * @return the server
	 */
	ServerKind couplet(String name, Path directory, List<String> startOptions) {
		return new ServerKind(name, List.of(Service.NETSTRING, Service.SOCKETMAP, Service.HTTP), directory,
				(ports) -> command(startOptions, coupletOptions(ports)));
	}

	private static List<String> coupletOptions(Map<Service, Integer> ports) {
		return List.of("--couplet.netstring.port=" + ports.get(Service.NETSTRING),
				"--couplet.socketmap.port=" + ports.get(Service.SOCKETMAP), "--server.port=" + ports.get(Service.HTTP),
				"--couplet.poetry.servers[0].port=0", "--couplet.poetry.servers[1].port=0",
				"--couplet.poetry.servers[2].port=0");
	}

	private ServerKind netty() {
		// so that it loads its native transport without a warning
		return bare(ServerKinds.NETTY, NettyServer.class, List.of("--enable-native-access=ALL-UNNAMED"));
	}

	/**
	 * The least Java server that frames netstrings.
	 */
	private ServerKind floor() {
		return bare(ServerKinds.JAVA_FLOOR, JavaFloor.class, List.of());
	}

	private ServerKind bare(String name, Class<?> program, List<String> startOptions) {
		List<String> start = new ArrayList<>(startOptions);
		start.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
		return new ServerKind(name, Service.TCP, this.settings.workFolder(),
				(ports) -> command(start, Service.tcp(ports)));
	}

	private List<String> command(List<String> startOptions, List<String> arguments) {
		return Stream.of(List.of(JAVA), this.options, startOptions, arguments).flatMap(List::stream).toList();
	}

}
