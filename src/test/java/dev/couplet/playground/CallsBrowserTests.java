package dev.couplet.playground;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import dev.couplet.CoupletTest;
import dev.couplet.GrpcClient;
import dev.couplet.tcp.Listener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Tests for the commands that the playground shows, by running them.
 */
@CoupletTest
@BrowserTest
class CallsBrowserTests {

	// characters that a terminal interprets or displays differently
	private static final String UNSAFE_TO_PASTE = "[\\p{Cc}\\p{Zl}\\p{Zp}\\x{202E}&&[^\n\t]]";

	@LocalServerPort
	private int port;

	@Autowired
	private Listener netstringListener;

	@Autowired
	private Listener socketmapListener;

	@Autowired
	private ApplicationContext server;

	@TempDir
	private Path folder;

	private Chromium browser;

	private Shell shell;

	@BeforeEach
	void browser(Chromium chromium) {
		this.browser = chromium;
		this.shell = new Shell(this.folder);
	}

	@Test
	void containTheServersPorts() {
		Page page = open("cummingsify", "HERE IS MY POEM");
		assertThat(page.content("#call-curl")).isEqualTo(
				"curl http://localhost:%d/transforms/cummingsify --data-raw 'HERE IS MY POEM'".formatted(this.port));
		assertThat(page.content("#call-nc"))
			.isEqualTo("printf %%s '27:cummingsify.HERE IS MY POEM,' | nc -N localhost %d"
				.formatted(this.netstringListener.port()));
		assertThat(page.content("#call-postmap"))
			.isEqualTo("postmap -q 'HERE IS MY POEM' socketmap:inet:localhost:%d:cummingsify"
				.formatted(this.socketmapListener.port()));
		assertThat(page.content("#call-postfix")).isEqualTo(
				"canonical_maps = socketmap:inet:localhost:%d:cummingsify".formatted(this.socketmapListener.port()));
		assertThat(page.content("#call-grpcurl"))
			.isEqualTo("grpcurl -plaintext -d '{\"recipe\":\"cummingsify\",\"text\":\"HERE IS MY POEM\"}' "
					+ "localhost:%d couplet.v1.Transforms/Transform".formatted(GrpcClient.port(this.server)));
		assertThat(page.content("#call-mcp")).isEqualTo(("curl http://localhost:%d/mcp --json '{\"jsonrpc\":\"2.0\","
				+ "\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"transform\",\"arguments\":"
				+ "{\"recipe\":\"cummingsify\",\"text\":\"HERE IS MY POEM\"}}}'")
			.formatted(this.port));
	}

	static List<String> texts() {
		return List.of("plain", "it's; echo 'two' \"three\" `four` $(five) $six !seven \\n \\", "one\ntwo\n\n",
				"naïve ‘quotes’ 語 👩‍👧", "@file", "--help", "%s%%d", "a\tb\\c'd\u001b[201~\r\u0085\u2028\u202e1'",
				" spaces ", "'");
	}

	@ParameterizedTest
	@MethodSource("texts")
	void produceTheResultThatIsShown(String text) throws Exception {
		Page page = open("swap-case,reverse-words", text);
		page.await(() -> page.content("#result-counts").contains("round trip"), true);
		String result = page.result();
		assertThat(Stream.of("curl", "nc", "postmap", "grpcurl", "mcp", "java", "python")
			.map((name) -> page.content("#call-" + name)))
			.allSatisfy((call) -> assertThat(call).doesNotContainPattern(UNSAFE_TO_PASTE));
		assertThat(run(page, "curl")).isEqualTo(result);
		assertThat(run(page, "nc")).isEqualTo(netstring(result));
		assertThat(tool(page, "text")).isEqualTo(result);
		assertThat(program(page, "python", "call.py", "python3")).isEqualTo(result);
		if (this.shell.has("postmap")) {
			assertThat(run(page, "postmap")).isEqualTo(result + "\n");
		}
	}

