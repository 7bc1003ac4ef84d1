package dev.couplet.protocol.http;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.couplet.transform.TransformService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link BatchController} and {@link BatchRun}.
 */
@HttpServerTest
@ExtendWith(OutputCaptureExtension.class)
class BatchIntegrationTests {

	private static final int LIMIT = 4 * 2048;

	private static final String TOGETHER_TOO_LARGE = "{\"problem\":" + Answer.problem("urn:couplet:problem:too-large",
			"Too large", 413, "all results together are over the limit of 8192 bytes") + "}";

	@LocalServerPort
	private int port;

	@Autowired
	private TransformService service;

	private TestClient client;

	@BeforeEach
	void connect() {
		this.client = new TestClient(this.port);
	}

	private Answer batch(String json) throws Exception {
		return this.client.post("/transforms", json, "Content-Type", "application/json");
	}

	private Answer batch(String recipe, Stream<String> texts) throws Exception {
		return batch("{\"recipe\":\"" + recipe + "\",\"texts\":["
				+ texts.map((text) -> '"' + text + '"').collect(Collectors.joining(",")) + "]}");
	}

	@Test
	void aStepThatWaitsRunsOnAVirtualThreadAlsoAfterExpensiveTexts() throws Exception {
		String result = "{\"text\":\"virtual\"}";
		assertThat(batch("thread,waiting-thread", Stream.generate(() -> "x").limit(1000)))
			.isJson("{\"results\":[" + (result + ",").repeat(999) + result + "]}");
	}

	@Test
	void returnsOneResultForEachTextInOrder() throws Exception {
		assertThat(batch("quote=%2C,cummingsify", Stream.of("A", "", "\u00c4\\n\\u20AC\\ud83d\\ude00"))).isJson("""
				{"results":[{"text":",a"},{"text":","},{"text":",\u00e4\\n\u20ac\ud83d\ude00"}]}""");
	}

	@Test
	void acceptsTheFieldsInAnyOrderAndWithAnyWhitespace() throws Exception {
		assertThat(batch(" { \"texts\" : [ \"A\" ] ,\n \"recipe\" : \"cummingsify\" } \n")).isJson("""
				{"results":[{"text":"a"}]}""");
	}

	@Test
	void aBatchOfNoTextsHasNoResults() throws Exception {
		assertThat(batch("cummingsify", Stream.of())).isJson("{\"results\":[]}");
	}

	@Test
	void anErrorAffectsOnlyItsText(CapturedOutput output) throws Exception {
		assertThat(batch("refusing", Stream.of("", "rosebud", ""))).isJson("""
				{"results":[{"text":""},{"problem":%s},{"text":""}]}""".formatted(Answer.problem(
				"urn:couplet:problem:value-refused", "Value refused", 422, "step 1, refusing: the text is not empty")));
		assertThat(batch("failing", Stream.of("rosebud"))).isJson("""
				{"results":[{"problem":%s}]}""".formatted(Answer.problem("urn:couplet:problem:transform-failed",
				"Transform failed", 500, "the transform 'failing' failed")));
		assertThat(output).containsOnlyOnce("The transform 'failing' failed").doesNotContain("rosebud");
	}

	@ParameterizedTest
	@CsvSource({ "\\ud800, 1", "\\udc00, 1", "a\\udc00\\ud800b, 2", "\\uD83C\\uDF39\\uD83Dx, 2" })
	void anUnpairedSurrogateAffectsOnlyItsText(String text, int position) throws Exception {
		assertThat(batch("cummingsify", Stream.of(text, "A"))).isJson("""
				{"results":[{"problem":%s},{"text":"a"}]}"""
			.formatted(Answer.problem("urn:couplet:problem:malformed-text", "Malformed text", 400,
					"the text is not well-formed Unicode: an unpaired surrogate at character " + position)));
	}

