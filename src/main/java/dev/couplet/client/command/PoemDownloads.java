package dev.couplet.client.command;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;

import dev.couplet.client.PoemClient;
import dev.couplet.client.ServerAddress;
import dev.couplet.client.TransformClient;
import org.jspecify.annotations.Nullable;

/**
 * Gets poems, each on a thread of its own.
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
	 * How much of all the poems has arrived by now.
	 * @return bytes
	 */
	long bytesArrived() {
		return this.bytesArrived.get();
	}

	/**
	 * Begins to download from all servers at once.
	 * @param servers the servers
	 * @return what will become of each, in the same order
	 */
	List<Future<PoemOutcome>> start(List<ServerAddress> servers) {
		return servers.stream().map(this::start).toList();
	}

	private Future<PoemOutcome> start(ServerAddress server) {
		FutureTask<PoemOutcome> download = new FutureTask<>(() -> get(server));
		// no virtual one: the JVM's end would wait 300 ms for the thread that polls for
		// them
		Thread.ofPlatform().daemon().start(download);
		return download;
	}

	private PoemOutcome get(ServerAddress server) {
		String poem;
		try {
			poem = this.poemClient.download(server, this.bytesArrived::addAndGet);
		}
		catch (IOException ex) {
			return new PoemOutcome(null, Console.describe(ex));
		}
		return (this.recipe != null) ? transformed(poem, this.recipe, server) : new PoemOutcome(poem, null);
	}

	private PoemOutcome transformed(String poem, String recipe, ServerAddress server) {
		try {
			return new PoemOutcome(this.transformClient.transform(recipe, poem), null);
		}
		catch (IOException ex) {
			return new PoemOutcome(poem, "the poem of " + server + " comes as it is: " + Console.describe(ex));
		}
	}

}
