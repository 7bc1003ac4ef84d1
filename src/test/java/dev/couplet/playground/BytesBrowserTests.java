package dev.couplet.playground;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.couplet.CoupletTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Tests for results that are bytes: as a hex dump, and as a file.
 */
@CoupletTest
@BrowserTest
class BytesBrowserTests {

	private static final int MAX_SHOWN = 32_768;

	private static final byte[] ALL = bytes(256);

	@LocalServerPort
	private int port;

	private Chromium browser;

	@BeforeEach
	void browser(Chromium chromium) {
		this.browser = chromium;
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "41 | '0000: 41                                       A\n'",
			"00 20 7e 7f c3 a9 | '0000: 0020 7e7f c3a9                           . ~...\n'", "'' | ''",
			"30 31 32 33 34 35 36 37 38 39 61 62 63 64 65 66 | '0000: 3031 3233 3435 3637 3839 6162 6364 6566  0123456789abcdef\n'" })
	void areShownAsAHexDump(String hex, String dump) {
		Page page = open("recipe=hex-decode&text=" + hex.replace(" ", ""));
		page.await(() -> page.content("#result-counts").contains("round trip"), true);
		assertThat(page.result()).isEqualTo(dump);
		assertThat(page.find("#result").getCssValue("white-space")).isEqualTo("pre");
	}

	@Test
	void areReadAsBytesWhicheverTheyAre() {
		Page page = open("recipe=hex-decode&text=" + HexFormat.of().formatHex(ALL));
		page.await(() -> page.content("#result-counts").contains("round trip"), true);
		List<String> lines = page.result().lines().toList();
		assertThat(lines).hasSize(16);
		assertThat(lines.stream().map((line) -> line.substring(6, 45).replace(" ", "")).collect(Collectors.joining()))
			.isEqualTo(HexFormat.of().formatHex(ALL));
		assertThat(lines.getLast()).startsWith("00f0: f0f1");
	}

	@Test
	void areCountedWithoutCharacters() {
		Page page = open("recipe=hex-decode&text=c3a9ff");
		page.await(() -> page.content("#result-counts").replaceFirst("(\\d+|less than 1) ms", "T ms"),
				"3 bytes · T ms round trip");
		assertThat(page.content("#result-notice"))
			.isEqualTo("The bytes are shown as a hex dump, which Copy copies. Download saves them.");
	}

	@Test
	void areAnnouncedWithTheirNumber() {
		Page page = open("recipe=hex-decode&text=c3");
		page.await(() -> page.content("#announcement"), "The result is 1 byte.");
		page.add("gzip");
		page.await(() -> page.content("#announcement").matches("gzip added as step 2\\. The result is [0-9]+ bytes\\."),
				true);
	}

	@Test
	void anotherStepMakesThemATextAgain() {
		Page page = open("recipe=hex-decode&text=c3a9");
		page.await(() -> page.result().startsWith("0000: c3a9"), true);
		assertThat(page.find("#download-result").isDisplayed()).isTrue();
		page.add("upper-case");
		page.awaitResult("É");
		assertThat(page.find("#result").getCssValue("white-space")).isEqualTo("pre-wrap");
		assertThat(page.content("#result-notice")).isEmpty();
		page.await(() -> page.content("#result-counts").startsWith("2 bytes · 1 character · "), true);
	}

	@Test
	void thatAreNotATextAreAnErrorAtTheStepThatTakesOne() {
		Page page = open("recipe=trim,hex-decode,upper-case,reverse&text=41ff");
		page.await(() -> page.content("#failure"),
				"Step 3, upper-case: takes a text, and the result of step 2 is not UTF-8 at byte 2; "
						+ "if it is windows-1252, put charset-decode=windows-1252 before it.");
		assertThat(page.all("#steps > li.failed .failure"))
			.containsExactly("takes a text, and the result of step 2 is not UTF-8 at byte 2; "
					+ "if it is windows-1252, put charset-decode=windows-1252 before it");
		assertThat(page.find("#download-result").isDisplayed()).isFalse();
	}

	@Test
	void anIntermediateResultOfBytesIsAHexDump() {
		Page page = open("recipe=hex-decode,upper-case&text=6f70");
		page.awaitResult("OP");
		page.mouse().moveToElement(page.button(1, "name")).perform();
		page.awaitResult("0000: 6f70                                     op\n");
		assertThat(page.content("#result-heading")).isEqualTo("After step 1, hex-decode");
		assertThat(page.content("#result-counts")).isEqualTo("2 bytes");
		page.mouse().moveToElement(page.find("h1")).perform();
		page.awaitResult("OP");
	}

	@Test
	void onlyTheFirst32KilobytesAreShownAndAllAreCopied() {
		int size = 2 * MAX_SHOWN + 1;
		Page page = open("recipe=hex-decode");
		page.paste("5a".repeat(size));
		page.await(() -> page.content("#result-counts").startsWith("65,537 bytes · "), true);
		assertThat(page.content("#result-notice"))
			.isEqualTo("Only the first 32,768 bytes are shown. Copy copies the hex dump of all, Download saves them.");
		assertThat(page.result().lines()).hasSize(MAX_SHOWN / 16).allMatch((line) -> line.endsWith("Z".repeat(16)));
		page.find("#copy-result").click();
		page.await(() -> page.find("#copy-result").getText(), "Copied");
		String copied = (String) page
			.asyncScript("const [done] = arguments; navigator.clipboard.readText().then(done)");
		assertThat(copied.lines()).hasSize(2 * MAX_SHOWN / 16 + 1)
			.last()
			.isEqualTo("10000: 5a                                       Z");
	}

	@Test
	void theCopiedHexDumpIsReadByXxd(@TempDir Path folder) throws Exception {
		Shell shell = new Shell(folder);
		Page page = open("recipe=hex-decode&text=" + HexFormat.of().formatHex(ALL) + "41");
		page.await(() -> page.content("#result-counts").startsWith("257 bytes"), true);
		page.find("#copy-result").click();
		page.await(() -> page.find("#copy-result").getText(), "Copied");
		Files.writeString(folder.resolve("dump"),
				(String) page.asyncScript("const [done] = arguments; navigator.clipboard.readText().then(done)"));
		assumeTrue(shell.has("xxd"), "xxd is not on the PATH");
		shell.run("xxd -r dump >bytes");
		assertThat(folder.resolve("bytes"))
			.hasBinaryContent(HexFormat.of().parseHex(HexFormat.of().formatHex(ALL) + "41"));
	}

	@Test
	void canBeDownloaded(@TempDir Path folder) {
		this.browser.downloadTo(folder);
		Page page = open("recipe=hex-decode&text=" + HexFormat.of().formatHex(ALL));
		page.await(() -> page.content("#result-counts").startsWith("256 bytes"), true);
		page.find("#download-result").sendKeys(Keys.ENTER);
		Path file = folder.resolve("result.bin");
		page.await(() -> Files.exists(file) && Files.size(file) == ALL.length, true);
		assertThat(file).hasBinaryContent(ALL);
	}

	@Test
	void aLongResultCanBeDownloaded(@TempDir Path folder) {
		this.browser.downloadTo(folder);
		Page page = open("recipe=hex-decode");
		page.paste("5a".repeat(1 << 19));
		page.await(() -> page.content("#result-counts").startsWith("524,288 bytes"), true);
		page.find("#download-result").click();
		Path file = folder.resolve("result.bin");
		page.await(() -> Files.exists(file) && Files.size(file) == 1 << 19, true);
	}

	@Test
	void theSearchShowsTheKindsOfTransformsForBytes() {
		Page page = open("text=a");
		page.find("#search").sendKeys("hex-");
		assertThat(page.all("#matches li").stream().map((match) -> match.lines().limit(2).toList()))
			.startsWith(List.of("hex-decode", "text → bytes"), List.of("hex-encode", "bytes → text"));
		page.press(Keys.chord(Keys.CONTROL, "a"), "reverse-words");
		assertThat(page.all("#matches .kinds")).isEmpty();
	}

	@Test
	void theStepsShowTheirKinds() {
		Page page = open("recipe=trim,hex-decode,gzip,base64-encode,nosuch&text=41");
		assertThat(page.all("#steps .kinds")).containsExactly("", "text → bytes", "bytes → bytes", "bytes → text", "");
		String described = page.button(2, "name").getDomAttribute("aria-describedby");
		assertThat(described).contains(page.find("#steps > li:nth-child(2) .kinds").getDomAttribute("id"));
	}

	private Page open(String fragment) {
		return this.browser.open(this.port, fragment);
	}

	private static byte[] bytes(int count) {
		byte[] bytes = new byte[count];
		IntStream.range(0, count).forEach((i) -> bytes[i] = (byte) i);
		return bytes;
	}

}
