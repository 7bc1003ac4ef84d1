package dev.couplet.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Where and when results were measured.
 */
final class Machine {

	private Machine() {
	}

	/**
	 * Describes this machine and the servers.
	 * @param kinds the servers
	 * @return one paragraph
	 * @throws IOException if the processors cannot be determined
	 */
	static String describe(ServerKinds kinds) throws IOException {
		return "%s; %s, %d cores, %d GB; Linux %s; %s.".formatted(LocalDate.now(ZoneOffset.UTC), processor(),
				Runtime.getRuntime().availableProcessors(), memoryGigabytes(), System.getProperty("os.version"),
				kinds.versions());
	}

	private static String processor() throws IOException {
		return value("/proc/cpuinfo", "model name", System.getProperty("os.arch"));
	}

	private static long memoryGigabytes() throws IOException {
		String kilobytes = value("/proc/meminfo", "MemTotal", "0").replaceAll("[^0-9]", "");
		return Math.round(Long.parseLong(kilobytes) / (1024.0 * 1024.0));
	}

	private static String value(String file, String name, String otherwise) throws IOException {
		try (var lines = Files.lines(Path.of(file))) {
			return lines.filter((line) -> line.startsWith(name))
				.map((line) -> line.substring(line.indexOf(':') + 1).strip())
				.findFirst()
				.orElse(otherwise);
		}
	}

}
