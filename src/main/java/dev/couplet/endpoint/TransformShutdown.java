package dev.couplet.endpoint;

import dev.couplet.transform.TransformService;

import org.springframework.context.SmartLifecycle;

/**
 * Stops the service after HTTP and the TCP listeners have had their time to answer what
 * had begun, and before they are closed: who still comes then is told that the server
 * shuts down. A bean that no other depends on, because Spring stops dependent beans
 * first.
 */
final class TransformShutdown implements SmartLifecycle {

	// after the graceful phase (- 1024) and before the web server's (- 2048)
	private static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 1536;

	private final TransformService service;

	private volatile boolean running;

	TransformShutdown(TransformService service) {
		this.service = service;
	}

	@Override
	public void start() {
		this.service.start();
		this.running = true;
	}

	@Override
	public void stop() {
		this.service.stop();
		this.running = false;
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
