package dev.couplet.tcp;

import org.springframework.context.SmartLifecycle;

/**
 * Drains all listeners together when the server shuts down: they stop accepting, and what
 * has begun gets its reply.
 *
 * <p>
 * A bean that no other depends on. Spring stops the beans that depend on one before that
 * one, whatever their phases say: gateways that depended on this would be stopped, and
 * their connections closed, before there was a drain.
 */
final class ListenerDrain implements SmartLifecycle {

	// with HTTP's own graceful shutdown, and before the gateways are stopped
	private static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 1024;

	private final Listeners listeners;

	private volatile boolean running;

	ListenerDrain(Listeners listeners) {
		this.listeners = listeners;
	}

	@Override
	public void start() {
		this.running = true;
	}

	@Override
	public void stop(Runnable callback) {
		this.listeners.all().forEach(Listener::beginDrain);
		Thread.ofVirtual().name("drain").start(() -> {
			try {
				for (Listener listener : this.listeners.all()) {
					listener.awaitDrain();
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			this.running = false;
			callback.run();
		});
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

	@Override
	public int getPhase() {
		return PHASE;
	}

}
