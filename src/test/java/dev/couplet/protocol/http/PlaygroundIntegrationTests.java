package dev.couplet.protocol.http;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for how the playground is served.
 */
@HttpServerTest
class PlaygroundIntegrationTests {

	@LocalServerPort
	private int port;

	private TestClient client;

	@BeforeEach
	void connect() {
		this.client = new TestClient(this.port);
	}

	@Test
	void thePageIsAtTheRoot() throws Exception {
		Answer page = this.client.get("/", "Accept", "text/html,*/*;q=0.8");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.body()).startsWith("<!DOCTYPE html>").contains("<title>Couplet</title>");
		assertThat(page).hasSafeHeaders().hasHeader("Content-Type", "text/html;charset=UTF-8");
	}

	@ParameterizedTest
	@CsvSource({ "/playground/main.js, text/javascript", "/playground/style.css, text/css",
			"/playground/icon.svg, image/svg+xml" })
	void itsFilesHaveTheirContentTypes(String path, String type) throws Exception {
		Answer part = this.client.get(path);
		assertThat(part.status()).isEqualTo(200);
		assertThat(part).hasSafeHeaders().hasHeader("Content-Type", type);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/playground/main.js", "/playground/style.css" })
	void browsersRevalidateFilesOnEachUse(String path) throws Exception {
		Answer first = this.client.get(path);
		assertThat(first).hasHeader("Cache-Control", "no-cache");
		assertThat(first.headers().map()).doesNotContainKey("Last-Modified");
		String tag = first.header("ETag");
		assertThat(this.client.get(path, "If-None-Match", tag).status()).isEqualTo(304);
		assertThat(this.client.get(path, "If-None-Match", "\"another\"").body()).isEqualTo(first.body());
		assertThat(this.client.get(path, "If-Modified-Since", "Fri, 31 Dec 2100 23:59:59 GMT").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/playground/main.js" })
	void headHasTheSameHeadersAndNoBody(String path) throws Exception {
		Answer head = this.client.send("HEAD", path);
		Answer get = this.client.get(path);
		assertThat(head.status()).isEqualTo(200);
		assertThat(head.body()).isEmpty();
		for (String header : new String[] { "ETag", "Content-Type", "Content-Length", "Cache-Control",
				"Content-Security-Policy" }) {
			assertThat(head).hasHeader(header, get.header(header));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/playground", "/playground/", "/playground/nothing.js", "/playground/../application.yml",
			"/playground/%2e%2e/%2e%2e/application.yml", "/static/playground.html", "/application.yml", "/index.html" })
	void otherFilesAreNotServed(String path) throws Exception {
		assertThat(new RawClient(this.port).send("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
			.status()).isIn(400, 404);
	}

	@Test
	void thePageDoesNotSupportPost() throws Exception {
		assertThat(this.client.send("POST", "/")).isPlainProblem(405, "Method Not Allowed",
				"the method is not allowed for this path");
	}

}
