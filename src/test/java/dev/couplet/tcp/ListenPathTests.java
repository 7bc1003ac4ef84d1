package dev.couplet.tcp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.stream.Stream;

import dev.couplet.SocketClient;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Tests for listeners on a Unix domain socket, with a {@link LineServer} and real
 * sockets.
 */
@Timeout(120)
class ListenPathTests {

	private static final int MAX_LENGTH = 107;

	@TempDir
	private Path directory;

	private Path path;

	private LineServer server;

	@BeforeEach
	void createServer() {
		this.path = this.directory.resolve("lines");
		this.server = LineServer.on(this.path);
		assumeTrue(Transport.EPOLL.isAvailable(), "epoll");
	}

	@AfterEach
	void stopServer() {
		this.server.close();
	}

	@Test
	void servesRequests() {
		this.server.start();
		String line = "x".repeat(500_000) + "\n";
		for (int i = 0; i < 20; i++) {
			try (SocketClient client = connect()) {
				assertThat(client.send("a\nb").read(2)).isEqualTo("a\n");
				assertThat(client.send("\n" + line + "c\n").halfClose().readToEnd()).isEqualTo("b\n" + line + "c\n");
			}
			try (SocketClient client = connect()) {
				byte[] input = (line + "quit\n" + "unread".repeat(50_000)).getBytes(StandardCharsets.US_ASCII);
				// the buffers of a Unix socket do not hold both the input and the replies
				Thread.startVirtualThread(() -> client.sendWhileOpen(input));
				assertThat(client.readToEnd()).isEqualTo(line + "quit\n");
			}
		}
		assertThat(this.server.failed()).isZero();
		Awaitility.await().until(() -> this.server.listener().connections() == 0);
		this.server.stop();
		assertThat(this.path).doesNotExist();
	}

	@ParameterizedTest
	@EnumSource(names = { "IO_URING", "NIO" })
	void refusesTransportsWithoutHalfClose(Transport transport) {
		assumeTrue(transport.isAvailable(), transport::word);
		try (EventLoops loops = new EventLoops(transport, () -> false);
				LineServer lines = LineServer.on(this.path, LineServer.limits(1000), loops)) {
			assertRefused(lines::start,
					"A Unix domain socket requires Linux and the transport epoll, but the transport is "
							+ transport.word() + ".");
		}
	}

