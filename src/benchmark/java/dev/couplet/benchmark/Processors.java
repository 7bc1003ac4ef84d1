package dev.couplet.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which processors of this machine the servers may use, and which the load, as
 * {@code taskset(1)} sets them.
 *
 * @param title as the tables show it
 * @param servers a list like {@code 0-1} or {@code 0,2}
 * @param load the same
 */
record Processors(String title, String servers, String load) {

	private static final String ALLOWED = "Cpus_allowed_list:";

	/**
	 * The passes of a run. A server on one processor has the first that this process may
	 * use, and the load has the last: a runtime that counts its processors then sees one,
	 * and the load takes nothing from it.
	 * @param choice {@code all}, {@code 1}, or {@code both}
	 * @return one or two; without the one processor where this process may use no other
	 * @throws IOException where Linux does not say what this process may use
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
	 * Tells whether a server and the load share processors.
	 * @return false where each has its own
	 */
	boolean shared() {
		return this.servers.equals(this.load);
	}

	/**
	 * The same servers on these processors.
	 * @param kinds the servers
	 * @return the kinds that start there
	 */
	List<ServerKind> place(List<ServerKind> kinds) {
		return kinds.stream().map(this::place).toList();
	}

	private ServerKind place(ServerKind kind) {
		return new ServerKind(kind.name(), kind.services(), kind.directory(), (ports) -> {
			// becomes the server: the process that is measured and stopped is the
			// server's
			List<String> command = new ArrayList<>(List.of("taskset", "-c", this.servers));
			command.addAll(kind.command().apply(ports));
			return command;
		});
	}

	/**
	 * Moves this process, which is the load.
	 * @throws IOException where there is no {@code taskset}
	 */
	void moveLoad() throws IOException {
		String pid = Long.toString(ProcessHandle.current().pid());
		if (Program.output("taskset", "-a", "-c", "-p", this.load, pid).isEmpty()) {
			throw new IOException("taskset (util-linux) is missing, or fails");
		}
	}

}
