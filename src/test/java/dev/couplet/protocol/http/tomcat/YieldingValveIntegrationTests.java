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
 * Tests for {@link YieldingValve}, with a second valve that counts calls.
 */
@HttpServerTest
class YieldingValveIntegrationTests {

	@LocalServerPort
	private int port;

	@Autowired
	private AtomicInteger yields;

	@Autowired
	private AtomicInteger requeues;

	private RawClient client;

	@BeforeEach
	void connect() {
		this.client = new RawClient(this.port);
		this.yields.set(0);
		this.requeues.set(0);
	}

	// the connection is closed after the valve has run
	private String post(String recipe) throws Exception {
		return this.client.sendAndReadAll("POST /transforms/" + recipe
				+ " HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nConnection: close\r\n\r\nA");
	}

	@Test
	void yieldsAfterAResultHasBeenSent() throws Exception {
		assertThat(post("cummingsify")).endsWith("\r\n\r\na");
		assertThat(this.yields).hasValue(1);
		assertThat(this.requeues).hasValue(0);
	}

	@Test
	void doesNotYieldBeforeTheResponseHasBeenSent() throws Exception {
		assertThat(post("unknown")).startsWith("HTTP/1.1 404");
		assertThat(this.yields).hasValue(0);
		assertThat(this.requeues).hasValue(0);
	}

	@Test
	void requeuesAConnectionThatPipelinesAfterEveryFourRequests() throws Exception {
		String request = "POST /transforms/cummingsify HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\nA";
		this.client.sendAndReadAll(request.repeat(8) + request.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));
		assertThat(this.yields).hasValue(7);
		assertThat(this.requeues).hasValue(2);
	}

	@TestConfiguration
	static class CountingConfiguration {

		@Bean
		AtomicInteger yields() {
			return new AtomicInteger();
		}

		@Bean
		AtomicInteger requeues() {
			return new AtomicInteger();
		}

		@Bean
		WebServerFactoryCustomizer<TomcatServletWebServerFactory> countingCustomizer(AtomicInteger yields,
				AtomicInteger requeues) {
			return (factory) -> factory.addContextCustomizers((context) -> context.getParent()
				.getPipeline()
				.addValve(new YieldingValve(yields::incrementAndGet, requeues::incrementAndGet)));
		}

	}

}
