package dev.couplet.benchmark;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The servers that are compared.
 */
final class ServerKinds {

	static final String COUPLET = "Couplet";

	static final String FLOOR = "floor";

	static final String TWISTED = "Twisted";

	static final String NODE = "Node";

	private static final List<Service> TCP = List.of(Service.NETSTRING, Service.SOCKETMAP);

	private final Settings settings;

	private final String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

	private final Optional<String> python = Stream.of("python3", "/usr/bin/python3")
		.filter((candidate) -> Program.output(candidate, "-c", "import twisted").isPresent())
		.findFirst();

	private final Optional<String> node = Stream.of("node", "nodejs")
		.filter((candidate) -> Program.output(candidate, "--version").isPresent())
		.findFirst();

	ServerKinds(Settings settings) {
		this.settings = settings;
	}

	/**
	 * Ours, as shipped: {@code java -jar couplet.jar}, with ports that are free.
	 * @return the server
	 */
	ServerKind couplet() {
		return couplet(COUPLET, this.settings.workFolder(), List.of("-jar", this.settings.jar().toString()));
	}

	/**
	 * Ours, with another way to start it.
	 * @param name as the tables show it
	 * @param directory where it runs
	 * @param startOptions what stands between {@code java} and the server's own options
	 * @return the server
	 */
	ServerKind couplet(String name, Path directory, List<String> startOptions) {
		return new ServerKind(name, List.of(Service.NETSTRING, Service.SOCKETMAP, Service.HTTP), directory, (ports) -> {
			List<String> command = new ArrayList<>(List.of(this.java));
			command.addAll(startOptions);
			command.addAll(coupletOptions(ports));
			return command;
		});
	}

	private static List<String> coupletOptions(Map<Service, Integer> ports) {
		return List.of("--couplet.netstring.port=" + ports.get(Service.NETSTRING),
				"--couplet.socketmap.port=" + ports.get(Service.SOCKETMAP), "--server.port=" + ports.get(Service.HTTP),
				"--couplet.poetry.servers[0].port=0", "--couplet.poetry.servers[1].port=0",
				"--couplet.poetry.servers[2].port=0");
	}

	/**
	 * The least Java server that frames netstrings.
	 * @return the server
	 */
	ServerKind floor() {
		return new ServerKind(FLOOR, TCP, this.settings.workFolder(),
				(ports) -> List.of(this.java, "-cp", System.getProperty("java.class.path"),
						NetstringFloor.class.getName(), port(ports, Service.NETSTRING),
						port(ports, Service.SOCKETMAP)));
	}

	/**
	 * The tutorial's server, in Twisted.
	 * @return the server; empty where Twisted is not installed
	 */
	Optional<ServerKind> twisted() {
		String script = this.settings.sources().resolve("python/twisted_server.py").toString();
		return this.python.map((program) -> new ServerKind(TWISTED, TCP, this.settings.workFolder(),
				(ports) -> List.of(program, script, port(ports, Service.NETSTRING), port(ports, Service.SOCKETMAP))));
	}

	/**
	 * The transform over HTTP, in Node.js.
	 * @return the server; empty where Node.js is not installed
	 */
	Optional<ServerKind> node() {
		String script = this.settings.sources().resolve("node/http-server.js").toString();
		return this.node.map((program) -> new ServerKind(NODE, List.of(Service.HTTP), this.settings.workFolder(),
				(ports) -> List.of(program, script, port(ports, Service.HTTP))));
	}

	/**
	 * Which Twisted, on which Python.
	 * @return a short text, or that it is missing
	 */
	String twistedVersion() {
		String script = "import platform, twisted; print(twisted.__version__, 'on Python', platform.python_version())";
		return this.python.flatMap((program) -> Program.output(program, "-c", script))
			.orElse("not installed, left out");
	}

	String nodeVersion() {
		return this.node.flatMap((program) -> Program.output(program, "--version")).orElse("not installed, left out");
	}

	private static String port(Map<Service, Integer> ports, Service service) {
		return String.valueOf(ports.get(service));
	}

}
