package dev.couplet.playground;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;

import dev.couplet.CoupletTest;
import dev.couplet.NpmClients;
import dev.couplet.TestCertificates;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the command for gRPC that the playground shows, by running it with a program
 * that stands in for grpcurl, and sends its JSON with Node's client.
 */
@CoupletTest
@BrowserTest
class GrpcCallsBrowserTests {

	@SuppressWarnings("NullAway.Init") // set before all tests
	private static NpmClients clients;

	@LocalServerPort
	private int port;

	@TempDir
	private Path folder;

	private Chromium browser;

	@BeforeAll
	static void install() throws Exception {
		clients = NpmClients.install("grpc");
	}

	@BeforeEach
	void browser(Chromium chromium) {
		this.browser = chromium;
	}

	@ParameterizedTest
	@MethodSource("dev.couplet.playground.CallsBrowserTests#texts")
	@ValueSource(strings = { "", "a\0'%\\u0000\"b" })
	void producesTheResultThatIsShown(String text) throws Exception {
		Page page = open("swap-case,reverse-words", text);
		page.await(() -> page.content("#result-counts").contains("round trip"), true);
		assertThat(run(page).get("text").asString()).isEqualTo(page.result());
	}

	@Test
	void supportsBracketsAndAnyCharactersInAnArgument() throws Exception {
		String argument = ":.=%/\\?#&'\"\n é()*!~;$x`";
		Page page = open("each-match=[A-Z]+(join-lines=" + encoded(argument).replace(".", "%2E") + ",lower-case),trim",
				" THE moon");
		page.awaitResult("the moon");
		assertThat(run(page).get("text").asString()).isEqualTo("the moon");
	}

	@Test
	void returnsBytesInBase64() throws Exception {
		Page page = open("charset-encode=UTF-16BE", "a\0'b");
		page.await(() -> page.result().startsWith("0000: 00"), true);
		assertThat(bytes(run(page))).isEqualTo("a\0'b".getBytes(StandardCharsets.UTF_16BE));
		assertThat(page.content("#word-grpcurl"))
			.isEqualTo("The result is bytes, which the response contains in base64.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "lower-case", "replace=%5C%25s:%25d%27,lower-case" })
	void readsALongTextFromAFile(String recipe) throws Exception {
		String text = "Aé\n".repeat(50_000);
		Page page = open(recipe, "");
		page.paste(text);
		page.await(() -> page.content("#result-counts").startsWith("200,000 bytes"), true);
		assertThat(page.content("#call-grpcurl")).contains(" | grpcurl -plaintext -d @ localhost:");
		assertThat(page.content("#word-grpcurl"))
			.isEqualTo("input.txt is a file with the text. The command sends it as bytes, in base64.");
		Files.writeString(this.folder.resolve("input.txt"), text);
		assertThat(run(page).get("text").asString()).isEqualTo(text.toLowerCase(Locale.ROOT));
	}

	private Page open(String recipe, String text) {
		return this.browser.open(this.port, "recipe=" + recipe + "&text=" + encoded(text));
	}

	private JsonNode run(Page page) throws Exception {
		return run(page.content("#call-grpcurl"), this.folder);
	}

	private static JsonNode run(String command, Path folder) throws Exception {
		return JsonMapper.shared().readTree(new Shell(folder).with(clients.folder()).run(command));
	}

	private static byte[] bytes(JsonNode response) {
		return Base64.getDecoder().decode(response.get("data").asString());
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

	@Nested
	@TestPropertySource(properties = "couplet.grpc.ssl-bundle=couplet")
	class WithTls {

		@DynamicPropertySource
		static void certificate(DynamicPropertyRegistry registry) {
			String bundle = "spring.ssl.bundle.pem.couplet.keystore.";
			registry.add(bundle + "certificate", () -> TestCertificates.certificate("server").toString());
			registry.add(bundle + "private-key", () -> TestCertificates.key("server").toString());
		}

		@Test
		void isWithoutPlaintextAndSaysHowToTrustTheCertificate(@LocalServerPort int port, @TempDir Path empty,
				Chromium browser) throws Exception {
			Page page = browser.open(port, "recipe=upper-case&text=a");
			String command = page.content("#call-grpcurl");
			assertThat(command).startsWith("grpcurl -d ");
			assertThat(page.content("#word-grpcurl")).isEqualTo("If the certificate is not from a public authority, "
					+ "add -cacert with the file of its authority.");
			String trusting = command.replace("grpcurl ",
					"grpcurl -cacert '" + TestCertificates.certificate("ca").toAbsolutePath() + "' ");
			assertThat(run(trusting, empty).get("text").asString()).isEqualTo("A");
		}

	}

}