	@Test
	void supportBrackets() throws Exception {
		Page page = open("each-match=[A-Z]+(lower-case),each-line(try(each-word(hex-decode)))", "THE MOON\n41 42");
		page.awaitResult("the moon\nA B");
		assertThat(page.content("#call-curl")).startsWith("curl 'http://localhost:" + this.port
				+ "/transforms/each-match=%5BA-Z%5D%2B(lower-case),each-line(try(each-word(hex-decode)))' --data-raw");
		assertThat(run(page, "curl")).isEqualTo(page.result());
		assertThat(run(page, "nc")).isEqualTo(netstring(page.result()));
		assertThat(tool(page, "text")).isEqualTo(page.result());
		if (this.shell.has("postmap")) {
			assertThat(run(page, "postmap")).isEqualTo(page.result() + "\n");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u00ff\n", "a\0'b" })
	void saveBytesInAFile(String text) throws Exception {
		Page page = open("charset-encode=UTF-16BE", text);
		page.await(() -> page.result().startsWith("0000: 00"), true);
		savesBytes(page, text.getBytes(StandardCharsets.UTF_16BE));
		page.add("base64-encode");
		page.await(() -> page.content("#call-nc").contains(">"), false);
		assertThat(page.content("#call-curl")).doesNotContain("--output");
		assertThat(page.find("#word-curl").isDisplayed()).isFalse();
		assertThat(page.content("#word-mcp")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "it's \"two\" \\u0041 \\n naïve 語 👩‍👧 \u001b \u2028 \u202e\n", "a\0b" })
	void theProgramInJavaMakesTheResult(String text) throws Exception {
		Page page = open("swap-case", text);
		page.await(() -> page.content("#result-counts").contains("round trip"), true);
		assertThat(program(page, "java", "Call.java", java())).isEqualTo(page.result());
	}

	@Test
	void theProgramsReadALongTextAndSaveBytes() throws Exception {
		Page page = open("gzip,gunzip", "");
		page.paste("é\n".repeat(2_000));
		page.await(() -> page.content("#result-counts").startsWith("6,000 bytes"), true);
		byte[] bytes = "é\n".repeat(2_000).getBytes(StandardCharsets.UTF_8);
		Files.write(this.folder.resolve("input.txt"), bytes);
		assertThat(program(page, "python", "call.py", "python3")).isEmpty();
		assertThat(this.folder.resolve("result.bin")).hasBinaryContent(bytes);
		Files.delete(this.folder.resolve("result.bin"));
		assertThat(program(page, "java", "Call.java", java())).isEmpty();
		assertThat(this.folder.resolve("result.bin")).hasBinaryContent(bytes);
	}

	@Test
	void showOneCommandAtATime() {
		Page page = open("trim", "poem");
		assertThat(page.find("#call-curl").isDisplayed()).isTrue();
		assertThat(page.find("#call-nc").isDisplayed()).isFalse();
		page.find("#tab-curl").sendKeys(Keys.ARROW_LEFT);
		assertThat(page.find("#call-python").isDisplayed()).isTrue();
		assertThat(page.focused()).isEqualTo("Python");
		page.press(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
		assertThat(page.find("#call-nc").isDisplayed()).isTrue();
		assertThat(page.find("#call-curl").isDisplayed()).isFalse();
	}

	@Test
	void saveBytesOfALongTextInAFile() throws Exception {
		Page page = open("hex-decode", "");
		page.paste("FE".repeat(2_100));
		page.await(() -> page.content("#result-counts").startsWith("2,100 bytes"), true);
		Files.writeString(this.folder.resolve("input.txt"), "FE".repeat(2_100));
		byte[] bytes = new byte[2_100];
		Arrays.fill(bytes, (byte) 0xFE);
		savesBytes(page, bytes);
		assertThat(page.content("#word-curl")).startsWith("input.txt is a file with the text. The result is bytes");
	}

	private void savesBytes(Page page, byte[] bytes) throws Exception {
		assertThat(run(page, "curl")).isEmpty();
		assertThat(this.folder.resolve("result.bin")).hasBinaryContent(bytes);
		assertThat(page.content("#word-curl")).endsWith("The result is bytes, which the command saves in result.bin.");
		assertThat(run(page, "nc")).isEmpty();
		String netstring = Files.readString(this.folder.resolve("result.netstring"), StandardCharsets.ISO_8859_1);
		assertThat(netstring).isEqualTo(bytes.length + ":" + new String(bytes, StandardCharsets.ISO_8859_1) + ",");
		assertThat(page.content("#word-nc")).contains("result.netstring");
		assertThat(Base64.getDecoder().decode(tool(page, "base64"))).isEqualTo(bytes);
		assertThat(page.content("#word-mcp")).endsWith("The result is bytes, which the response contains in base64.");
		assertThat(page.hasCall("postmap")).isFalse();
		assertThat(page.content("#word-postmap")).isEqualTo("The result is bytes. Postfix supports only a text.");
	}

	@Test
	void supportATextWithNul() throws Exception {
		Page page = open("reverse", "a\0001'%\\b");
		page.awaitResult("b\\%'1\0a");
		assertThat(run(page, "curl")).isEqualTo("b\\%'1\0a");
		assertThat(run(page, "nc")).isEqualTo("7:b\\%'1\0a,");
		assertThat(tool(page, "text")).isEqualTo(page.result());
		assertThat(page.hasCall("postmap")).isFalse();
	}

	@Test
	void supportAnyCharactersInAnArgument() throws Exception {
		String argument = ":.=%/\\?#&'\"\n é()*!~;$x`";
		Page page = open("join-lines=" + encoded(argument).replace(".", "%2E"), "a\nb");
		page.awaitResult("a" + argument + "b");
		assertThat(run(page, "curl")).isEqualTo(page.result());
		assertThat(run(page, "nc")).isEqualTo(netstring(page.result()));
		assertThat(tool(page, "text")).isEqualTo(page.result());
		if (this.shell.has("postmap")) {
			assertThat(run(page, "postmap")).isEqualTo(page.result() + "\n");
		}
	}

	@Test
	void readALongTextFromAFile() throws Exception {
		String text = "Aé\n".repeat(2_000);
		Page page = open("lower-case", "");
		page.paste(text);
		page.awaitResult(text.toLowerCase(Locale.ROOT));
		assertThat(page.content("#call-curl")).endsWith(" --data-binary @input.txt");
		Files.writeString(this.folder.resolve("input.txt"), text);
		assertThat(run(page, "curl")).isEqualTo(page.result());
		assertThat(run(page, "nc")).isEqualTo(netstring(page.result()));
		assertThat(tool(page, "text")).isEqualTo(page.result());
		assumeTrue(this.shell.has("postmap"), "postmap is not on the PATH; it is in Debian's package postfix");
		assertThat(run(page, "postmap")).isEqualTo(page.result());
	}

	@ParameterizedTest
	@CsvSource({ "replace=a:b, a, Postfix splits the map name at the last colon",
			"trim, -, 'postmap does not accept an empty key or NUL, and “-” means standard input'",
			"trim, '', 'postmap does not accept an empty key or NUL, and “-” means standard input'",
			"'', a, The command requires a recipe with at least one step" })
	void sayWhatPostfixDoesNotSupport(String recipe, String text, String word) {
		Page page = open(recipe, text);
		assertThat(page.hasCall("postmap")).isFalse();
		assertThat(page.content("#word-postmap")).startsWith(word);
	}

	@ParameterizedTest
	@ValueSource(strings = { "trim,lower-case", "each-line(trim,lower-case)", "replace=a:b" })
	void theSettingForPostfixGivesARecipeANameWhereItNeedsOne(String recipe) {
		Page page = open(recipe, "a");
		assertThat(page.content("#call-postfix")).endsWith(":NAME").startsWith("canonical_maps = socketmap:inet:");
		assertThat(page.content("#word-postfix")).contains("--couplet.recipes.NAME=" + recipe);
	}

	@Test
	void requireARecipe() {
		Page page = open("", "a");
		for (String name : new String[] { "curl", "grpcurl", "nc", "mcp", "postmap", "postfix", "java", "python" }) {
			assertThat(page.hasCall(name)).isFalse();
			assertThat(page.content("#word-" + name))
				.isEqualTo("The command requires a recipe with at least one step.");
		}
	}

	@Test
	void canBeCopied() {
		Page page = open("trim", "it's\na poem");
		for (String name : new String[] { "curl", "grpcurl", "nc", "MCP", "postmap", "Postfix", "Java", "Python" }) {
			page.showCall(name.toLowerCase(Locale.ROOT));
			String shown = page.content("#call-" + name.toLowerCase(Locale.ROOT)).stripTrailing();
			page.find("[aria-label='Copy " + name + "']").click();
			page.await(() -> page.find("[aria-label='Copy " + name + "']").getText(), "Copied");
			assertThat(pasted(page).stripTrailing()).isEqualTo(shown);
		}
	}

	@Test
	void theCompleteResultIsCopied() {
		Page page = open("reverse", "it's\na poem");
		page.awaitResult("meop a\ns'ti");
		page.find("#copy-result").click();
		page.await(() -> page.find("#copy-result").getText(), "Copied");
		assertThat(pasted(page)).isEqualTo("meop a\ns'ti");
	}

	@Test
	void copyingWorksWithoutTheClipboardApi() {
		Page page = open("reverse", "poem");
		page.awaitResult("meop");
		page.script("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
		page.find("#copy-result").click();
		page.await(() -> page.find("#copy-result").getText(), "Copied");
		assertThat(pasted(page)).isEqualTo("meop");
	}

	private Page open(String recipe, String text) {
		return this.browser.open(this.port, "recipe=" + recipe + "&text=" + encoded(text));
	}

	private String run(Page page, String name) throws Exception {
		return this.shell.run(page.content("#call-" + name));
	}

	private String program(Page page, String name, String file, String launcher) throws Exception {
		Files.writeString(this.folder.resolve(file), page.content("#call-" + name));
		return this.shell.run(launcher + " " + file);
	}

	private static String java() {
		return Path.of(System.getProperty("java.home"), "bin", "java") + " -XX:TieredStopAtLevel=1";
	}

	/**
	 * Calls the tool with the command for MCP.
	 * @return a field of its result
	 */
	private String tool(Page page, String field) throws Exception {
		JsonNode response = JsonMapper.shared().readTree(run(page, "mcp"));
		return response.at("/result/structuredContent/" + field).asString();
	}

	private static String pasted(Page page) {
		page.find("#text").click();
		page.press(Keys.chord(Keys.CONTROL, "a"), Keys.chord(Keys.CONTROL, "v"));
		return page.text();
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

	private static String netstring(String text) {
		return text.getBytes(StandardCharsets.UTF_8).length + ":" + text + ",";
	}

}
