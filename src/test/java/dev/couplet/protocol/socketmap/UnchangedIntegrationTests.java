package dev.couplet.protocol.socketmap;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

import dev.couplet.CoupletTest;
import dev.couplet.SocketClient;
import dev.couplet.tcp.Listener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code couplet.socketmap.unchanged=not-found} on the running server.
 */
@CoupletTest
@TestPropertySource(properties = "couplet.socketmap.unchanged=not-found")
class UnchangedIntegrationTests {

	// longer ones are decoded by a worker
	private static final int MAX_LENGTH_ON_EVENT_LOOP = 128 * 1024;

	@Autowired
	private Listener socketmapListener;

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			cummingsify         | here is my poem | "NOTFOUND "
			cummingsify         | HERE IS MY POEM | OK here is my poem
			cummingsify         | ""              | "NOTFOUND "
			trim                | " "             | "OK "
			reverse             | stressed        | OK desserts
			reverse             | level           | "NOTFOUND "
			gzip,gunzip         | any bytes       | "NOTFOUND "
			base64-decode       | QUJD            | OK ABC
			upper-case          | \u00c9          | "NOTFOUND "
			nfc                 | e\u0301         | OK \u00e9
			reverse,reverse     | here            | "NOTFOUND "
			nosuch              | here            | PERM step 1: there is no transform 'nosuch'
			""")
	void aResultThatIsTheValueIsNotFound(String recipe, String value, String reply) {
		assertThat(exchange(recipe + " " + value)).isEqualTo(reply);
	}

	@Test
	void bytesThatAreNoTextAreComparedToo() {
		byte[] request = "gzip,gunzip \u00ff".getBytes(StandardCharsets.ISO_8859_1);
		assertThat(exchange(request)).isEqualTo("NOTFOUND ");
	}

	@Test
	void largeValuesAreComparedToo() {
		for (int length : new int[] { 5000, MAX_LENGTH_ON_EVENT_LOOP, 1024 * 1024 }) {
			String text = "x".repeat(length);
			assertThat(exchange("cummingsify " + text)).isEqualTo("NOTFOUND ");
			assertThat(exchange("upper-case " + text)).isEqualTo("OK " + "X".repeat(length));
			assertThat(exchange("cummingsify " + text.substring(1) + "X")).isEqualTo("OK " + text);
		}
	}

	private String exchange(String request) {
		return exchange(request.getBytes(StandardCharsets.UTF_8));
	}

	private String exchange(byte[] request) {
		ByteArrayOutputStream frame = new ByteArrayOutputStream();
		frame.writeBytes((request.length + ":").getBytes(StandardCharsets.US_ASCII));
		frame.writeBytes(request);
		frame.write(',');
		try (SocketClient client = SocketClient.connect(this.socketmapListener.port())) {
			return client.send(frame.toByteArray()).readNetstring();
		}
	}

}
