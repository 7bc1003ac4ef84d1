package dev.couplet.soak;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;

/**
 * All clients. Each connects repeatedly, with pauses: the aim is to find leaks, not to
 * saturate the server.
 */
final class Crowd implements AutoCloseable {

	private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();

	private final Tally tally;

	private volatile boolean open = true;

	Crowd(Tally tally) {
		this.tally = tally;
	}

	/**
	 * Starts all clients.
	 * @param server the server
	 * @param latencies records the latencies of good requests
	 */
	void enter(SoakServer server, Latencies latencies) {
		GoodVisits good = new GoodVisits(server, latencies);
		BadVisits bad = new BadVisits(server);
		GrpcVisits grpc = new GrpcVisits(server, latencies);
		enter("netstring", 6, Duration.ofMillis(10), good::oneShot);
		enter("netstring, gzip and gunzip", 2, Duration.ofMillis(50), good::compression);
		enter("socketmap session", 4, Duration.ofMillis(100), good::session);
		enter("http keep-alive", 4, Duration.ofMillis(10), good::http);
		enter("mcp", 2, Duration.ofMillis(20), good::mcp);
		enter("grpc", 2, Duration.ofMillis(100), grpc::unary);
		enter("grpc stream", 2, Duration.ofMillis(100), grpc::stream);
		enter("poem", 2, Duration.ofMillis(200), good::poem);
		enter("slow poem, slow reader", 4, Duration.ofMillis(50), good::slowPoem);
		enter("malformed netstring", 2, Duration.ofMillis(20), bad::malformedNetstring);
		enter("malformed http", 2, Duration.ofMillis(20), bad::malformedHttp);
		enter("refused request", 2, Duration.ofMillis(20), bad::refused);
		enter("reset in a request", 2, Duration.ofMillis(20), bad::resetInRequest);
		enter("reset in a poem", 2, Duration.ofMillis(50), bad::resetInPoem);
		enter("half-open and idle", 10, Duration.ofMillis(500), bad::idle);
		enter("drip", 6, Duration.ofMillis(500), bad::drip);
		enter("never reads", 2, Duration.ofMillis(500), bad::neverReads);
		enter("oversized", 2, Duration.ofMillis(100), bad::oversized);
		enter("oversized http", 2, Duration.ofMillis(200), bad::oversizedHttp);
		enter("malformed mcp", 2, Duration.ofMillis(50), bad::malformedMcp);
		enter("malformed grpc", 2, Duration.ofMillis(50), bad::malformedGrpc);
		enter("refused grpc", 2, Duration.ofMillis(100), grpc::refused);
		enter("cancelled grpc", 2, Duration.ofMillis(100), grpc::cancelled);
		enter("overdue grpc", 2, Duration.ofMillis(100), grpc::overdue);
		enter("oversized grpc", 2, Duration.ofMillis(200), grpc::oversized);
		enter("grpc, never reads", 2, Duration.ofMillis(500), grpc::neverReads);
	}

	private void enter(String kind, int count, Duration pause, Visit visit) {
		for (int i = 0; i < count; i++) {
			this.clients.execute(() -> comeAgain(kind, pause, visit));
		}
	}

	private void comeAgain(String kind, Duration pause, Visit visit) {
		try {
			while (this.open) {
				// spreads the clients of a kind
				Thread.sleep(Duration.ofNanos(ThreadLocalRandom.current().nextLong(2 * pause.toNanos())));
				come(kind, visit);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void come(String kind, Visit visit) throws InterruptedException {
		try {
			visit.make();
			this.tally.visited(kind);
		}
		catch (IOException | RuntimeException ex) {
			if (this.open) {
				this.tally.complained(kind, ex.toString());
			}
		}
	}

	@Override
	public void close() {
		this.open = false;
		this.clients.shutdownNow();
		this.clients.close();
	}

}
