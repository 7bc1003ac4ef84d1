package dev.couplet.endpoint;

import org.springframework.context.SmartLifecycle;

/**
 * Starts and stops a part of the server in its {@link Phase}.
 *
 * <p>
 * No bean may depend on this one: Spring stops the dependents of a bean before the bean,
 * regardless of their phases.
 */
public final class PhasedLifecycle implements SmartLifecycle {

	private final Phase phase;

	private final Runnable start;

	private final Runnable stop;

	private volatile boolean running;

	/**
	 * Creates the lifecycle of a part.
	 * @param phase when to start and to stop
	 * @param start starts the part
	 * @param stop stops the part. It may block, because parts of the same phase stop in
	 * parallel
	 */
	public PhasedLifecycle(Phase phase, Runnable start, Runnable stop) {
		this.phase = phase;
		this.start = start;
		this.stop = stop;
	}

	@Override
	public void start() {
		this.start.run();
		this.running = true;
	}

	@Override
	public void stop(Runnable callback) {
		Thread.ofVirtual().name("stop-" + this.phase).start(() -> {
			try {
				stop();
			}
			finally {
				callback.run();
			}
		});
	}

	@Override
	public void stop() {
		this.stop.run();
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	// a paused context keeps its web server running, which therefore must not be drained
	@Override
	public boolean isPauseable() {
		return this.phase != Phase.DRAIN;
	}

	@Override
	public int getPhase() {
		return this.phase.value();
	}

}