	@Test
	void everyUserMayConnect() throws IOException {
		this.server.start();
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(this.path))).isEqualTo("rw-rw-rw-");
	}

	@Test
	void describesItsPath() {
		assertThat(this.server.listener().place()).isEqualTo("on no port");
		this.server.start();
		assertThat(this.server.listener().place()).isEqualTo("on unix:" + this.path);
		assertThat(this.server.listener().port()).isZero();
	}

	@Test
	void hasTheLimitsAndDeadlinesOfAPortButNoneForClientAddresses() {
		Duration patient = Duration.ofSeconds(30);
		TcpProperties limits = new TcpProperties(2, 1, ProxyProtocol.REQUIRED, Transport.AUTO, patient,
				Duration.ofMillis(150), patient);
		try (EventLoops loops = new EventLoops(Transport.AUTO, () -> false);
				LineServer lines = LineServer.on(this.path, limits, loops)) {
			lines.start();
			try (SocketClient first = connect(); SocketClient second = connect(); SocketClient third = connect()) {
				assertThat(first.send("a\n").read(2)).isEqualTo("a\n");
				assertThat(second.send("b\n").read(2)).isEqualTo("b\n");
				assertThat(third.readToEnd()).isEmpty();
				assertThat(lines.listener().refused()).isOne();
				assertThat(first.readToEnd()).isEmpty();
			}
		}
	}

	@Test
	void replacesTheSocketOfAServerThatWasKilled() throws IOException {
		leaveSocketBehind();
		this.server.start();
		try (SocketClient client = connect()) {
			assertThat(client.send("quit\n").readToEnd()).isEqualTo("quit\n");
		}
	}

	@Test
	void refusesTheSocketOfAServerThatIsRunning() {
		this.server.start();
		try (LineServer second = LineServer.on(this.path)) {
			assertRefused(second::start, "Another server uses it. Stop that server, or set another path.");
		}
		try (SocketClient client = connect()) {
			assertThat(client.send("quit\n").readToEnd()).isEqualTo("quit\n");
		}
	}

	@Test
	void refusesTheSocketOfAServerWhoseBacklogIsFull() throws IOException {
		try (ServerSocketChannel busy = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
			busy.bind(UnixDomainSocketAddress.of(this.path), 1);
			SocketClient waiting = connect();
			SocketClient next = connect();
			assertRefused(this.server::start, "Another server uses it. Stop that server, or set another path.");
			waiting.close();
			next.close();
		}
	}

	@Test
	void doesNotReplaceAFileThatIsNotASocket() throws IOException {
		Path mail = Files.writeString(this.directory.resolve("mail"), "text");
		leaveSocketBehind();
		Path link = Files.createSymbolicLink(this.directory.resolve("link"), this.path);
		Path folder = Files.createDirectory(this.directory.resolve("folder"));
		for (Path file : Stream.of(mail, link, folder).toList()) {
			try (LineServer lines = LineServer.on(file)) {
				assertRefused(lines::start,
						"There is already a file that is not a socket. Delete it, or set another path.");
				assertThat(file).exists();
			}
		}
		assertThat(mail).hasContent("text");
	}

	@Test
	void refusesAPathThatIsTooLong() throws IOException {
		Path longest = pathOfLength(MAX_LENGTH);
		try (LineServer lines = LineServer.on(longest)) {
			lines.start();
			assertThat(longest).exists();
		}
		try (LineServer lines = LineServer.on(pathOfLength(MAX_LENGTH + 1))) {
			assertRefused(lines::start, "The path of a socket has at most 107 bytes.");
		}
	}

	private Path pathOfLength(int length) {
		return this.directory.resolve("x".repeat(length - this.directory.toString().length() - 1));
	}

	@Test
	void refusesADirectoryThatDoesNotExist() {
		try (LineServer lines = LineServer.on(this.directory.resolve("nosuch/lines"))) {
			assertRefused(lines::start, "Its directory must exist.");
		}
	}

	@Test
	void removesTheSocketAsSoonAsADrainBeginsAndAnswersRequestsInFlight() throws InterruptedException {
		this.server.start();
		try (SocketClient client = connect()) {
			client.send("slow\nlast\n");
			this.server.awaitSlowRequest();
			this.server.listener().beginDrain();
			Awaitility.await().until(() -> !Files.exists(this.path, LinkOption.NOFOLLOW_LINKS));
			this.server.releaseSlowRequests();
			assertThat(client.readToEnd()).isEqualTo("slow\nlast\n");
		}
		this.server.listener().awaitDrain();
	}

	@Test
	void doesNotRemoveTheSocketOfItsSuccessor() throws InterruptedException {
		this.server.start();
		this.server.listener().beginDrain();
		this.server.listener().awaitDrain();
		try (LineServer successor = LineServer.on(this.path)) {
			successor.start();
			this.server.stop();
			try (SocketClient client = connect()) {
				assertThat(client.send("quit\n").readToEnd()).isEqualTo("quit\n");
			}
		}
		assertThat(this.path).doesNotExist();
	}

	@Test
	void aStoppedListenerCanBeStartedAgain() {
		this.server.start();
		this.server.stop();
		assertThat(this.path).doesNotExist();
		this.server.start();
		try (SocketClient client = connect()) {
			assertThat(client.send("quit\n").readToEnd()).isEqualTo("quit\n");
		}
	}

	private void leaveSocketBehind() throws IOException {
		try (ServerSocketChannel killed = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
			killed.bind(UnixDomainSocketAddress.of(this.path));
		}
		assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(this::connect)
			.withMessageContaining("refused");
	}

	private SocketClient connect() {
		return SocketClient.connect(this.path);
	}

	private static void assertRefused(ThrowingCallable start, String reason) {
		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class).isThrownBy(start)
			.satisfies((ex) -> {
				assertThat(ex.getName()).isEqualTo("couplet.lines.path");
				assertThat(ex.getReason()).isEqualTo(reason);
			});
	}

}
