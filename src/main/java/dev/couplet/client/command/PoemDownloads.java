package dev.couplet.client.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;

import dev.couplet.client.PoemClient;
import dev.couplet.client.ServerAddress;
import dev.couplet.client.TransformClient;
import org.jspecify.annotations.Nullable;

/**
 * Downloads poems, each on its own thread, and transforms them.
 */
final class PoemDownloads {

	private final PoemClient poemClient;

	private final TransformClient transformClient;

	private final @Nullable String recipe;

	private final AtomicLong bytesArrived = new AtomicLong();

	PoemDownloads(PoemClient poemClient, TransformClient transformClient, @Nullable String recipe) {
		this.poemClient = poemClient;
		this.transformClient = transformClient;
		this.recipe = recipe;
	}

	/**
	 * Returns the number of bytes of all poems received so far.
	 * @return the number of bytes
	 */
	long bytesArrived() {
		return this.bytesArrived.get();
	}

	/**
	 * Starts the downloads from all servers.
	 * @param servers the servers
	 * @return the outcome of each download, in the order of the servers
	 */
	List<Future<PoemOutcome>> start(List<ServerAddress> servers) {
		return servers.stream().map(this::start).toList();
	}

	private Future<PoemOutcome> start(ServerAddress server) {
		FutureTask<PoemOutcome> download = new FutureTask<>(() -> get(server));
		// not a virtual thread: at exit, the JVM would wait 300 ms for the poller of
		// virtual threads
		Thread.ofPlatform().daemon().start(download);
		return download;
	}

	private PoemOutcome get(ServerAddress server) {
		byte[] poem;
		try {
			poem = this.poemClient.download(server, this.bytesArrived::addAndGet).getBytes(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			return new PoemOutcome(null, Console.describe(ex));
		}
		return (this.recipe != null) ? transform(poem, this.recipe, server) : new PoemOutcome(poem, null);
	}

	private PoemOutcome transform(byte[] poem, String recipe, ServerAddress server) {
		try {
			return new PoemOutcome(this.transformClient.transform(recipe, poem), null);
		}
		catch (IOException ex) {
			return new PoemOutcome(poem, "the poem from " + server + " is not transformed: " + Console.describe(ex));
		}
	}

}
