package dev.couplet.playground;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.couplet.CoupletTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for files: opened, dropped, and downloaded.
 */
@CoupletTest
@BrowserTest
class FilesBrowserTests {

	@LocalServerPort
	private int port;

	private Chromium browser;

	@BeforeEach
	void browser(Chromium chromium) {
		this.browser = chromium;
	}

	@TempDir
	private Path folder;

	@Test
	void aTextIsOpened() throws Exception {
		Page page = open("recipe=upper-case&text=mine");
		page.choose("#file", Files.writeString(this.folder.resolve("poem.txt"), "naïve\n"));
		page.awaitResult("NAÏVE\n");
		assertThat(page.text()).isEqualTo("naïve\n");
		page.find("#undo").click();
		page.awaitResult("MINE");
		assertThat(page.content("#recipe-notice")).isEqualTo("Undone: poem.txt opened.");
	}

	@Test
	void bytesAreShownAsAHexDumpAndSentAsTheyAre() throws Exception {
		byte[] bytes = { 0, 1, (byte) 0xff, 'A' };
		Page page = open("recipe=hex-encode");
		page.choose("#file", Files.write(this.folder.resolve("some.bin"), bytes));
		page.awaitResult("0001ff41");
		assertThat(page.text()).isEqualTo("0000: 0001 ff41                                ...A\n");
		assertThat(page.find("#text").getCssValue("font-family")).contains("monospace");
		assertThat(page.content("#text-counts")).isEqualTo("4 bytes");
		assertThat(page.content("#text-notice")).isEqualTo("The value is bytes. They are shown as a hex dump.");
		for (String name : new String[] { "curl", "nc" }) {
			assertThat(new Shell(this.folder).run(page.content("#call-" + name))).contains("0001ff41");
		}
		page.await(() -> page.link().contains("&deflated-bytes="), true);
		Page other = open(page.link().substring(page.link().indexOf('#') + 1));
		other.awaitResult("0001ff41");
		page.find("#another-text").click();
		page.press("A");
		page.awaitResult("41");
	}

	@Test
	void lineBreaksOfAFileAreKeptUntilItIsEdited() throws Exception {
		Page page = open("recipe=hex-encode");
		page.choose("#file", Files.writeString(this.folder.resolve("a.csv"), "a\r\nb"));
		page.awaitResult("610d0a62");
		assertThat(page.content("#text-notice"))
			.isEqualTo("The file has other line breaks than a text here (CR). They are kept until the text is edited.");
		page.find("#text").sendKeys(Keys.END, "c");
		page.await(() -> page.result().contains("0d"), false);
		assertThat(page.find("#text-notice").isDisplayed()).isFalse();
	}

	@Test
	void aFileIsDropped() {
		Page page = open("recipe=upper-case&text=mine");
		page.script("""
				const data = new DataTransfer();
				data.items.add(new File(['dropped'], 'poem.txt'));
				const on = (name) => document.querySelector('#result').dispatchEvent(
						new DragEvent(name, { dataTransfer: data, bubbles: true, cancelable: true }));
				window.accepted = !on('dragover');
				window.dropping = document.querySelector('.dropping') !== null;
				on('drop');""");
		page.awaitResult("DROPPED");
		assertThat(page.script("return window.accepted && window.dropping")).isEqualTo(true);
		assertThat(page.script("return document.querySelector('.dropping')")).isNull();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "some.bin", "it's \"my\" $(poem); `x` \\ 100%.bin", "-o", "-", "~", "@a", "a\nb\tc\u202e.bin" })
	void theCallsReadTheFileByItsName(String name) throws Exception {
		byte[] bytes = { 0, 1, (byte) 0xff, 'A' };
		Files.write(this.folder.resolve(name), bytes);
		Page page = open("recipe=hex-encode&text=mine");
		page.script("""
				const data = new DataTransfer();
				data.items.add(new File([new Uint8Array([0, 1, 0xff, 0x41])], arguments[0]));
				document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }));""", name);
		page.awaitResult("0001ff41");
		Shell shell = new Shell(this.folder);
		assertThat(shell.run(page.content("#call-curl"))).isEqualTo("0001ff41");
		assertThat(shell.run(page.content("#call-nc"))).isEqualTo("8:0001ff41,");
		assertThat(shell.run(page.content("#call-mcp"))).contains("0001ff41");
		Files.writeString(this.folder.resolve("call.py"), page.content("#call-python"));
		assertThat(shell.run("python3 call.py")).isEqualTo("0001ff41");
		assertThat(page.content("#word-curl")).endsWith(" is a file with the bytes.");
		page.find("#undo").click();
		page.awaitResult("6d696e65");
		page.find("#redo").click();
		page.awaitResult("0001ff41");
		assertThat(shell.run(page.content("#call-curl"))).isEqualTo("0001ff41");
	}

	@Test
	void aFileThatIsTooLargeIsNotOpened() throws Exception {
		Page page = open("recipe=upper-case&text=mine");
		page.choose("#file", Files.write(this.folder.resolve("large.bin"), new byte[(1 << 20) + 1]));
		page.await(() -> page.content("#text-failure"),
				"large.bin is not opened: 1,048,577 bytes are more than this server takes, which is 1,048,576 bytes.");
		assertThat(page.text()).isEqualTo("mine");
		page.add("reverse");
		page.awaitResult("ENIM");
		assertThat(page.content("#text-failure")).startsWith("large.bin is not opened");
		assertThat(page.find("#text").getDomAttribute("aria-invalid")).isNotEqualTo("true");
		page.find("#text").sendKeys("!");
		page.await(() -> page.content("#text-failure"), "");
	}

	@Test
	void theResultIsDownloaded() {
		this.browser.downloadTo(this.folder);
		Page page = open("recipe=upper-case&text=na%C3%AFve%0A");
		page.awaitResult("NAÏVE\n");
		page.find("#download-result").click();
		Path file = this.folder.resolve("result.txt");
		page.await(() -> Files.exists(file) && Files.size(file) == 7, true);
		assertThat(file).hasBinaryContent("NAÏVE\n".getBytes(StandardCharsets.UTF_8));
	}

	private Page open(String fragment) {
		return this.browser.open(this.port, fragment);
	}

}
