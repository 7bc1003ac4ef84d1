package dev.couplet.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The limit of open files, which includes sockets. The servers inherit it from this
 * process.
 */
final class OpenFiles {

	/** The open files of a process in addition to connections. */
	private static final int OTHERS = 500;

	private OpenFiles() {
	}

	/**
	 * Returns the limit of this process.
	 * @return the soft limit of {@code ulimit -n}
	 * @throws IOException if the limit cannot be determined
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
