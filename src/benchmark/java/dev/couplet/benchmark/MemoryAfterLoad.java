package dev.couplet.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The resident memory of a freshly started server after the same load for the same time:
 * every netstring workload, or HTTP for the same time for a server without netstrings.
 *
 * @param title the memory options of the JVM, if any
 * @param server the name of the server
 * @param bytes the memory
 * @param failed the number of failed exchanges
 */
record MemoryAfterLoad(String title, String server, long bytes, long failed) {

	/**
	 * Measures every server, and those on a JVM again with {@link JvmKinds#SMALL}.
	 * @param kinds the servers
	 * @param processors the processors to use
	 * @param settings the duration of each workload
	 * @return the results
	 * @throws IOException if a server does not start or has ended
	 */
	static List<MemoryAfterLoad> measure(ServerKinds kinds, Processors processors, Settings settings)
			throws IOException {
		Timing timing = settings.timing().halved();
		List<MemoryAfterLoad> memories = new ArrayList<>();
		for (ServerKind kind : processors.place(kinds.all())) {
			memories.add(measure("resident memory after load", kind, timing));
		}
		for (ServerKind kind : processors.place(new JvmKinds(settings, JvmKinds.SMALL).all())) {
			memories.add(measure("resident memory after load, JVM in 512 MB", kind, timing));
		}
		return memories;
	}

	private static MemoryAfterLoad measure(String title, ServerKind kind, Timing timing) throws IOException {
		List<Workload> workloads = kind.services().contains(Service.NETSTRING) ? Workload.NETSTRING
				: Collections.nCopies(Workload.NETSTRING.size(), Workload.HTTP);
		try (Server server = kind.start()) {
			long failures = 0;
			for (Workload workload : workloads) {
				failures += workload.load().run(server, timing.settle(), timing.window()).failed();
			}
			MemoryAfterLoad memory = new MemoryAfterLoad(title, kind.name(), server.residentBytes(), failures);
			Progress.show("%s: %s: %s".formatted(title, kind.name(), memory.summary()));
			return memory;
		}
	}

	/**
	 * Returns a short description.
	 * @return the memory, and failures if there were any
	 */
	String summary() {
		return Memory.megabytes(this.bytes) + " MB" + ((this.failed > 0) ? ", " + this.failed + " failed" : "");
	}

}
