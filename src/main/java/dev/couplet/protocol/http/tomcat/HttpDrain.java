package dev.couplet.protocol.http.tomcat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Drains HTTP when the server shuts down: nobody new is let in, and every request that
 * has begun to arrive is answered. Spring Boot's own graceful shutdown waits for those
 * that a servlet has, but not for a head on its way.
 */
@Component
final class HttpDrain implements SmartLifecycle {

	// with Spring Boot's own, and with the drain of the other listeners
	private static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 1024;

	/**
	 * How long there has to be no request. A client that is connected, or waits in the
	 * queue of the port, may be about to begin one: it cannot know yet.
	 */
	private static final Duration GRACE = Duration.ofMillis(500);

	private static final Duration INTERVAL = Duration.ofMillis(10);

	private final List<DeadlineProtocol> protocols = new CopyOnWriteArrayList<>();

	private volatile boolean running;

	/**
	 * Adds what is to be drained.
	 * @param protocol a protocol that is about to be started
	 */
	void add(DeadlineProtocol protocol) {
		this.protocols.add(protocol);
	}

	@Override
	public void start() {
		this.running = true;
	}

	@Override
	public void stop(Runnable callback) {
		this.protocols.forEach(DeadlineProtocol::pause);
		Thread.ofVirtual().name("http-drain").start(() -> {
			try {
				awaitQuiet();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			this.running = false;
			callback.run();
		});
	}

	private void awaitQuiet() throws InterruptedException {
		long quietSince = System.nanoTime();
		while (System.nanoTime() - quietSince < GRACE.toNanos()
				&& this.protocols.stream().anyMatch(DeadlineProtocol::hasClients)) {
			Thread.sleep(INTERVAL);
			if (this.protocols.stream().anyMatch(DeadlineProtocol::hasRequests)) {
				quietSince = System.nanoTime();
			}
		}
	}

	@Override
	public void stop() {
		stop(() -> {
		});
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	// a context that only rests keeps its web server, as Spring Boot has it
	@Override
	public boolean isPauseable() {
		return false;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

}
