package dev.couplet.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The server in C, compiled.
 *
 * @param program the executable
 * @param compiler the version of the compiler
 */
record CServer(Path program, String compiler) {

	/**
	 * Compiles it.
	 * @param settings where its source is, and where it goes
	 * @return the server; empty where there is no gcc
	 * @throws IOException where it does not compile
	 */
	static Optional<CServer> compile(Settings settings) throws IOException {
		Optional<String> version = Program.output("gcc", "-dumpfullversion");
		if (version.isEmpty()) {
			return Optional.empty();
		}
		Path source = settings.sources().resolve("c/netstring-server.c");
		Path program = settings.workFolder().resolve("netstring-server");
		Files.createDirectories(settings.workFolder());
		// -O2 of this gcc does not vectorize a loop over a text, and a JVM does
		if (Program.output("gcc", "-O3", "-Wall", "-o", program.toString(), source.toString()).isEmpty()) {
			throw new IOException("gcc does not compile " + source);
		}
		return Optional.of(new CServer(program, version.get()));
	}

}
