package dev.couplet.protocol.http;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@code HostValve} with configured hosts.
 */
@HttpServerTest
@TestPropertySource(properties = "couplet.http.hosts=Poems.example,[::2]")
class HostsIntegrationTests {

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@CsvSource({ "poems.example, 200", "POEMS.example:80, 200", "[::2], 200", "localhost, 421",
			"more.poems.example, 421" })
	void acceptsOnlyConfiguredHosts(String host, int status) throws Exception {
		assertThat(HostIntegrationTests.get(this.port, "/poems", host).status()).isEqualTo(status);
	}

}
