package dev.couplet.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.couplet.benchmark.grpc.BareGrpcServer;
import dev.couplet.benchmark.netty.NettyServer;

/**
 * The servers that run on the JVM of this process.
 *
 * @param settings the settings, with the paths of the jars
 * @param options the options of every JVM
 */
record JvmKinds(Settings settings, List<String> options) {

	/**
	 * The JVM options of the image, in a container with 512 MB.
	 */
	static final List<String> SMALL = List.of("-XX:MaxRAM=512m", "-XX:+UseSerialGC", "-XX:NewRatio=1",
			"-XX:MaxRAMPercentage=50");

	/**
	 * The name of a remote transform, for which a server of Couplet calls itself.
	 */
	static final String REMOTE = "remote";

	private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

	/**
	 * Returns all servers, the most similar ones next to each other.
	 * @return the servers, without the baseline if there is no such jar
	 */
	List<ServerKind> all() {
		return Stream.of(Optional.of(couplet()), before(), Optional.of(netty()), Optional.of(floor()))
			.flatMap(Optional::stream)
			.toList();
	}

	/**
	 * Returns Couplet as shipped: {@code java -jar couplet.jar}, on free ports.
	 * @return the server
	 */
	ServerKind couplet() {
		return couplet(ServerKinds.COUPLET, this.settings.jar());
	}

	/**
	 * Returns Couplet from the baseline jar, started in the same way.
	 * @return the server; empty if there is no such jar
	 */
	Optional<ServerKind> before() {
		return this.settings.baseline().map((jar) -> couplet(ServerKinds.BEFORE, jar));
	}

	private ServerKind couplet(String name, Path jar) {
		return couplet(name, this.settings.workFolder(), List.of("-jar", jar.toString()));
	}

	/**
	 * Returns Couplet with other start options.
	 * @param name the name in tables
	 * @param directory the working directory
	 * @param startOptions the options between {@code java} and those of the server
	 * @return the server
	 */
	ServerKind couplet(String name, Path directory, List<String> startOptions) {
		return couplet(name, directory, startOptions, List.of(Service.NETSTRING, Service.SOCKETMAP, Service.HTTP));
	}

	private ServerKind couplet(String name, Path directory, List<String> startOptions, List<Service> services) {
		return new ServerKind(name, services, directory,
				(ports) -> Stream.concat(environment(ports), command(startOptions, coupletOptions(ports)).stream())
					.toList());
	}

	/**
	 * Returns the servers with gRPC.
	 * @return the servers
	 */
	List<ServerKind> grpc() {
		return List.of(coupletWithGrpc(), bare(ServerKinds.GRPC_JAVA, BareGrpcServer.class,
				List.of("--enable-native-access=ALL-UNNAMED"), List.of(Service.GRPC)));
	}

	/**
	 * Returns Couplet with limits that let in more connections than fit if all were busy.
	 * @return the server
	 */
	ServerKind withManyClients() {
		ServerKind couplet = coupletWithGrpc();
		return new ServerKind(couplet.name(), couplet.services(), couplet.directory(),
				(ports) -> Stream
					.concat(couplet.command().apply(ports).stream(), Stream.of("--couplet.tcp.max-connections=20000",
							"--server.tomcat.max-connections=20000", "--server.tomcat.keep-alive-timeout=5m"))
					.toList());
	}

	private ServerKind coupletWithGrpc() {
		return couplet(ServerKinds.COUPLET, this.settings.workFolder(), List.of("-jar", this.settings.jar().toString()),
				List.of(Service.NETSTRING, Service.SOCKETMAP, Service.HTTP, Service.GRPC));
	}

	// an older server refuses a setting that it does not know, but not in a variable
	private static Stream<String> environment(Map<Service, Integer> ports) {
		return Stream.of("env", "COUPLET_GRPC_PORT=" + ports.getOrDefault(Service.GRPC, 0),
				"COUPLET_REMOTES_%s_URI=socketmap://localhost:%d/cummingsify".formatted(REMOTE.toUpperCase(Locale.ROOT),
						ports.get(Service.SOCKETMAP)));
	}

	private static List<String> coupletOptions(Map<Service, Integer> ports) {
		return List.of("--couplet.netstring.port=" + ports.get(Service.NETSTRING),
				"--couplet.socketmap.port=" + ports.get(Service.SOCKETMAP), "--server.port=" + ports.get(Service.HTTP),
				"--couplet.poetry.servers[0].port=0", "--couplet.poetry.servers[1].port=0",
				"--couplet.poetry.servers[2].port=0");
	}

	private ServerKind netty() {
		// loads the native transport without a warning
		return bare(ServerKinds.NETTY, NettyServer.class, List.of("--enable-native-access=ALL-UNNAMED"), Service.TCP);
	}

	/**
	 * Returns the minimal Java server for netstrings.
	 */
	private ServerKind floor() {
		return bare(ServerKinds.JAVA_FLOOR, JavaFloor.class, List.of(), Service.TCP);
	}

	private ServerKind bare(String name, Class<?> program, List<String> startOptions, List<Service> services) {
		List<String> start = new ArrayList<>(startOptions);
		start.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
		return new ServerKind(name, services, this.settings.workFolder(), (ports) -> command(start,
				services.stream().map((service) -> String.valueOf(ports.get(service))).toList()));
	}

	private List<String> command(List<String> startOptions, List<String> arguments) {
		return Stream.of(List.of(JAVA), this.options, startOptions, arguments).flatMap(List::stream).toList();
	}

}
