package dev.couplet.tcp;

import java.util.ArrayList;
import java.util.List;

import io.netty.util.NetUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;

/**
 * Says in one line of the log where the server listens, once all of it does. HTTP is in
 * it too, though it is no listener of ours.
 */
final class StartLine implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(StartLine.class);

	private final Listeners listeners;

	private final Environment environment;

	private volatile boolean running;

	StartLine(Listeners listeners, Environment environment) {
		this.listeners = listeners;
		this.environment = environment;
	}

	@Override
	public void start() {
		List<String> places = new ArrayList<>();
		for (Listener listener : this.listeners.all()) {
			places.add(listener.place());
		}
		String http = this.environment.getProperty("local.server.port");
		if (http != null) {
			String address = this.environment.getProperty("server.address", "*");
			places.add("http on " + NetUtil.toSocketAddressString(address, Integer.parseInt(http)));
		}
		logger.info("Serving {}", String.join(", ", places));
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	// after everything that listens
	@Override
	public int getPhase() {
		return Integer.MAX_VALUE;
	}

}
