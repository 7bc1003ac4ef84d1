package dev.couplet.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The processors that the servers and the load use, as set by {@code taskset(1)}.
 *
 * @param title the name in tables
 * @param servers the processors of the servers, such as {@code 0-1} or {@code 0,2}
 * @param load the processors of the load
 */
record Processors(String title, String servers, String load) {

	private static final String ALLOWED = "Cpus_allowed_list:";

	/**
	 * Returns the passes of a run. With one processor, the server uses the first one that
	 * this process may use, and the load uses the last, so that a runtime counts one
	 * processor, which it need not share with the load.
	 * @param choice {@code all}, {@code 1}, or {@code both}
	 * @return one or two passes; without the pass on one processor if this process may
	 * use only one
	 * @throws IOException if the processors cannot be determined
	 */
	static List<Processors> passes(String choice) throws IOException {
		String allowed = allowed();
		Processors all = new Processors("all processors", allowed, allowed);
		List<Integer> single = numbers(allowed);
		List<Processors> one = (single.size() > 1)
				? List.of(new Processors("one processor", single.getFirst().toString(), single.getLast().toString()))
				: List.of();
		return switch (choice) {
			case "all" -> List.of(all);
			case "both" -> Stream.concat(Stream.of(all), one.stream()).toList();
			case "1" -> {
				if (one.isEmpty()) {
					throw new IllegalArgumentException("benchmark.processors=1 needs another processor for the load");
				}
				yield one;
			}
			default -> throw new IllegalArgumentException("benchmark.processors is all, 1, or both");
		};
	}

	private static String allowed() throws IOException {
		try (var lines = Files.lines(Path.of("/proc/self/status"))) {
			return lines.filter((line) -> line.startsWith(ALLOWED))
				.map((line) -> line.substring(ALLOWED.length()).strip())
				.findFirst()
				.orElseThrow(() -> new IOException("/proc/self/status has no line for processors"));
		}
	}

	private static List<Integer> numbers(String list) {
		return Stream.of(list.split(",", -1)).flatMap((range) -> {
			String[] ends = range.split("-", 2);
			return IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1])).boxed();
		}).toList();
	}

	/**
	 * Returns whether a server and the load share processors.
	 * @return false if each has its own
	 */
	boolean shared() {
		return this.servers.equals(this.load);
	}

	/**
	 * Restricts servers to these processors.
	 * @param kinds the servers
	 * @return the restricted servers
	 */
	List<ServerKind> place(List<ServerKind> kinds) {
		return kinds.stream().map(this::place).toList();
	}

	private ServerKind place(ServerKind kind) {
		return new ServerKind(kind.name(), kind.services(), kind.directory(), (ports) -> {
			// exec, so that the process that is measured and stopped is the server
			List<String> command = new ArrayList<>(List.of("taskset", "-c", this.servers));
			command.addAll(kind.command().apply(ports));
			return command;
		});
	}

	/**
	 * Restricts this process, which generates the load, to its processors.
	 * @throws IOException if {@code taskset} is not installed
	 */
	void moveLoad() throws IOException {
		String pid = Long.toString(ProcessHandle.current().pid());
		if (Program.output("taskset", "-a", "-c", "-p", this.load, pid).isEmpty()) {
			throw new IOException("taskset (util-linux) is missing, or fails");
		}
	}

}
