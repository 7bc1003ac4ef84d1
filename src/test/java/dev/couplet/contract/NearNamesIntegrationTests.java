package dev.couplet.contract;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import dev.couplet.CoupletTest;
import dev.couplet.SocketClient;
import dev.couplet.tcp.Listener;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests whether clients learn the name of a transform from the name that they know.
 */
@CoupletTest
class NearNamesIntegrationTests {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	@LocalServerPort
	private int port;

	@Autowired
	private Listener socketmapListener;

	@ParameterizedTest
	@CsvSource({ "uniq, unique-lines", "dedupe, unique-lines", "tac, reverse-lines", "rev, reverse", "nl, number-lines",
			"fold, wrap", "capitalize, title-case", "unescape, html-decode or json-decode or url-decode",
			"b64, base64-decode or base64-encode", "qp, quoted-printable-decode or quoted-printable-encode",
			"slug, slugify", "smartypants, smart-quotes", "unidecode, to-ascii", "Trim, trim",
			"toLowerCase, lower-case", "lower_case, lower-case", "UPPERCASE, upper-case", "base64Decode, base64-decode",
			"sha-256, sha256", "SHA256, sha256" })
	void theNameOfAnotherToolLeadsToTheTransform(String name, String meant) throws IOException, InterruptedException {
		String advice = "; perhaps " + meant + " was meant";
		assertThat(post(name)).contains(advice + "\"");
		assertThat(socketmap(name)).startsWith("PERM step 1").endsWith(advice);
		assertThat(post("trim," + name)).contains("\"step 2").contains(advice + "\"");
		assertThat(socketmap("trim," + name)).startsWith("PERM step 2").endsWith(advice);
	}

	private String post(String recipe) throws IOException, InterruptedException {
		URI uri = URI.create("http://localhost:" + this.port + "/transforms/" + recipe);
		return HTTP
			.send(HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.ofString("text")).build(),
					HttpResponse.BodyHandlers.ofString())
			.body();
	}

	private String socketmap(String recipe) {
		SocketClient client = SocketClient.connect(this.socketmapListener.port());
		byte[] reply = Frames.exchange(client, recipe + " ", "text".getBytes(StandardCharsets.UTF_8));
		return new String(Frames.payload(reply), StandardCharsets.UTF_8);
	}

}
