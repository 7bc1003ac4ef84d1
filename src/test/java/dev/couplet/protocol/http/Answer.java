package dev.couplet.protocol.http;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.AssertProvider;
import org.assertj.core.api.Assertions;

/**
 * A response of the server.
 *
 * @param status the status
 * @param headers the headers
 * @param body the body, read as UTF-8
 */
record Answer(int status, HttpHeaders headers, String body) implements AssertProvider<Answer.AnswerAssert> {

	static Answer of(HttpResponse<byte[]> response) {
		return new Answer(response.statusCode(), response.headers(),
				new String(response.body(), StandardCharsets.UTF_8));
	}

	static HttpHeaders headers(Map<String, List<String>> headers) {
		return HttpHeaders.of(headers, (name, value) -> true);
	}

	String header(String name) {
		return this.headers.firstValue(name).orElse("");
	}

	@Override
	public AnswerAssert assertThat() {
		return new AnswerAssert(this);
	}

	static String problem(String type, String title, int status, String detail) {
		return """
				{"type":"%s","title":"%s","status":%d,"detail":"%s"}""".formatted(type, title, status, detail);
	}

	/**
	 * Assertions on an answer.
	 */
	static final class AnswerAssert extends AbstractAssert<AnswerAssert, Answer> {

		private AnswerAssert(Answer actual) {
			super(actual, AnswerAssert.class);
		}

		AnswerAssert isText(String text) {
			hasTypeAndBody(200, "text/plain;charset=UTF-8", text);
			return hasHeader("Content-Length", String.valueOf(text.getBytes(StandardCharsets.UTF_8).length));
		}

		AnswerAssert isJson(String json) {
			return hasTypeAndBody(200, "application/json", json);
		}

		AnswerAssert isProblem(int status, String name, String title, String detail) {
			return hasTypeAndBody(status, "application/problem+json",
					problem("urn:couplet:problem:" + name, title, status, detail));
		}

		AnswerAssert isPlainProblem(int status, String title, String detail) {
			return hasTypeAndBody(status, "application/problem+json", problem("about:blank", title, status, detail));
		}

		AnswerAssert hasTypeAndBody(int status, String type, String body) {
			Assertions.assertThat(this.actual.body).isEqualTo(body);
			Assertions.assertThat(this.actual.status).isEqualTo(status);
			hasHeader("Content-Type", type);
			return hasSafeHeaders();
		}

		AnswerAssert hasSafeHeaders() {
			hasHeader("X-Content-Type-Options", "nosniff");
			Assertions.assertThat(this.actual.headers.map()).doesNotContainKeys("Server", "X-Powered-By", "Set-Cookie");
			return this;
		}

		AnswerAssert hasHeader(String name, String value) {
			Assertions.assertThat(this.actual.headers.allValues(name)).as(name).containsExactly(value);
			return this;
		}

	}

}
