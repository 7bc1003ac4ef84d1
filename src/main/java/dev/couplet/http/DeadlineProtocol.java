package dev.couplet.http;

import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.jspecify.annotations.Nullable;

/**
 * HTTP over TCP and TLS, where a whole request has to arrive in time. Public because
 * Tomcat makes one by its name.
 */
public class DeadlineProtocol extends Http11NioProtocol {

	private final Endpoint endpoint;

	private @Nullable RequestDeadline deadline;

	public DeadlineProtocol() {
		this(new Endpoint());
	}

	private DeadlineProtocol(Endpoint endpoint) {
		super(endpoint);
		this.endpoint = endpoint;
	}

	/**
	 * Says how long a request may take to arrive. To be called before the first
	 * connection.
	 * @param deadline the deadline of each request, and of a handshake
	 */
	void boundRequests(RequestDeadline deadline) {
		this.deadline = deadline;
		this.endpoint.deadline = deadline;
	}

	@Override
	protected Processor createProcessor() {
		return (this.deadline != null) ? new DeadlineProcessor(this, this.deadline) : super.createProcessor();
	}

	private static final class Endpoint extends NioEndpoint {

		private @Nullable RequestDeadline deadline;

		@Override
		protected NioChannel createChannel(SocketBufferHandler buffer) {
			return (this.deadline != null && isSSLEnabled()) ? new DeadlineChannel(buffer, this, this.deadline)
					: super.createChannel(buffer);
		}

	}

}
