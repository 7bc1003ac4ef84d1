package dev.couplet.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The servers that do not run on a JVM, if their requirements are installed.
 */
final class NativeKinds {

	private static final String PYTHON_VERSIONS = "import platform, twisted; "
			+ "print(twisted.__version__, 'on Python', platform.python_version())";

	private static final String GRPC_JS = "@grpc/grpc-js@1.14.7";

	private static final String PROTO_LOADER = "@grpc/proto-loader@0.8.1";

	private final Settings settings;

	private final Optional<CServer> c;

	private final Optional<String> python = Stream.of("python3", "/usr/bin/python3")
		.filter((candidate) -> Program.output(candidate, "-c", "import twisted").isPresent())
		.findFirst();

	private final Optional<String> node = Stream.of("node", "nodejs")
		.filter((candidate) -> Program.output(candidate, "--version").isPresent())
		.findFirst();

	/**
	 * Finds the installed servers, and compiles the server in C.
	 * @param settings the settings, with the paths of the sources
	 * @throws IOException if the server in C cannot be compiled
	 */
	NativeKinds(Settings settings) throws IOException {
		this.settings = settings;
		this.c = CServer.compile(settings);
	}

	private Optional<ServerKind> c() {
		return this.c.map((compiled) -> tcp(ServerKinds.C_FLOOR, compiled.program().toString()));
	}

	private Optional<ServerKind> twisted() {
		return this.python.map((program) -> tcp(ServerKinds.TWISTED, program, source("python/twisted_server.py")));
	}

	private ServerKind tcp(String name, String... program) {
		return new ServerKind(name, Service.TCP, this.settings.workFolder(),
				(ports) -> Stream.concat(Stream.of(program), Service.tcp(ports).stream()).toList());
	}

	private Optional<ServerKind> node() {
		return this.node.map((program) -> new ServerKind(ServerKinds.NODE, List.of(Service.HTTP),
				this.settings.workFolder(),
				(ports) -> List.of(program, source("node/http-server.js"), String.valueOf(ports.get(Service.HTTP)))));
	}

	/**
	 * Returns the servers with gRPC that can run here. The packages are downloaded first.
	 * @return the servers
	 */
	List<ServerKind> grpc() {
		Path packages = this.settings.workFolder().resolve("npm").toAbsolutePath();
		return this.node
			.filter((_) -> Program.output("npm", "install", "--prefix", packages.toString(), "--no-audit", "--no-fund",
					"--ignore-scripts", "--no-package-lock", GRPC_JS, PROTO_LOADER)
				.isPresent())
			.map((program) -> new ServerKind(ServerKinds.GRPC_JS, List.of(Service.GRPC), this.settings.workFolder(),
					(ports) -> List.of("env", "NODE_PATH=" + packages.resolve("node_modules"), program,
							source("node/grpc-server.js"), String.valueOf(ports.get(Service.GRPC)),
							source("../main/proto/couplet/v1/transforms.proto"))))
			.stream()
			.toList();
	}

	private String source(String name) {
		return this.settings.sources().resolve(name).toString();
	}

	/**
	 * Returns all servers that can run here.
	 * @return the servers
	 */
	List<ServerKind> all() {
		return Stream.of(c(), twisted(), node()).flatMap(Optional::stream).toList();
	}

	/**
	 * Returns the platforms of the servers.
	 * @return the names, each with its version or a note that it is missing
	 */
	List<String> versions() {
		return List.of("gcc " + version(this.c.map(CServer::compiler)),
				"Twisted " + version(this.python.flatMap((program) -> Program.output(program, "-c", PYTHON_VERSIONS))),
				"Node.js " + version(this.node.flatMap((program) -> Program.output(program, "--version"))));
	}

	private static String version(Optional<String> version) {
		return version.orElse("not installed, its server left out");
	}

}
