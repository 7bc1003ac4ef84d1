package dev.couplet.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Processes that consume processor time.
 */
final class BusyProcessors implements AutoCloseable {

	private final List<Process> loops = new ArrayList<>();

	BusyProcessors(int count) {
		try {
			for (int i = 0; i < count; i++) {
				this.loops.add(new ProcessBuilder("sh", "-c", "while :; do :; done").start());
			}
		}
		catch (IOException ex) {
			close();
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.loops.forEach((loop) -> loop.destroyForcibly().onExit().join());
	}

}
