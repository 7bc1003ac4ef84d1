package dev.couplet.tcp;

import java.io.IOException;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Acceptor}, with a test channel as the listening socket.
 */
class AcceptorTests {

	private static final int MAX_ACCEPTS = 64;

	private final CapturedLog log = new CapturedLog(Acceptor.class);

	private final FrameCollector bootstrap = new FrameCollector(false);

	private final TestChannel port = TestChannel.open(new Acceptor("test"), this.bootstrap);

	@AfterEach
	void closeLog() {
		this.log.close();
	}

	@Test
	void logsFailedAcceptsOnceAMinute() {
		fail();
		fail();
		this.port.pass(Duration.ofSeconds(59));
		fail();
		assertThat(this.log.lines()).singleElement()
			.asString()
			.startsWith("WARN ")
			.contains("test listener cannot accept connections")
			.contains("java.io.IOException")
			.doesNotContain("Too many open files");
		this.port.pass(Duration.ofSeconds(1));
		fail();
		fail();
		assertThat(this.log.lines()).hasSize(2);
	}

	@Test
	void passesEveryFailureToNettyForARetry() {
		fail();
		fail();
		assertThat(this.bootstrap.failures()).hasSize(2);
		assertThat(this.port.isOpen()).isTrue();
	}

	@Test
	void closesADrainedPortWhenTheBacklogIsEmpty() {
		beginDrain();
		accept(MAX_ACCEPTS);
		accept(MAX_ACCEPTS);
		assertThat(this.port.isOpen()).isTrue();
		accept(MAX_ACCEPTS - 1);
		assertThat(this.port.isOpen()).isFalse();
	}

	@Test
	void closesADrainedPortSoonIfNoClientConnects() {
		beginDrain();
		this.port.pass(Duration.ofMillis(10).minusNanos(1));
		assertThat(this.port.isOpen()).isTrue();
		this.port.pass(Duration.ofNanos(1));
		assertThat(this.port.isOpen()).isFalse();
	}

	@Test
	void keepsADrainedPortOpenWhileTheBacklogIsNotEmpty() {
		beginDrain();
		for (int i = 0; i < 10; i++) {
			accept(MAX_ACCEPTS);
			this.port.pass(Duration.ofMillis(10));
			assertThat(this.port.isOpen()).isTrue();
		}
		this.port.pass(Duration.ofMillis(10));
		assertThat(this.port.isOpen()).isFalse();
	}

	@Test
	void keepsAPortOpenUntilTheDrain() {
		accept(1);
		this.port.pass(Duration.ofDays(1));
		assertThat(this.port.isOpen()).isTrue();
		assertThat(this.bootstrap.frames()).hasSize(1);
	}

	private void beginDrain() {
		this.port.pipeline().fireUserEventTriggered(DrainHandler.DrainEvent.BEGIN);
	}

	private void accept(int connections) {
		for (int i = 0; i < connections; i++) {
			this.port.pipeline().fireChannelRead(new byte[0]);
		}
		this.port.pipeline().fireChannelReadComplete();
		this.port.runPendingTasks();
	}

	private void fail() {
		this.port.pipeline().fireExceptionCaught(new IOException("Too many open files"));
	}

}
