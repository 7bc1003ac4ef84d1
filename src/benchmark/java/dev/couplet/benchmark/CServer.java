package dev.couplet.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The compiled server in C.
 *
 * @param program the executable
 * @param compiler the version of the compiler
 */
record CServer(Path program, String compiler) {

	/**
	 * Compiles the server.
	 * @param settings the settings, with the paths of the source and the executable
	 * @return the server; empty if gcc is not installed
	 * @throws IOException if the compilation fails
	 */
	static Optional<CServer> compile(Settings settings) throws IOException {
		Optional<String> version = Program.output("gcc", "-dumpfullversion");
		if (version.isEmpty()) {
			return Optional.empty();
		}
		Path source = settings.sources().resolve("c/netstring-server.c");
		Path program = settings.workFolder().resolve("netstring-server");
		Files.createDirectories(settings.workFolder());
		// with -O2 this gcc does not vectorize the loop over a text, as a JVM does
		if (Program.output("gcc", "-O3", "-Wall", "-o", program.toString(), source.toString()).isEmpty()) {
			throw new IOException("gcc does not compile " + source);
		}
		return Optional.of(new CServer(program, version.get()));
	}

}
