package dev.couplet.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Reads the resource usage of a process on Linux, from {@code proc_pid_stat(5)} and
 * {@code proc_pid_status(5)}.
 */
final class ProcessFigures {

	private static final int USER_TIME = 14;

	private static final int SYSTEM_TIME = 15;

	private static final long TICKS_A_SECOND = Program.output("getconf", "CLK_TCK").map(Long::parseLong).orElse(100L);

	private final Path directory;

	ProcessFigures(long pid) {
		this.directory = Path.of("/proc", Long.toString(pid));
	}

	/**
	 * Returns the processor time of the process so far, in user and in kernel mode.
	 * @return microseconds, with a resolution of a clock tick of 10 ms
	 * @throws IOException if the process has ended
	 */
	long cpuMicroseconds() throws IOException {
		String stat = Files.readString(this.directory.resolve("stat"));
		// the second field is a name in parentheses, which can contain spaces
		int third = stat.lastIndexOf(')') + 2;
		String[] fields = stat.substring(third).split(" ", -1);
		long ticks = Long.parseLong(fields[USER_TIME - 3]) + Long.parseLong(fields[SYSTEM_TIME - 3]);
		return ticks * TimeUnit.SECONDS.toMicros(1) / TICKS_A_SECOND;
	}

	/**
	 * Returns the resident memory of the process.
	 * @return bytes
	 * @throws IOException if the process has ended
	 */
	long residentBytes() throws IOException {
		try (var lines = Files.lines(this.directory.resolve("status"))) {
			return lines.filter((line) -> line.startsWith("VmRSS:"))
				.mapToLong((line) -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
				.findFirst()
				.orElseThrow(() -> new IOException("the process is gone: " + this.directory));
		}
	}

}
