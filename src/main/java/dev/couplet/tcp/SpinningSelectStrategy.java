package dev.couplet.tcp;

import io.netty.channel.SelectStrategy;
import io.netty.util.IntSupplier;

/**
 * Polls a few times before the event loop goes to sleep. To wake a sleeping thread costs
 * whoever sends to it microseconds, and on the same machine that is the client. Under
 * load the next request comes within these polls, some 20 microseconds in all. A single
 * processor has something better to do meanwhile.
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
