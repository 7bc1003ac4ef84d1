package dev.couplet.log;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.status.OnFileStatusListener;
import ch.qos.logback.core.status.OnPrintStreamStatusListenerBase;
import ch.qos.logback.core.status.Status;
import ch.qos.logback.core.status.StatusListener;
import ch.qos.logback.core.status.StatusManager;

/**
 * Logs the warnings and errors of Logback itself, such as a file that cannot be written.
 * Listeners that print them to the console do so while they hold a lock that Logback
 * needs to stop; if nobody reads the console, the process would not end.
 */
final class StatusLogger implements StatusListener {

	private final Logger logger;

	private StatusLogger(Logger logger) {
		this.logger = logger;
	}

	/**
	 * Replaces all listeners of a logger context that print to the console.
	 * @param log the logger context
	 */
	static void replaceConsole(LoggerContext log) {
		StatusManager statuses = log.getStatusManager();
		statuses.getCopyOfStatusListenerList()
			.stream()
			.filter(OnPrintStreamStatusListenerBase.class::isInstance)
			.filter((listener) -> !(listener instanceof OnFileStatusListener))
			.forEach(statuses::remove);
		statuses.add(new StatusLogger(log.getLogger(StatusLogger.class)));
	}

	@Override
	public void addStatusEvent(Status status) {
		if (status.getLevel() >= Status.WARN) {
			this.logger.warn(status.getMessage(), status.getThrowable());
		}
	}

}
