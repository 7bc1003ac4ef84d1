package dev.couplet.contract;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import dev.couplet.CoupletTest;
import dev.couplet.SocketClient;
import dev.couplet.tcp.Listener;
import dev.couplet.transform.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests whether the protocols that send the reason of a refusal send it unchanged.
 */
@CoupletTest
class RefusalIntegrationTests {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	@LocalServerPort
	private int port;

	@Autowired
	private Listener socketmapListener;

	static Stream<Refusal> refusals() {
		return Refusal.all().stream();
	}

	@ParameterizedTest
	@MethodSource("refusals")
	void aProblemHasTheMessageAsItsDetail(Refusal refusal) throws IOException, InterruptedException {
		URI uri = URI.create("http://localhost:" + this.port + "/transforms?recipe="
				+ URLEncoder.encode(refusal.recipe(), StandardCharsets.UTF_8));
		HttpResponse<String> response = HTTP.send(HttpRequest.newBuilder(uri)
			.POST(HttpRequest.BodyPublishers.ofByteArray(refusal.value().bytes()))
			.build(), HttpResponse.BodyHandlers.ofString());
		assertThat(response.statusCode()).isBetween(400, 422);
		assertThat(JsonMapper.shared().readTree(response.body()).get("detail").asString()).isEqualTo(refusal.message());
	}

	// a space ends the recipe, and is percent-encoded only in an argument
	static Stream<Refusal> refusalsWithoutSpaces() {
		return refusals().filter((refusal) -> refusal.recipe().indexOf(' ') < 0);
	}

	@ParameterizedTest
	@MethodSource("refusalsWithoutSpaces")
	void aPermReplyHasTheMessageAsItsReason(Refusal refusal) {
		byte[] reply = Frames.exchange(SocketClient.connect(this.socketmapListener.port()), refusal.recipe() + " ",
				refusal.value().bytes());
		assertThat(new String(Frames.payload(reply), StandardCharsets.UTF_8)).isEqualTo("PERM " + refusal.message());
	}

}
