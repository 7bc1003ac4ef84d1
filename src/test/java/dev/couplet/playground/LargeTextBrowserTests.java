package dev.couplet.playground;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

import dev.couplet.CoupletTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the playground with a text of a megabyte.
 */
@CoupletTest
@BrowserTest
class LargeTextBrowserTests {

	private static final int MEGABYTE = 1 << 20;

	private static final String LINE = "The sea has left its notes out on the sand.\n";

	@LocalServerPort
	private int port;

	private Chromium browser;

	@BeforeEach
	void browser(Chromium chromium) {
		this.browser = chromium;
	}

	@ParameterizedTest
	@CsvSource({ "'" + LINE + "', lower-case, true", "A, lower-case, true", "41, hex-decode, false" })
	void doesNotBlockRendering(String line, String recipe, boolean givesText) {
		String text = line.repeat(MEGABYTE / line.length());
		Page page = open("recipe=" + recipe);
		// the time that a text field alone would block the page
		Number frozen = (Number) page.script("""
				const field = document.querySelector('#text').cloneNode();
				document.body.append(field);
				const start = performance.now();
				field.value = arguments[0];
				field.getBoundingClientRect();
				const end = performance.now();
				field.remove();
				return end - start;""", LINE.repeat(MEGABYTE / LINE.length()));
		page.script("""
				window.longest = 0;
				let last = performance.now();
				const frame = (now) => {
					window.longest = Math.max(window.longest, now - last);
					last = now;
					requestAnimationFrame(frame);
				};
				requestAnimationFrame(frame);""");
		page.paste(text);
		String size = "%,d".formatted(text.length());
		page.await(() -> page.content("#text-counts"), size + " bytes · " + size + " characters");
		String counts = givesText ? size + " bytes · " + size + " characters · "
				: "%,d bytes · ".formatted(text.length() / 2);
		page.await(() -> page.content("#result-counts").startsWith(counts), true);
		Number longest = (Number) page.script("return window.longest");
		assertThat(longest.doubleValue()).as("the longest time without a frame; a field alone: %s ms", frozen)
			.isLessThan(frozen.doubleValue());
		assertThat(page.result()).hasSizeLessThan(MEGABYTE / 5);
	}

	@Test
	void isKeptCompletelyAndShownPartly() {
		String text = "É".repeat(MEGABYTE / 2);
		Page page = open("recipe=lower-case");
		page.paste(text);
		page.await(() -> page.result().startsWith("é"), true);
		assertThat(page.content("#text-notice")).startsWith("The text is too long to edit here.");
		assertThat(page.content("#result-notice")).isEqualTo("Only the beginning is shown. Copy copies everything.");
		assertThat(page.result()).hasSizeLessThan(MEGABYTE / 10);
		page.find("#copy-result").click();
		page.await(() -> page.find("#copy-result").getText(), "Copied");
		assertThat(page.asyncScript("const [done] = arguments; navigator.clipboard.readText().then(done)"))
			.isEqualTo(text.toLowerCase(Locale.ROOT));
		page.find("#another-text").click();
		page.press("A", Keys.SHIFT);
		page.awaitResult("a");
	}

	@ParameterizedTest
	@CsvSource({ "A, 50000, true", "A, 50001, false", "é, 25001, false", "'AAAA\n', 20000, true" })
	void canBeEditedUnlessALineIsLong(String unit, int times, boolean canBeEdited) {
		Page page = open("recipe=lower-case");
		page.paste(unit.repeat(times));
		page.await(() -> page.content("#result-counts").contains("round trip"), true);
		assertThat(page.find("#text-notice").isDisplayed()).isNotEqualTo(canBeEdited);
		page.press("B");
		page.await(
				() -> page.content("#text-counts")
					.startsWith("%,d bytes"
						.formatted(unit.getBytes(StandardCharsets.UTF_8).length * times + (canBeEdited ? 1 : 0))),
				true);
	}

	@ParameterizedTest
	@CsvSource({ "'\t\u00a0x ', 'lower-case,trim-lines,reverse,swap-case'",
			"41, 'hex-decode,gzip,gunzip,reverse-lines'" })
	void putsFewElementsOnThePage(String unit, String recipe) {
		Page page = open("recipe=" + recipe + "&text=a");
		long before = elements(page);
		page.paste(unit.repeat(MEGABYTE / 2 / unit.length()));
		page.await(() -> page.content("#result-counts").contains("round trip"), true);
		page.find("#every-step").click();
		page.await(() -> page.all("#every-result > li").size(), 4);
		assertThat(elements(page) - before).isLessThan(1_000);
		assertThat(page.content("#panes")).hasSizeLessThan(50_000);
	}

	private static long elements(Page page) {
		return (long) Objects.requireNonNull(page.script("return document.querySelectorAll('*').length"));
	}

	@Test
	void anErrorForAnOversizedTextIsShownAtTheText() {
		Page page = open("recipe=trim,reverse");
		page.paste("a".repeat(MEGABYTE + 1));
		page.await(() -> page.content("#text-failure"),
				"1,048,577 bytes are more than this server takes, which is 1,048,576 bytes.");
		assertThat(page.content("#failure")).isEqualTo("No result: see what is said about the text.");
		assertThat(page.all("#steps > li.failed")).isEmpty();
	}

	@Test
	void anErrorForAnOversizedResultIsShownAtItsStep() {
		Page page = open("recipe=trim,hex-encode,hex-decode");
		page.paste("a".repeat(MEGABYTE));
		page.await(() -> page.content("#failure"),
				"Step 2, hex-encode: the result is over the limit of 1048576 bytes.");
	}

	private Page open(String fragment) {
		return this.browser.open(this.port, fragment);
	}

}
