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
 * Has another appender write on a thread of its own, in the same order, so that nobody
 * who logs waits for a terminal, a pipe or a disk. What comes while the queue between
 * them is full is dropped and counted, and a line in its place says how much it was.
 */
final class QueuedAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {

	static final int CAPACITY = 1000;

	private final Appender<ILoggingEvent> target;

	private final Duration flushTimeout;

	private final EventQueue events = new EventQueue(CAPACITY);

	private final Thread writer = Thread.ofPlatform().daemon().name("log").unstarted(this::write);

	/**
	 * Makes an appender, to be started.
	 * @param target writes; belongs to this appender from now on
	 * @param flushTimeout how long the stop waits for everything to be written
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
		// the message, thread and MDC as they are now
		event.prepareForDeferredProcessing();
		this.events.add(event);
	}

	/**
	 * Waits until everything is written, or the timeout is over.
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
	 * Counts what is missing in the log.
	 * @return how many events were dropped so far
	 */
	long dropped() {
		return this.events.dropped();
	}

	private void write() {
		for (ILoggingEvent event = this.events.take(); event != null; event = this.events.take()) {
			ILoggingEvent next = event;
			write(() -> next);
			long missing = this.events.endGap();
			if (missing > 0) {
				write(() -> gap(missing));
			}
		}
		this.target.stop();
	}

	private void write(Supplier<ILoggingEvent> event) {
		try {
			this.target.doAppend(event.get());
		}
		catch (Throwable ex) {
			// such as that memory has run out: the thread stays, for the events to come
			this.events.drop();
		}
	}

	private ILoggingEvent gap(long missing) {
		Logger logger = ((LoggerContext) getContext()).getLogger(QueuedAppender.class);
		return new LoggingEvent(QueuedAppender.class.getName(), logger, Level.WARN,
				"Left out {} events that came faster than the log could be written", null, new Object[] { missing });
	}

}
