package dev.couplet.protocol.http.tomcat;

import java.io.IOException;
import java.util.concurrent.locks.LockSupport;

import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Yields to other requests between two requests of a connection. After an answer, Tomcat
 * checks at once whether the next request has arrived. After a yield it often has, and
 * the connection need not return to the poller, which is about a quarter of the cost of a
 * short request.
 *
 * <p>
 * A virtual thread that yields is queued on its carrier, which runs what the poller and
 * the acceptor submit only when that queue is empty. Connections that always have a next
 * request, as those that pipeline, would keep it filled and starve all others. So after a
 * few requests a connection waits instead, which takes it out of the queue.
 */
final class YieldingValve extends ValveBase {

	/**
	 * How many requests a connection may have served before it waits. With one, HTTP
	 * serves 0.9 as many requests; with four, the difference is noise.
	 */
	private static final int MAX_YIELDS = 4;

	private final Runnable yield;

	private final Runnable requeue;

	/**
	 * Creates a valve.
	 */
	YieldingValve() {
		this(Thread::yield, () -> LockSupport.parkNanos(1));
	}

	/**
	 * Creates a valve.
	 * @param yield lets threads run that are queued on the same carrier
	 * @param requeue lets threads run that were submitted by others
	 */
	YieldingValve(Runnable yield, Runnable requeue) {
		super(true);
		this.yield = yield;
		this.requeue = requeue;
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		getNext().invoke(request, response);
		// what is not sent yet must not wait for others
		if (response.isClosed()) {
			int served = DeadlineProcessor.of(request.getCoyoteRequest()).served();
			((served % MAX_YIELDS == 0) ? this.requeue : this.yield).run();
		}
	}

}
