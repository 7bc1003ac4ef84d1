package dev.couplet.log;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.status.OnFileStatusListener;
import ch.qos.logback.core.status.OnPrintStreamStatusListenerBase;
import ch.qos.logback.core.status.Status;
import ch.qos.logback.core.status.StatusListener;
import ch.qos.logback.core.status.StatusManager;

/**
 * Logs what Logback has to warn of, such as a file that cannot be written. Listeners that
 * print it to the console hold a lock meanwhile that Logback needs to stop, so that the
 * process would not end where nobody reads the console.
 */
final class StatusLogger implements StatusListener {

	private final Logger logger;

	private StatusLogger(Logger logger) {
		this.logger = logger;
	}

	/**
	 * Takes the place of all listeners of a log that print to the console.
	 * @param log the log
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
