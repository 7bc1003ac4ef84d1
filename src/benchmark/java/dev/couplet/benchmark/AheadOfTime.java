package dev.couplet.benchmark;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The server as the image has it: extracted, with an ahead-of-time cache that the image's
 * own script trains, and started with the image's options.
 */
final class AheadOfTime {

	static final String NAME = "Couplet with an AOT cache";

	private static final String CACHE = "couplet.aot";

	private AheadOfTime() {
	}

	/**
	 * Makes the cache.
	 * @param kinds the servers
	 * @param settings where the jar is
	 * @return the server that starts from it; empty where the JVM made none
	 * @throws IOException where a file of the image is missing
	 */
	static Optional<ServerKind> train(JvmKinds kinds, Settings settings) throws IOException {
		Path home = settings.workFolder().resolve("image");
		Path javaFolder = Path.of(System.getProperty("java.home"), "bin");
		Files.createDirectories(home.resolve("bin"));
		Files.deleteIfExists(home.resolve(CACHE));
		Program.output(javaFolder.resolve("java").toString(), "-Djarmode=tools", "-jar", settings.jar().toString(),
				"extract", "--force", "--destination", home.toString());
		for (String script : List.of("train", "healthcheck")) {
			// with its permissions
			Files.copy(settings.sources().resolveSibling("main/docker").resolve(script),
					home.resolve("bin").resolve(script), StandardCopyOption.REPLACE_EXISTING,
					StandardCopyOption.COPY_ATTRIBUTES);
		}
		runScript(home, javaFolder);
		return Files.exists(home.resolve(CACHE))
				? Optional.of(kinds.couplet(NAME, home, List.of("-XX:AOTCache=" + CACHE, "-jar", "couplet.jar")))
				: Optional.empty();
	}

	private static void runScript(Path home, Path javaFolder) throws IOException {
		ProcessBuilder training = new ProcessBuilder("bin/train", CACHE).directory(home.toFile())
			.redirectErrorStream(true)
			.redirectOutput(home.resolve("training.log").toFile());
		Map<String, String> environment = training.environment();
		environment.put("PATH", javaFolder + File.pathSeparator + environment.get("PATH"));
		try (ServerSocket http = new ServerSocket(0);
				ServerSocket netstring = new ServerSocket(0);
				ServerSocket socketmap = new ServerSocket(0);
				ServerSocket poem = new ServerSocket(0)) {
			environment.put("SERVER_PORT", "" + http.getLocalPort());
			environment.put("COUPLET_NETSTRING_PORT", "" + netstring.getLocalPort());
			environment.put("COUPLET_SOCKETMAP_PORT", "" + socketmap.getLocalPort());
			environment.put("COUPLET_POETRY_SERVERS_0_PORT", "" + poem.getLocalPort());
		}
		try {
			training.start().waitFor();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