	@Test
	void anUnpairedSurrogateInTheRecipeRefusesTheBatch() throws Exception {
		assertThat(batch("quote=\\ud800", Stream.of("A"))).isProblem(400, "malformed-recipe", "Malformed recipe",
				"the recipe is not well-formed Unicode");
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "[\"A\"]", "[\"\\ud800\"]" })
	void anUnknownTransformRefusesTheBatch(String texts) throws Exception {
		assertThat(batch("{\"recipe\":\"cummingsify,tims\",\"texts\":" + texts + "}"))
			.hasTypeAndBody(404, "application/problem+json", """
					{"type":"urn:couplet:problem:unknown-transform","title":"Unknown transform","status":404,\
					"detail":"step 2: there is no transform 'tims'; perhaps times was meant","nearNames":["times"]}""");
	}

	@Test
	void aMalformedRecipeRefusesTheBatch() throws Exception {
		assertThat(batch("", Stream.of())).isProblem(400, "malformed-recipe", "Malformed recipe",
				"step 1 of the recipe has no name; a transform is expected at character 1");
	}

	@Test
	void aRecipeThatIsNeitherAStringNorAnArrayOfStepsIsMalformed() throws Exception {
		for (String recipe : List.of("null", "5", "{}", "true")) {
			assertThat(batch("{\"recipe\":" + recipe + ",\"texts\":[]}")).isProblem(400, "malformed-recipe",
					"Malformed recipe", "the recipe is neither a string nor an array of steps");
		}
	}

	@Test
	void withARecipeInTheQueryJsonIsAValue() throws Exception {
		assertThat(this.client.post("/transforms?recipe=trim", " {} ", "Content-Type", "application/json"))
			.isText("{}");
	}

	@Test
	void aBadArgumentRefusesTheBatch() throws Exception {
		assertThat(batch("times=x", Stream.of())).isProblem(400, "bad-argument", "Bad argument",
				"step 1, times: 'times' must be a whole number from 0 to 1000");
	}

	@Test
	void aServerThatIsShuttingDownRefusesTheBatch() throws Exception {
		this.service.stop();
		try {
			assertThat(batch("cummingsify", Stream.of("A", "B")))
				.isProblem(503, "unavailable", "Unavailable", "the server is shutting down; try again in 1 s")
				.hasHeader("Retry-After", "1");
		}
		finally {
			this.service.start();
		}
	}

	@Test
	void accepts1000Texts() throws Exception {
		assertThat(batch("cummingsify", Collections.nCopies(1000, "A").stream()).body().split("\\{\"text\":\"a\"}", -1))
			.hasSize(1001);
	}

	@Test
	void refuses1001Texts() throws Exception {
		assertThat(batch("cummingsify", Collections.nCopies(1001, "").stream())).isProblem(400, "malformed-batch",
				"Malformed batch", "'texts' contains more than 1000 texts");
	}

	@Test
	void refusesABodyOverTheLimitBeforeItIsSent() throws Exception {
		assertThat(new RawClient(this.port)
			.send("POST /transforms HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: "
					+ (LIMIT + 1) + "\r\n\r\n"))
			.isProblem(413, "too-large", "Too large", "the body is over the limit of 8192 bytes");
	}

	@Test
	void refusesAChunkedBodyOneByteOverTheLimit() throws Exception {
		assertThat(new RawClient(this.port).send("POST /transforms HTTP/1.1\r\nHost: x\r\n"
				+ "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
				+ Integer.toHexString(LIMIT + 100) + "\r\n" + " ".repeat(LIMIT + 1)))
			.isProblem(413, "too-large", "Too large", "the body is over the limit of 8192 bytes");
	}

	@Test
	void acceptsABodyAtTheLimit() throws Exception {
		String json = "{\"recipe\":\"cummingsify\",\"texts\":[\"A\"]}";
		assertThat(batch(json + " ".repeat(LIMIT - json.length()))).isJson("{\"results\":[{\"text\":\"a\"}]}");
	}

	@Test
	void aTextOverTheLimitAffectsOnlyItsText() throws Exception {
		assertThat(batch("times=1", Stream.of("a".repeat(2049), "a"))).isJson("""
				{"results":[{"problem":%s},{"text":"a"}]}""".formatted(Answer.problem("urn:couplet:problem:too-large",
				"Too large", 413, "the value is over the limit of 2048 bytes")));
	}

	@Test
	void allResultsFromTheFirstOverTheTotalLimitAreTooLarge() throws Exception {
		String half = "{\"text\":\"" + "ab".repeat(512) + "\"}";
		String all = "{\"text\":\"" + "ab".repeat(1024) + "\"}";
		assertThat(batch("times=512", Stream.of("ab", "abab", "abab", "abab", "abab", "", "ab")))
			.isJson("{\"results\":["
					+ String.join(",", half, all, all, all, TOGETHER_TOO_LARGE, TOGETHER_TOO_LARGE, TOGETHER_TOO_LARGE)
					+ "]}");
	}

	@Test
	void returnsResultsThatReachTheTotalLimitExactly() throws Exception {
		Answer answer = batch("times=512", Stream.of("abab", "abab", "abab", "\u00e4\u00e4", ""));
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.body()).contains("\u00e4\"},{\"text\":\"\"}").doesNotContain("problem");
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x",
			"application/problem+json", "json" })
	void aBatchThatIsNotJsonIsUnsupported(String type) throws Exception {
		assertThat(this.client.post("/transforms", "{}", "Content-Type", type)).isPlainProblem(415,
				"Unsupported Media Type",
				"there is no recipe; put it into the path or into ?recipe=, or send a batch as application/json");
	}

	@Test
	void aBatchWithoutAContentTypeIsUnsupported() throws Exception {
		assertThat(this.client.post("/transforms", "{}"))
			.isPlainProblem(415, "Unsupported Media Type",
					"there is no recipe; put it into the path or into ?recipe=, or send a batch as application/json")
			.hasHeader("Accept", "application/json");
	}

	@Test
	void anAcceptHeaderWithoutJsonIsNotAcceptable() throws Exception {
		assertThat(this.client.post("/transforms", "{}", "Content-Type", "application/json", "Accept", "text/plain"))
			.isPlainProblem(406, "Not Acceptable", "no response type matches the Accept header");
	}

	@Test
	void readsABatchInItsDeclaredCharset() throws Exception {
		byte[] json = "{\"recipe\":\"cummingsify\",\"texts\":[\"\u00c4\"]}".getBytes(StandardCharsets.UTF_16);
		assertThat(this.client.post("/transforms", json, "Content-Type", "application/json;charset=UTF-16"))
			.isJson("{\"results\":[{\"text\":\"\u00e4\"}]}");
	}

	@Test
	void aBatchThatIsNotUtf8IsMalformed() throws Exception {
		byte[] json = "{\"recipe\":\"cummingsify\",\"texts\":[\"\u00c4\"]}".getBytes(StandardCharsets.ISO_8859_1);
		assertThat(this.client.post("/transforms", json, "Content-Type", "application/json")).isProblem(400,
				"malformed-text", "Malformed text", "the text is not well-formed UTF-8 at byte 35");
	}

	static Stream<String[]> malformedBatches() {
		String notJson = "the body is not well-formed JSON";
		String notObject = "the body is not a JSON object";
		String first = "texts[0] is neither a string nor an object with the string 'base64'";
		String otherField = "the body has a field that is not 'recipe' or 'texts'";
		String deep = "[".repeat(2000);
		return Stream.of(new String[] { "", notObject }, new String[] { "  ", notObject },
				new String[] { "null", notObject }, new String[] { "[]", notObject },
				new String[] { "\"a\"", notObject }, new String[] { "rosebud", notJson }, new String[] { "{", notJson },
				new String[] { "{\"recipe\"", notJson }, new String[] { "{'recipe':'a'}", notJson },
				new String[] { "{recipe:\"a\"}", notJson }, new String[] { "{\"recipe\":\"a\",}", notJson },
				new String[] { "{\"recipe\":\"a\" /* */}", notJson }, new String[] { "{\"recipe\":\"a\nb\"}", notJson },
				new String[] { "{\"recipe\":\"\\x\"}", notJson },
				new String[] { "{\"recipe\":\"a\",\"texts\":[\"a\",]}", notJson },
				new String[] { "{\"recipe\":\"a\",\"texts\":[\"a\"", notJson },
				new String[] { "{}", "'recipe' is missing" }, new String[] { "{\"texts\":[]}", "'recipe' is missing" },
				new String[] { "{\"recipe\":\"a\"}", "'texts' is missing" },
				new String[] { "{\"recipe\":\"a\",\"texts\":null}", "'texts' is not an array" },
				new String[] { "{\"recipe\":\"a\",\"texts\":\"a\"}", "'texts' is not an array" },
				new String[] { "{\"recipe\":\"a\",\"texts\":{}}", "'texts' is not an array" },
				new String[] { "{\"recipe\":\"a\",\"texts\":[null]}", first },
				new String[] { "{\"recipe\":\"a\",\"texts\":[\"a\",1]}",
						"texts[1] is neither a string nor an object with the string 'base64'" },
				new String[] { "{\"recipe\":\"a\",\"texts\":[true]}", first },
				new String[] { "{\"recipe\":\"a\",\"texts\":[[\"a\"]]}", first },
				new String[] { "{\"recipe\":\"a\",\"texts\":[{}]}", first },
				new String[] { "{\"recipe\":\"a\",\"texts\":[{\"text\":\"a\"}]}", first },
				new String[] { "{\"recipe\":\"a\",\"texts\":[{\"base64\":1}]}", first },
				new String[] { "{\"recipe\":\"a\",\"texts\":[{\"base64\":\"YQ==\",\"b\":1}]}",
						"texts[0] has more than the field 'base64'" },
				new String[] { "{\"recipe\":\"a\",\"texts\":[{\"base64\":\"Y\"}]}",
						"texts[0] is not base64 (RFC 4648, on one line)" },
				new String[] { "{\"recipe\":\"a\",\"texts\":" + deep, first }, new String[] { deep, notObject },
				new String[] { "{\"a\":".repeat(1000), otherField },
				new String[] { "{\"recipe\":\"a\",\"texts\":[],\"rosebud\":1}", otherField },
				new String[] { "{\"Recipe\":\"a\",\"texts\":[]}", otherField },
				new String[] { "{\"recipe\":\"a\",\"recipe\":\"a\",\"texts\":[]}", "'recipe' occurs twice" },
				new String[] { "{\"recipe\":\"a\",\"texts\":[],\"texts\":[]}", "'texts' occurs twice" },
				new String[] { "{\"recipe\":\"a\",\"texts\":[]}{}", "the JSON object is followed by more data" },
				new String[] { "{\"recipe\":\"a\",\"texts\":[]} rosebud", notJson },
				new String[] { "\ufeff{}", notJson });
	}

	@Test
	void bytesAreInBase64InTheRequestAndInTheResponse() throws Exception {
		assertThat(batch("""
				{"recipe":"hex-encode","texts":["\u00e9",{"base64":"/wA="},{"base64":""}]}""")).isJson("""
				{"results":[{"text":"c3a9"},{"text":"ff00"},{"text":""}]}""");
		assertThat(batch("""
				{"recipe":"hex-decode","texts":["ff00","41","4"]}"""))
			.isJson("""
					{"results":[{"base64":"/wA="},{"base64":"QQ=="},{"problem":{"type":"urn:couplet:problem:value-refused",\
					"title":"Value refused","status":422,\
					"detail":"step 1, hex-decode: the hexadecimal is cut off after character 1: the last byte has less than two digits"}}]}""");
	}

	@Test
	void bytesThatAreNoTextAreAProblemOfTheirValueOnly() throws Exception {
		assertThat(batch("""
				{"recipe":"upper-case","texts":[{"base64":"/w=="},{"base64":"YQ=="}]}""")).isJson("""
				{"results":[{"problem":{"type":"urn:couplet:problem:malformed-text","title":"Malformed text",\
				"status":400,"detail":"step 1, upper-case, takes a text, and the value is not UTF-8 at byte 1; \
				if it is windows-1252, put charset-decode=windows-1252 first"}},{"text":"A"}]}""");
	}

	@ParameterizedTest
	@MethodSource("malformedBatches")
	void theProblemDescribesTheErrorInAMalformedBatch(String json, String detail) throws Exception {
		assertThat(batch(json)).isProblem(400, "malformed-batch", "Malformed batch", detail);
	}

}
