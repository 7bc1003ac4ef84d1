package dev.couplet.protocol.http.tomcat;

import java.time.Duration;

import dev.couplet.endpoint.FailedRequests;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for cases of {@link DeadlineSocket} that a client cannot provoke reliably. Other
 * cases are tested over sockets.
 */
class DeadlineSocketTests {

	/**
	 * An exception would end the poller, and no further HTTP request would be served.
	 */
	@Test
	void aClosedConnectionDoesNotFailThePoller() {
		NioChannel closed = new NioChannel(new SocketBufferHandler(8, 8, false));
		DeadlineSocket connection = new DeadlineSocket(closed, new DeadlineEndpoint(), new RequestTimeouts(
				Duration.ofSeconds(1), () -> 1000, new FailedRequests("test", new SimpleMeterRegistry())));
		connection.setReadTimeout(-1);
		assertThat(connection.getLastRead()).isLessThanOrEqualTo(System.currentTimeMillis());
		assertThat(connection.hasUnread()).isFalse();
		BlockingLingeringClose.prepare(closed);
	}

}
