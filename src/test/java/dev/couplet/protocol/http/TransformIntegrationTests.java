package dev.couplet.protocol.http;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link TransformController} and {@link RequestText}.
 */
@HttpServerTest
class TransformIntegrationTests {

	private static final int LIMIT = 2048;

	private static final String TOO_LARGE_BODY = "the body is over the limit of 2048 bytes";

	private static final String TOO_LARGE_TEXT = "is over the limit of 2048 bytes";

	@LocalServerPort
	private int port;

	private TestClient client;

	private RawClient rawClient;

	@BeforeEach
	void connect() {
		this.client = new TestClient(this.port);
		this.rawClient = new RawClient(this.port);
	}

	@Test
	void returnsTheTransformedBody() throws Exception {
		assertThat(this.client.post("/transforms/cummingsify", "HERE IS MY POEM\n")).isText("here is my poem\n");
	}

	@Test
	void runsTheStepsInOrder() throws Exception {
		assertThat(this.client.post("/transforms/times=2,quote=A,cummingsify", "B")).isText("abb");
	}

	@Test
	void anEmptyBodyIsTheEmptyText() throws Exception {
		assertThat(this.client.post("/transforms/quote=x", "")).isText("x");
	}

	@Test
	void returnsAnEmptyResult() throws Exception {
		assertThat(this.client.post("/transforms/times=0", "x")).isText("");
	}

