package dev.couplet.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.netty.util.Version;

/**
 * The servers that are compared.
 */
final class ServerKinds {

	static final String COUPLET = "Couplet";

	/** Couplet from another jar. */
	static final String BEFORE = "before";

	/** Netty with a decoder and a handler. */
	static final String NETTY = "Netty";

	/** A minimal Java server for netstrings. */
	static final String JAVA_FLOOR = "Java floor";

	/** The fastest server, which shows the limit of this machine. */
	static final String C_FLOOR = "C floor";

	/** The tutorial's server with Twisted. */
	static final String TWISTED = "Twisted";

	/** The transform over HTTP with Node.js. */
	static final String NODE = "Node";

	/** A bare server of grpc-java. */
	static final String GRPC_JAVA = "grpc-java";

	/** A server of gRPC with Node.js. */
	static final String GRPC_JS = "grpc-js";

	private final JvmKinds jvm;

	private final NativeKinds others;

	ServerKinds(Settings settings) throws IOException {
		this.jvm = new JvmKinds(settings, List.of());
		this.others = new NativeKinds(settings);
	}

	/**
	 * Returns all servers that can run here, in order.
	 * @return the servers
	 */
	List<ServerKind> all() {
		return Stream.concat(this.jvm.all().stream(), this.others.all().stream()).toList();
	}

	/**
	 * Returns the servers with gRPC.
	 * @return the servers
	 */
	List<ServerKind> grpc() {
		return Stream.concat(this.jvm.grpc().stream(), this.others.grpc().stream()).toList();
	}

	/**
	 * Returns the servers with netstrings.
	 * @return the servers
	 */
	List<ServerKind> netstring() {
		return all().stream().filter((kind) -> kind.services().contains(Service.NETSTRING)).toList();
	}

	/**
	 * Returns the servers that run on a JVM.
	 * @return the servers
	 */
	JvmKinds jvm() {
		return this.jvm;
	}

	/**
	 * Returns the platforms of the servers.
	 * @return names with versions
	 */
	String versions() {
		List<String> versions = new ArrayList<>(
				List.of("JDK " + System.getProperty("java.runtime.version"), "Netty " + nettyVersion()));
		versions.addAll(this.others.versions());
		return String.join("; ", versions);
	}

	private static String nettyVersion() {
		return Optional.ofNullable(Version.identify().get("netty-common")).map(Version::artifactVersion).orElse("?");
	}

}
