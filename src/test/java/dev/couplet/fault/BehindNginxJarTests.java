package dev.couplet.fault;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for three servers behind nginx, with the configuration in {@code ops/nginx}.
 */
class BehindNginxJarTests extends BalancerContract<Nginx> {

	/**
	 * A comma, brackets, a slash, a percent sign and letters that are not ASCII, all in
	 * arguments.
	 */
	private static final String RECIPE = "replace=A:%2C,replace=B:%28%2F%29,replace=C:%25,replace=D:%C3%A4%E2%82%AC,trim";

	private static final String VALUE = " A B C D ";

	private static final String RESULT = ", (/) % \u00e4\u20ac";

	BehindNginxJarTests() {
		super("nginx");
	}

	@Override
	Nginx start(Replicas replicas, Path folder) throws IOException {
		return Nginx.start(replicas, folder);
	}

	@Test
	void aVersionThatDoesNotGetReadyBreaksNothingWhileItIsMarkedDown() {
		testHungVersion((hung) -> {
			for (int i = 0; i < 5; i++) {
				load().awaitReplies();
			}
			assertThat(hung.connections()).isZero();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/couplet" })
	void recipesArriveAsTheyWereSent(String prefix) throws IOException {
		for (String method : List.of("POST", "QUERY")) {
			assertThat(exchange(method, prefix + "/transforms/" + RECIPE, VALUE)).startsWith("HTTP/1.1 200")
				.endsWith(RESULT);
			assertThat(exchange(method, prefix + "/transforms?recipe=" + RECIPE, VALUE)).startsWith("HTTP/1.1 200")
				.endsWith(RESULT);
		}
		assertThat(exchange("GET", prefix + "/transforms/trim", "")).startsWith("HTTP/1.1 200");
		assertThat(exchange("GET", prefix + "/poems/low-tide?recipe=" + RECIPE, "")).startsWith("HTTP/1.1 200");
	}

	@Test
	void playgroundAndProblemsWorkBelowThePrefix() throws IOException {
		assertThat(exchange("GET", "/couplet/", "")).startsWith("HTTP/1.1 200")
			.contains("<html")
			.doesNotContain("=\"/", "='/");
		assertThat(exchange("GET", "/couplet", "")).startsWith("HTTP/1.1 301").contains("/couplet/");
		assertThat(exchange("POST", "/couplet/transforms/nosuch", "A")).startsWith("HTTP/1.1 404")
			.contains("application/problem+json");
	}

	// the usual form, against which docs/operations.md warns
	@Test
	void proxyPassWithAUriDecodesTheRecipeInThePathButNotInTheQuery() throws IOException {
		String path = "/couplet/transforms/replace=A:%2C";
		assertThat(exchange("POST", path, "A")).startsWith("HTTP/1.1 200").endsWith(",");
		balancer().reload(balancer().configuration()
			.replace("proxy_pass http://couplet$couplet_uri;", "proxy_pass http://couplet/;"));
		Awaitility.await()
			.atMost(Duration.ofMinutes(1))
			.until(() -> exchange("POST", path, "A").startsWith("HTTP/1.1 400"));
		assertThat(exchange("POST", "/couplet/transforms?recipe=" + RECIPE, VALUE)).startsWith("HTTP/1.1 200")
			.endsWith(RESULT);
	}

	private String exchange(String method, String path, String body) throws IOException {
		try (Connection client = connect(8080)) {
			return client
				.send(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n"
						+ "Content-Length: " + body.length() + "\r\n\r\n" + body)
				.readResponse();
		}
	}

}
