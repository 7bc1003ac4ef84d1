package dev.couplet.transform.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;

import dev.couplet.client.FakeServer;
import dev.couplet.transform.RemoteFailedException;
import dev.couplet.transform.RemoteTimeoutException;
import dev.couplet.transform.TransformException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for remote transforms with real servers, and faults of every kind.
 */
@Timeout(600)
@Tag("slow")
class RemoteServersJarTests {

	private static final Duration SHORT = Duration.ofMillis(500);

	@ParameterizedTest
	@EnumSource
	void aRealServerIsCalledWhateverHappensToIt(RealServer.Kind kind) throws IOException {
		try (RealServer server = RealServer.start(kind); Remotes remotes = Remotes.of(server.uri(server.port()))) {
			assertWorks(remotes);
			assertThatStoppedServerIsLate(server);
			assertThatFaultyConnectionsAreFailures(server);
			server.kill();
			assertThatExceptionOfType(RemoteFailedException.class)
				.isThrownBy(() -> remotes.transform("remote", "poem"));
			server.restart();
			awaitWorking(remotes);
			assertWorks(remotes);
		}
	}

	private static void assertWorks(Remotes remotes) {
		assertThat(remotes.transform("trim,remote,reverse", " poem ")).isEqualTo("MEOP");
		assertThat(remotes.transform("each-line(remote)", "one\ntwo\nthree")).isEqualTo("ONE\nTWO\nTHREE");
		assertThat(remotes.transform("remote", "")).isEmpty();
		assertThat(remotes.transform("remote", "x".repeat(Remotes.LIMIT))).isEqualTo("X".repeat(Remotes.LIMIT));
	}

	private static void awaitWorking(Remotes remotes) {
		Awaitility.await()
			.atMost(Duration.ofMinutes(3))
			.ignoreExceptionsInstanceOf(TransformException.class)
			.untilAsserted(() -> assertThat(remotes.transform("remote", "poem")).isEqualTo("POEM"));
	}

	private static void assertThatStoppedServerIsLate(RealServer server) throws IOException {
		try (Remotes impatient = Remotes.of(server.uri(server.port()), Remotes.timeout(SHORT))) {
			awaitWorking(impatient);
			server.signal("STOP");
			try {
				assertThatExceptionOfType(RemoteTimeoutException.class)
					.isThrownBy(() -> impatient.transform("remote", "poem"));
				assertThatExceptionOfType(RemoteTimeoutException.class)
					.isThrownBy(() -> impatient.transform("remote", "x".repeat(Remotes.LIMIT)));
			}
			finally {
				server.signal("CONT");
			}
			awaitWorking(impatient);
		}
	}

	private static void assertThatFaultyConnectionsAreFailures(RealServer server) {
		for (Fault fault : Fault.values()) {
			try (FakeServer relay = FakeServer.start((client) -> relay(client, server, fault));
					Remotes remotes = Remotes.of(server.uri(relay.port()),
							Remotes.timeout((fault == Fault.CUT) ? Duration.ofSeconds(30) : SHORT))) {
				assertThatExceptionOfType(TransformException.class).as(fault.name())
					.isThrownBy(() -> remotes.transform("remote", "a whole poem"))
					.isInstanceOfAny(fault.errors());
			}
		}
	}

	private static void relay(Socket client, RealServer server, Fault fault) throws IOException {
		try (Socket upstream = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
			Thread.startVirtualThread(() -> forward(client, upstream));
			InputStream reply = upstream.getInputStream();
			OutputStream output = client.getOutputStream();
			int next = reply.read();
			for (int i = 0; next >= 0 && fault.forwards(i); i++) {
				output.write(fault.changes(next));
				if (fault == Fault.SLOW) {
					FakeServer.await(client, Duration.ofMillis(200));
				}
				next = reply.read();
			}
		}
	}

	private static void forward(Socket client, Socket upstream) {
		try {
			client.getInputStream().transferTo(upstream.getOutputStream());
		}
		catch (IOException ex) {
			// the test has closed the connection
		}
	}

	/**
	 * What a relay does with a reply.
	 */
	private enum Fault {

		SLOW, CUT, GARBAGE;

		Class<?>[] errors() {
			return switch (this) {
				case SLOW -> new Class<?>[] { RemoteTimeoutException.class };
				case CUT -> new Class<?>[] { RemoteFailedException.class };
				// without the end of a line, an HTTP client waits for the rest of it
				case GARBAGE -> new Class<?>[] { RemoteFailedException.class, RemoteTimeoutException.class };
			};
		}

		boolean forwards(int index) {
			return this != CUT || index < 5;
		}

		int changes(int next) {
			return (this == GARBAGE) ? next ^ 0x55 : next;
		}

	}

}
