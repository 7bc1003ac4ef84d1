package dev.couplet.protocol.http.tomcat;

import java.time.Duration;

import dev.couplet.endpoint.FailedRequests;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what no client of a {@link DeadlineSocket} can bring about at will. The
 * others are those of HTTP's deadlines, over sockets.
 */
class DeadlineSocketTests {

	/**
	 * An exception would end the poller, and with it HTTP.
	 */
	@Test
	void thePollerMayAskAboutAConnectionThatIsClosedAlready() {
		NioChannel closed = new NioChannel(new SocketBufferHandler(8, 8, false));
		DeadlineSocket connection = new DeadlineSocket(closed, new DeadlineEndpoint(), new RequestTimeouts(
				Duration.ofSeconds(1), () -> 1000, new FailedRequests("test", new SimpleMeterRegistry())));
		connection.setReadTimeout(-1);
		assertThat(connection.getLastRead()).isLessThanOrEqualTo(System.currentTimeMillis());
		assertThat(connection.hasUnread()).isFalse();
		BlockingLingeringClose.prepare(closed);
	}

}
