package dev.couplet.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How many files, sockets above all, a process may have open. The servers inherit it from
 * this one.
 */
final class OpenFiles {

	/** What a process needs besides the connections. */
	private static final int OTHERS = 500;

	private OpenFiles() {
	}

	/**
	 * The limit that holds for this process.
	 * @return the soft limit of {@code ulimit -n}
	 * @throws IOException where Linux does not say
	 */
	static long limit() throws IOException {
		try (var lines = Files.lines(Path.of("/proc/self/limits"))) {
			return lines.filter((line) -> line.startsWith("Max open files"))
				.map((line) -> line.substring("Max open files".length()).strip().split("\\s+", -1)[0])
				.mapToLong((limit) -> limit.equals("unlimited") ? Long.MAX_VALUE : Long.parseLong(limit))
				.findFirst()
				.orElseThrow(() -> new IOException("/proc/self/limits has no line for open files"));
		}
	}

	static boolean allow(int connections) throws IOException {
		return limit() >= connections + OTHERS;
	}

}
