package dev.couplet.client;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ServerAddress}.
 */
class ServerAddressTests {

	@ParameterizedTest
	@CsvSource({ "localhost:11000, localhost, 11000", "10001, localhost, 10001", "127.0.0.1:1, 127.0.0.1, 1",
			"[::1]:65535, ::1, 65535", "[fe80::1%eth0]:7, fe80::1%eth0, 7", "poems.example:007, poems.example, 7" })
	void parsesTheUsualForms(String written, String host, int port) {
		assertThat(ServerAddress.parse(written)).isEqualTo(new ServerAddress(host, port));
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost:11000", "[::1]:11000" })
	void formatsToAFormThatItParses(String written) {
		assertThat(ServerAddress.parse(written)).hasToString(written);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ":", "localhost", "localhost:", ":11000", "localhost:0", "localhost:65536",
			"localhost:-1", "localhost:+1", "localhost:1x", "localhost:100000", "::1:11000", "::1", "[::1]", "[]:1",
			"[::1:1", "[localhost]:1", "a b:1", "a\nb:1", "\u001B[31m:1", "http://localhost:1", "localhost:١" })
	void rejectsEverythingElse(String written) {
		assertThatIllegalArgumentException().isThrownBy(() -> ServerAddress.parse(written))
			.withMessageMatching("an address must be .*|a port must be .*|invalid host name .*");
	}

}
