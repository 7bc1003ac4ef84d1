package dev.couplet.tcp;

import io.netty.channel.SelectStrategy;
import io.netty.util.IntSupplier;

/**
 * Polls a few times before the event loop blocks. Waking a blocked thread costs the
 * sender microseconds, and on the same machine the sender is the client. Under load the
 * next request arrives during these polls, which take about 20 microseconds in total.
 * With a single processor there is no polling, because other threads need it.
 */
final class SpinningSelectStrategy implements SelectStrategy {

	private static final int POLLS = (Runtime.getRuntime().availableProcessors() > 1) ? 50 : 0;

	@Override
	public int calculateStrategy(IntSupplier selectSupplier, boolean hasTasks) throws Exception {
		if (hasTasks) {
			return selectSupplier.get();
		}
		for (int i = 0; i < POLLS; i++) {
			int ready = selectSupplier.get();
			if (ready > 0) {
				return ready;
			}
		}
		return SELECT;
	}

}
