package dev.couplet.protocol.http.tomcat;

import java.util.concurrent.atomic.AtomicInteger;

import dev.couplet.protocol.http.HttpServerTest;
import dev.couplet.protocol.http.RawClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link YieldingValve}: one that counts, beside the server's own.
 */
@HttpServerTest
class YieldingValveIntegrationTests {

	@LocalServerPort
	private int port;

	@Autowired
	private AtomicInteger turns;

	private RawClient client;

	@BeforeEach
	void connect() {
		this.client = new RawClient(this.port);
		this.turns.set(0);
	}

	// the connection is closed after the valve, so all that it does has been done
	private String post(String recipe) throws Exception {
		return this.client.sendAndReadAll("POST /transforms/" + recipe
				+ " HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nConnection: close\r\n\r\nA");
	}

	@Test
	void othersHaveTheirTurnOnceAResultIsSent() throws Exception {
		assertThat(post("cummingsify")).endsWith("\r\n\r\na");
		assertThat(this.turns).hasValue(1);
	}

	@Test
	void anAnswerThatIsNotSentYetWaitsForNobody() throws Exception {
		assertThat(post("unknown")).startsWith("HTTP/1.1 404");
		assertThat(this.turns).hasValue(0);
	}

	@TestConfiguration
	static class CountingConfiguration {

		@Bean
		AtomicInteger turns() {
			return new AtomicInteger();
		}

		@Bean
		WebServerFactoryCustomizer<TomcatServletWebServerFactory> countingCustomizer(AtomicInteger turns) {
			return (factory) -> factory.addContextCustomizers(
					(context) -> context.getParent().getPipeline().addValve(new YieldingValve(turns::incrementAndGet)));
		}

	}

}
