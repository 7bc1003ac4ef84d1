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

	/** Ours, as another jar has it. */
	static final String BEFORE = "before";

	/** Netty, and a decoder and a handler. */
	static final String NETTY = "Netty";

	/** The least Java server that frames netstrings. */
	static final String JAVA_FLOOR = "Java floor";

	/** The fastest server, which says what this machine can do. */
	static final String C_FLOOR = "C floor";

	/** The tutorial's server, in Twisted. */
	static final String TWISTED = "Twisted";

	/** The transform over HTTP, in Node.js. */
	static final String NODE = "Node";

	private final JvmKinds jvm;

	private final NativeKinds others;

	ServerKinds(Settings settings) throws IOException {
		this.jvm = new JvmKinds(settings, List.of());
		this.others = new NativeKinds(settings);
	}

	/**
	 * All that can run here, in the order of their turns.
	 * @return the servers
	 */
	List<ServerKind> all() {
		return Stream.concat(this.jvm.all().stream(), this.others.all().stream()).toList();
	}

	/**
	 * Those of them that frame netstrings.
	 * @return the servers
	 */
	List<ServerKind> netstring() {
		return all().stream().filter((kind) -> kind.services().contains(Service.NETSTRING)).toList();
	}

	/**
	 * Those that run on a JVM.
	 * @return the servers
	 */
	JvmKinds jvm() {
		return this.jvm;
	}

	/**
	 * What the servers run on.
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
