package dev.couplet.protocol.socketmap;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import dev.couplet.CoupletTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Tests for mail through a Postfix that rewrites addresses over a Unix domain socket.
 */
@CoupletTest
@TestPropertySource(properties = "couplet.socketmap.unchanged=not-found")
@Tag("slow")
class PostfixIntegrationTests {

	@TempDir
	private static Path sockets;

	@TempDir
	private Path directory;

	@DynamicPropertySource
	static void setPath(DynamicPropertyRegistry settings) {
		settings.add("couplet.socketmap.path", () -> path().toString());
	}

	private static Path path() {
		return sockets.resolve("socketmap");
	}

	@BeforeAll
	static void requirePostfix() throws Exception {
		assumeTrue(Postfix.isAvailable(), "not root, or without Debian's package postfix");
		// Postfix's processes do not run as root
		Files.setPosixFilePermissions(sockets, PosixFilePermissions.fromString("rwxr-xr-x"));
	}

	@Test
	void rewritesTheAddressesOfAMail() throws Exception {
		try (Postfix postfix = start("cummingsify")) {
			assertThat(postfix.send("ANN@example")).startsWith("250 2.0.0 Ok: queued as");
			postfix.awaitLog("to=<ann@example>, relay=none");
		}
	}

	@Test
	void anUnknownRecipientIsStillRefusedIfAnUnchangedAddressIsNotFound() throws Exception {
		try (Postfix postfix = start("cummingsify")) {
			assertThat(postfix.send("bob@example")).isEqualTo(
					"550 5.1.1 <bob@example>: Recipient address rejected: User unknown in local recipient table");
		}
	}

	@Test
	void mailIsRefusedTemporarilyIfTheRecipeIsWrong() throws Exception {
		try (Postfix postfix = start("nosuch")) {
			assertThat(postfix.send("ann@example")).isEqualTo("451 4.3.5 Server configuration error");
			postfix.awaitLog("socketmap server permanent error: step 1: there is no transform 'nosuch'");
		}
	}

	private Postfix start(String recipe) throws Exception {
		return Postfix.start(this.directory, "canonical_maps = socketmap:unix:" + path() + ":" + recipe);
	}

}
