package dev.couplet.fault;

import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.couplet.ServerProcess;
import dev.couplet.SocketClient;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for a server with few file descriptors or a small heap.
 */
@EnabledOnOs(OS.LINUX)
@Timeout(180)
@Tag("slow")
class FaultJarTests {

	private static final String REQUEST = "13:cummingsify.A,";

	private static final String REPLY = "1:a,";

	private static final Pattern WARNING = Pattern.compile("The netstring listener cannot accept");

	private final List<SocketClient> clients = new ArrayList<>();

	@AfterEach
	void disconnect() {
		this.clients.forEach(SocketClient::close);
	}

	@Test
	void aListenerSurvivesRunningOutOfFileDescriptors() {
		try (ServerProcess server = ServerProcess.startJarAfter("ulimit -n 200")) {
			int netstring = server.port("netstring");
			try (SocketClient session = SocketClient.connect(server.port("socketmap"))) {
				assertThat(session.send(REQUEST.replace('.', ' ')).read(6)).isEqualTo("4:OK a");
				connect(netstring, 300);
				Awaitility.await().until(() -> WARNING.matcher(server.log()).find());
				assertThat(session.send(REQUEST.replace('.', ' ')).read(8)).isEqualTo(",4:OK a,");
				this.clients.forEach(SocketClient::close);
				assertThat(SocketClient.exchange(netstring, REQUEST)).isEqualTo(REPLY);
			}
			assertThat(WARNING.matcher(server.log()).results()).hasSize(1);
		}
	}

	@Test
	void announcedLengthsTakeNoMemory() {
		int connections = (int) Math.min(10_000, maxFileDescriptors() - 1000);
		try (ServerProcess server = ServerProcess.startJarAfter("ulimit -n $(ulimit -H -n)", "-Xmx256m",
				"--couplet.tcp.request-timeout=10m", "--couplet.tcp.max-connections=20000")) {
			int netstring = server.port("netstring");
			String begun = "1000000:upper-case." + "a".repeat(100);
			connect(netstring, connections).forEach((client) -> client.send(begun));
			assertThat(SocketClient.exchange(netstring, REQUEST)).isEqualTo(REPLY);
			assertThat(SocketClient.exchange(server.port("socketmap"), REQUEST.replace('.', ' ') + "x"))
				.isEqualTo("4:OK a,");
			SocketClient last = this.clients.getLast();
			last.send("a".repeat(1_000_000 - "upper-case.".length() - 100) + ",");
			assertThat(last.readToEnd()).endsWith("A,").hasSize("999989:,".length() + 999_989);
			assertThat(server.log()).doesNotContain("OutOfMemoryError");
		}
	}

	private List<SocketClient> connect(int port, int count) {
		try {
			for (int i = 0; i < count; i++) {
				this.clients.add(SocketClient.connect(port));
			}
		}
		catch (UncheckedIOException ex) {
			throw new IllegalStateException(
					"only " + this.clients.size() + " connections; \"ulimit -n\" may be too low", ex);
		}
		return this.clients;
	}

	private static long maxFileDescriptors() {
		return ManagementFactory.getPlatformMXBean(UnixOperatingSystemMXBean.class).getMaxFileDescriptorCount();
	}

}
