package dev.couplet.protocol.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * An HTTP client that sends valid requests.
 *
 * @param port the server's port
 */
record TestClient(int port) {

	private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	Answer get(String path, String... headers) throws IOException, InterruptedException {
		return send(request(path, headers).GET());
	}

	Answer send(String method, String path) throws IOException, InterruptedException {
		return send(request(path).method(method, BodyPublishers.noBody()));
	}

	Answer post(String path, String body, String... headers) throws IOException, InterruptedException {
		return post(path, body.getBytes(StandardCharsets.UTF_8), headers);
	}

	Answer query(String path, String body, String type) throws IOException, InterruptedException {
		return send(request(path).header("Content-Type", type).method("QUERY", BodyPublishers.ofString(body)));
	}

	Answer post(String path, byte[] body, String... headers) throws IOException, InterruptedException {
		return send(request(path, headers).POST(BodyPublishers.ofByteArray(body)));
	}

	private HttpRequest.Builder request(String path, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
			.timeout(TIMEOUT);
		return (headers.length > 0) ? request.headers(headers) : request;
	}

	private static Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return Answer.of(HTTP.send(request.build(), BodyHandlers.ofByteArray()));
	}

}
