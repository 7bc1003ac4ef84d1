package dev.couplet.log;

import java.time.Duration;
import java.util.function.Supplier;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;

/**
 * Writes through another appender asynchronously, in order, so that no thread that logs
 * waits for a terminal, a pipe or a disk. Events that arrive while the queue is full are
 * dropped and counted, and a line in their place reports the number.
 */
final class QueuedAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {

	static final int CAPACITY = 1000;

	private final Appender<ILoggingEvent> target;

	private final Duration flushTimeout;

	private final EventQueue events = new EventQueue(CAPACITY);

	private final Thread writer = Thread.ofPlatform().daemon().name("log").unstarted(this::write);

	/**
	 * Creates an appender, which must be started.
	 * @param target the appender to write to; it is owned by this appender from now on
	 * @param flushTimeout how long {@link #stop()} waits for queued events to be written
	 */
	QueuedAppender(Appender<ILoggingEvent> target, Duration flushTimeout) {
		this.target = target;
		this.flushTimeout = flushTimeout;
		setContext(target.getContext());
		setName(target.getName());
	}

	@Override
	public void start() {
		super.start();
		this.writer.start();
	}

	@Override
	protected void append(ILoggingEvent event) {
		// captures the message, thread name and MDC
		event.prepareForDeferredProcessing();
		this.events.add(event);
	}

	/**
	 * Waits until all events have been written, up to the timeout.
	 */
	@Override
	public void stop() {
		this.events.close();
		try {
			this.writer.join(this.flushTimeout);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		super.stop();
	}

	/**
	 * Returns how many events have been dropped.
	 * @return the number of events
	 */
	long dropped() {
		return this.events.dropped();
	}

	private void write() {
		for (ILoggingEvent event = this.events.take(); event != null; event = this.events.take()) {
			ILoggingEvent next = event;
			write(() -> next);
			long dropped = this.events.endGap();
			if (dropped > 0) {
				write(() -> gap(dropped));
			}
		}
		this.target.stop();
	}

	private void write(Supplier<ILoggingEvent> event) {
		try {
			this.target.doAppend(event.get());
		}
		catch (Throwable ex) {
			// such as an OutOfMemoryError; the thread must survive to write later events
			this.events.drop();
		}
	}

	private ILoggingEvent gap(long dropped) {
		Logger logger = ((LoggerContext) getContext()).getLogger(QueuedAppender.class);
		return new LoggingEvent(QueuedAppender.class.getName(), logger, Level.WARN,
				"Dropped {} events that arrived faster than the log could be written", null, new Object[] { dropped });
	}

}
