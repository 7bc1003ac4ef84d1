package dev.couplet.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The server with an ahead-of-time cache, made as the image makes it: extracted, started
 * once, called, and stopped.
 */
final class AheadOfTime {

	static final String NAME = "Couplet with an AOT cache";

	private static final int TRAINING_CALLS = 20;

	private AheadOfTime() {
	}

	/**
	 * Makes the cache.
	 * @param kinds the servers
	 * @param settings where the jar is
	 * @return the server that starts from it; empty where the JVM made none
	 * @throws IOException where the server does not start
	 */
	static Optional<ServerKind> train(ServerKinds kinds, Settings settings) throws IOException {
		Path folder = settings.workFolder().resolve("extracted");
		Path jar = folder.resolve("couplet.jar");
		Path cache = folder.resolve("couplet.aot");
		Files.deleteIfExists(cache);
		String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
		Program.output(java, "-Djarmode=tools", "-jar", settings.jar().toString(), "extract", "--force",
				"--destination", folder.toString());
		if (!Files.exists(jar)) {
			return Optional.empty();
		}
		ServerKind training = kinds.couplet("training", List.of("-XX:AOTCacheOutput=" + cache, "-jar", jar.toString()));
		try (Server server = training.start()) {
			for (int i = 0; i < TRAINING_CALLS; i++) {
				Call.isAnswered(server.address(Service.NETSTRING), Exchange.oneShot(Exchange.POEM));
				Call.isAnswered(server.address(Service.HTTP), Exchange.http(Exchange.POEM));
			}
		}
		return Files.exists(cache)
				? Optional.of(kinds.couplet(NAME, List.of("-XX:AOTCache=" + cache, "-jar", jar.toString())))
				: Optional.empty();
	}

}
