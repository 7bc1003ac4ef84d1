package dev.couplet.log;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * Lets only so many warnings and errors of a logger through in an interval, and counts
 * the rest. At the end of an interval in which something was left out, a line says how
 * much. Before the log is written, so what is left out costs next to nothing.
 */
final class FloodFilter extends TurboFilter {

	private static final org.slf4j.Logger logger = LoggerFactory.getLogger(FloodFilter.class);

	private final int most;

	private final Executor later;

	private final Map<String, Burst> bursts = new ConcurrentHashMap<>();

	/**
	 * Makes a filter.
	 * @param most the most warnings and errors that a logger writes within an interval
	 * @param interval the interval
	 */
	FloodFilter(int most, Duration interval) {
		this(most, CompletableFuture.delayedExecutor(interval.toNanos(), TimeUnit.NANOSECONDS));
	}

	/**
	 * Makes a filter.
	 * @param most the most warnings and errors that a logger writes within an interval
	 * @param later runs what it is given at the end of an interval that begins now
	 */
	FloodFilter(int most, Executor later) {
		this.most = most;
		this.later = later;
	}

	@Override
	public FilterReply decide(@Nullable Marker marker, Logger source, Level level, @Nullable String format,
			Object @Nullable [] parameters, @Nullable Throwable failure) {
		// without a format it is only asked whether the level is on
		boolean counts = format != null && level.isGreaterOrEqual(Level.WARN)
				&& level.isGreaterOrEqual(source.getEffectiveLevel()) && !source.getName().equals(logger.getName());
		if (!counts || this.bursts.computeIfAbsent(source.getName(), Burst::new).admits()) {
			return FilterReply.NEUTRAL;
		}
		return FilterReply.DENY;
	}

	/**
	 * Tells at once what has been left out so far.
	 */
	@Override
	public void stop() {
		super.stop();
		this.bursts.values().forEach(Burst::end);
	}

	/**
	 * What one logger writes within an interval, which begins with its first line.
	 */
	private final class Burst {

		private final String name;

		private long lines;

		private Burst(String name) {
			this.name = name;
		}

		private synchronized boolean admits() {
			if (this.lines == 0) {
				FloodFilter.this.later.execute(this::end);
			}
			this.lines++;
			return this.lines <= FloodFilter.this.most;
		}

		private void end() {
			long leftOut = endInterval();
			if (leftOut > 0) {
				logger.warn("Left out {} warnings and errors of {}", leftOut, this.name);
			}
		}

		private synchronized long endInterval() {
			long leftOut = this.lines - FloodFilter.this.most;
			this.lines = 0;
			return leftOut;
		}

	}

}
