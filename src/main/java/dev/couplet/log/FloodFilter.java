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
 * Rate-limits warnings and errors for each logger. Those over the limit in an interval
 * are counted, and at the end of the interval one line reports their number. The filter
 * runs before an event is created, so a suppressed event costs little.
 */
final class FloodFilter extends TurboFilter {

	private static final org.slf4j.Logger logger = LoggerFactory.getLogger(FloodFilter.class);

	private final int limit;

	private final Executor intervalEnd;

	private final Map<String, Burst> bursts = new ConcurrentHashMap<>();

	/**
	 * Creates a filter.
	 * @param limit the maximum number of warnings and errors of a logger in an interval
	 * @param interval the length of an interval
	 */
	FloodFilter(int limit, Duration interval) {
		this(limit, CompletableFuture.delayedExecutor(interval.toNanos(), TimeUnit.NANOSECONDS));
	}

	/**
	 * Creates a filter.
	 * @param limit the maximum number of warnings and errors of a logger in an interval
	 * @param intervalEnd runs a task at the end of an interval that starts now
	 */
	FloodFilter(int limit, Executor intervalEnd) {
		this.limit = limit;
		this.intervalEnd = intervalEnd;
	}

	@Override
	public FilterReply decide(@Nullable Marker marker, Logger source, Level level, @Nullable String format,
			Object @Nullable [] parameters, @Nullable Throwable failure) {
		// a call without a format only asks whether the level is enabled
		boolean counted = format != null && level.isGreaterOrEqual(Level.WARN)
				&& level.isGreaterOrEqual(source.getEffectiveLevel()) && !source.getName().equals(logger.getName());
		if (!counted || this.bursts.computeIfAbsent(source.getName(), Burst::new).admits()) {
			return FilterReply.NEUTRAL;
		}
		return FilterReply.DENY;
	}

	/**
	 * Reports the events that have been suppressed so far.
	 */
	@Override
	public void stop() {
		super.stop();
		this.bursts.values().forEach(Burst::end);
	}

	/**
	 * The current interval of a logger. It starts with the logger's first event.
	 */
	private final class Burst {

		private final String name;

		private long lines;

		private Burst(String name) {
			this.name = name;
		}

		private synchronized boolean admits() {
			if (this.lines == 0) {
				FloodFilter.this.intervalEnd.execute(this::end);
			}
			this.lines++;
			return this.lines <= FloodFilter.this.limit;
		}

		private void end() {
			long suppressed = endInterval();
			if (suppressed > 0) {
				logger.warn("Suppressed {} warnings and errors of {}", suppressed, this.name);
			}
		}

		private synchronized long endInterval() {
			long suppressed = this.lines - FloodFilter.this.limit;
			this.lines = 0;
			return suppressed;
		}

	}

}