	@Test
	void aBodyWithoutAContentTypeIsUtf8() throws Exception {
		assertThat(this.client.post("/transforms/cummingsify", "\u00c4\u20ac\ud83d\ude00"))
			.isText("\u00e4\u20ac\ud83d\ude00");
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/x-www-form-urlencoded", "application/x-www-form-urlencoded;charset=UTF-8",
			"multipart/form-data", "multipart/form-data; boundary=x", "application/json", "image/png", "text/plain",
			"application/octet-stream" })
	void readsAllBytesOfTheBodyRegardlessOfItsType(String type) throws Exception {
		String body = "a=1&b=%20x&a=2+3&=&&%zz\r\n--x\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--x--\r\n";
		assertThat(this.client.post("/transforms/times=1", body, "Content-Type", type)).isText(body);
	}

	@ParameterizedTest
	@ValueSource(strings = { "UTF-8", "utf-8", "UTF-16", "UTF-16LE", "UTF-32", "ISO-8859-1", "windows-1252" })
	void aDeclaredCharsetIsHonoured(String charset) throws Exception {
		byte[] body = "\u00c4PFEL".getBytes(Charset.forName(charset));
		assertThat(this.client.post("/transforms/cummingsify", body, "Content-Type", "text/plain; charset=" + charset))
			.isText("\u00e4pfel");
	}

	@Test
	void bytesGoToTheRecipeAsTheyAreWhateverTheirType() throws Exception {
		byte[] body = { (byte) 0xFF, 'A' };
		for (String type : List.of("application/octet-stream", "application/x-www-form-urlencoded",
				"text/plain;charset=UTF-16", "image/png")) {
			assertThat(this.client.post("/transforms/hex-encode", body, "Content-Type", type)).isText("ff41");
		}
	}

	@Test
	void aRecipeThatGivesBytesHasTheirType() throws Exception {
		Answer answer = this.client.post("/transforms/hex-decode", "41");
		assertThat(answer.header("Content-Type")).isEqualTo("application/octet-stream");
		assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(answer.body()).isEqualTo("A");
		assertThat(this.client.post("/transforms/hex-decode", "41", "Accept", "text/plain").status()).isEqualTo(200);
		assertThat(this.client.post("/transforms/hex-decode", "41", "Accept", "image/png").status()).isEqualTo(406);
	}

	@ParameterizedTest
	@CsvSource({ "UTF-8, C3, byte 1", "UTF-8, 41C0AF, byte 2", "UTF-8, EDA080, byte 1", "UTF-16, D80041, byte 1",
			"UTF-16, 004141, byte 3", "US-ASCII, 80, byte 1", "UTF-32, 000000410000D800, character 2",
			"CESU-8, 41EDA080, character 2" })
	void aTextThatIsInvalidInItsCharsetIsMalformed(String charset, String bytes, String place) throws Exception {
		byte[] body = HexFormat.of().parseHex(bytes);
		String advice = "UTF-8".equals(charset) ? "; if it is windows-1252, put charset-decode=windows-1252 first" : "";
		assertThat(this.client.post("/transforms/cummingsify", body, "Content-Type", "text/plain;charset=" + charset))
			.isProblem(400, "malformed-text", "Malformed text",
					"step 1, cummingsify, takes a text, and the value is not " + charset + " at " + place + advice);
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/plain;charset=none", "text/plain;charset=\"\u00e4\"", "text/plain;charset=", "text",
			"text/plain;charset=a b" })
	void anUnknownCharsetOrAMalformedTypeIsUnsupported(String type) throws Exception {
		assertThat(this.rawClient
			.send("POST /transforms/cummingsify HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nContent-Type: " + type
					+ "\r\n\r\n"))
			.isPlainProblem(415, "Unsupported Media Type", "the Content-Type is malformed or its charset is unknown");
	}

	@Test
	void queryIsASafeMethodWithTheSameMeaningAsPost() throws Exception {
		for (String path : List.of("/transforms/cummingsify", "/transforms?recipe=cummingsify")) {
			assertThat(this.client.query(path, "A POEM", "text/plain")).isText("a poem");
		}
		assertThat(this.client.query("/transforms", "{\"recipe\":\"trim\",\"texts\":[]}", "application/json"))
			.isJson("{\"results\":[]}");
		assertThat(this.client.query("/transforms/nosuch", "", "text/plain").status()).isEqualTo(404);
		assertThat(this.client.query("/poems", "", "text/plain").status()).isEqualTo(405);
	}

	@Test
	void aQueryWithoutAContentTypeIsUnsupported() throws Exception {
		assertThat(new RawClient(this.port)
			.send("QUERY /transforms/trim HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\n\r\na")
			.status()).isEqualTo(415);
	}

	@Test
	void theAllowedMethodsIncludeQuery() throws Exception {
		assertThat(this.client.send("OPTIONS", "/transforms/trim").header("Allow")).contains("QUERY");
		assertThat(this.client.send("PUT", "/transforms/trim").header("Allow")).contains("QUERY");
		assertThat(this.client.send("PUT", "/poems").header("Allow")).doesNotContain("QUERY");
	}

	@Test
	void aRecipeCanBeInTheQuery() throws Exception {
		assertThat(this.client.post("/transforms?recipe=trim,upper-case", " a poem ")).isText("A POEM");
		assertThat(this.client.post("/transforms?recipe=replace=%2C:%26", "a,b")).isText("a&b");
		assertThat(this.client.post("/transforms?recipe=trim%2Cupper-case", " a poem ", "Content-Type",
				"application/x-www-form-urlencoded"))
			.isText("A POEM");
		assertThat(this.client.post("/transforms?recipe=json-encode", "\"a\"", "Content-Type", "application/json"))
			.isText("\"\\\"a\\\"\"");
		assertThat(this.client.post("/transforms?recipe=replace=%00:x", "a\0b")).isText("axb");
		assertThat(this.client.post("/transforms?recipe=hex-decode", "41").header("Content-Type"))
			.isEqualTo("application/octet-stream");
	}

	@ParameterizedTest
	@ValueSource(strings = { "recipe=trim&recipe=trim", "recipe=replace=a:&b", "x=trim", "trim" })
	void aQueryThatIsNotOneRecipeIsRefused(String query) throws Exception {
		assertThat(this.client.post("/transforms?" + query, "x")).isProblem(400, "malformed-recipe", "Malformed recipe",
				"the query must be recipe=... and nothing else; in an argument, '&' is written %26");
	}

	@ParameterizedTest
	@ValueSource(strings = { "*/*", "text/*", "text/plain", "application/json, text/plain;q=0.1" })
	void acceptsAnyAcceptHeaderThatIncludesText(String accept) throws Exception {
		assertThat(this.client.post("/transforms/cummingsify", "A", "Accept", accept)).isText("a");
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json", "image/png", "text/html", ";;;" })
	void anAcceptHeaderWithoutTextIsNotAcceptable(String accept) throws Exception {
		assertThat(this.client.post("/transforms/cummingsify", "A", "Accept", accept)).isPlainProblem(406,
				"Not Acceptable", "no response type matches the Accept header");
	}

	@Test
	void acceptsATextAtTheLimit() throws Exception {
		String text = "a".repeat(LIMIT);
		assertThat(this.client.post("/transforms/cummingsify", text)).isText(text);
	}

	@Test
	void refusesAContentLengthOverTheLimitBeforeTheBodyIsSent() throws Exception {
		assertThat(this.rawClient
			.send("POST /transforms/cummingsify HTTP/1.1\r\nHost: x\r\nContent-Length: " + (LIMIT + 1) + "\r\n\r\n"))
			.isProblem(413, "too-large", "Too large", TOO_LARGE_BODY);
	}

	@Test
	void refusesAnOversizedBodyInsteadOf100Continue() throws Exception {
		assertThat(this.rawClient.send("POST /transforms/cummingsify HTTP/1.1\r\nHost: x\r\nContent-Length: "
				+ (LIMIT + 1) + "\r\nExpect: 100-continue\r\n\r\n"))
			.isProblem(413, "too-large", "Too large", TOO_LARGE_BODY);
	}

	@Test
	void sends100ContinueOnExpect() throws Exception {
		assertThat(this.rawClient
			.send("POST /transforms/cummingsify HTTP/1.1\r\nHost: x\r\nContent-Length: " + LIMIT
					+ "\r\nExpect: 100-continue\r\n\r\n")
			.status()).isEqualTo(100);
	}

	@Test
	void refusesAChunkedBodyOneByteOverTheLimit() throws Exception {
		assertThat(this.rawClient
			.send("POST /transforms/cummingsify HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
					+ Integer.toHexString(LIMIT + 100) + "\r\n" + "a".repeat(LIMIT + 1)))
			.isProblem(413, "too-large", "Too large", TOO_LARGE_BODY);
	}

	@Test
	void acceptsAChunkedBodyAtTheLimit() throws Exception {
		String text = "a".repeat(LIMIT);
		assertThat(this.rawClient
			.send("POST /transforms/cummingsify HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
					+ Integer.toHexString(LIMIT) + "\r\n" + text + "\r\n0\r\n\r\n"))
			.isText(text);
	}

	@Test
	void theLimitAppliesToTheTextInUtf8() throws Exception {
		String text = "a".repeat(LIMIT);
		byte[] inUtf16 = text.getBytes(StandardCharsets.UTF_16);
		assertThat(this.client.post("/transforms/cummingsify", inUtf16, "Content-Type", "text/plain;charset=UTF-16"))
			.isText(text);
	}

	@Test
	void aTextThatExceedsTheLimitInUtf8IsTooLarge() throws Exception {
		byte[] inLatin1 = "\u00e4".repeat(LIMIT / 2 + 1).getBytes(StandardCharsets.ISO_8859_1);
		assertThat(
				this.client.post("/transforms/cummingsify", inLatin1, "Content-Type", "text/plain;charset=ISO-8859-1"))
			.isProblem(413, "too-large", "Too large", "the value " + TOO_LARGE_TEXT);
	}

	@Test
	void limitsABodyInAnotherCharsetBeforeItIsRead() throws Exception {
		assertThat(this.rawClient.send("POST /transforms/cummingsify HTTP/1.1\r\nHost: x\r\nContent-Length: "
				+ (4 * LIMIT + 5) + "\r\nContent-Type: text/plain;charset=UTF-16\r\n\r\n"))
			.isProblem(413, "too-large", "Too large", "the body is over the limit of 8196 bytes");
	}

	@Test
	void aResultOverTheLimitIsTooLarge() throws Exception {
		assertThat(this.client.post("/transforms/times=3", "a".repeat(1000))).isProblem(413, "too-large", "Too large",
				"step 1, times: the result " + TOO_LARGE_TEXT);
	}

}
