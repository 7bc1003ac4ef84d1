package dev.couplet.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The resident memory of a server that was started for it, at the end of the same load
 * for the same time: every netstring workload in turn, or for a server without netstrings
 * as long of HTTP.
 *
 * @param title what its JVM, if it has one, was told of memory
 * @param server its name
 * @param bytes the memory
 * @param failed how many exchanges failed
 */
record MemoryAfterLoad(String title, String server, long bytes, long failed) {

	/**
	 * Starts and loads every server, and those on a JVM once more, with
	 * {@link JvmKinds#SMALL}.
	 * @param kinds the servers
	 * @param processors where they run
	 * @param settings how long each workload runs
	 * @return the figures
	 * @throws IOException where one does not start, or is gone
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
	 * In a few words.
	 * @return the memory, and failures where there were any
	 */
	String summary() {
		return Memory.megabytes(this.bytes) + " MB" + ((this.failed > 0) ? ", " + this.failed + " failed" : "");
	}

}
