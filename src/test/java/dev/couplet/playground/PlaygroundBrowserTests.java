package dev.couplet.playground;

import java.util.List;
import java.util.Locale;

import dev.couplet.CoupletTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the playground with a text, a recipe and its result.
 */
@CoupletTest
@BrowserTest
class PlaygroundBrowserTests {

	@LocalServerPort
	private int port;

	private Chromium browser;

	@BeforeEach
	void browser(Chromium chromium) {
		this.browser = chromium;
	}

	@Test
	void startsWithAPoemAndCummingsify() {
		Page page = open("");
		assertThat(page.text()).startsWith("Low Tide\n");
		page.awaitResult(page.text().toLowerCase(Locale.ROOT));
		assertThat(page.find("#poem").getDomProperty("value")).isEqualTo("low-tide");
	}

	@Test
	void aPoemCanBeSelected() {
		Page page = open("recipe=head=1");
		page.find("#poem").sendKeys("night");
		page.awaitResult("NIGHT TRAIN\n");
		assertThat(page.text()).startsWith("NIGHT TRAIN\n");
	}

	@Test
	void aPastedTextReplacesThePoem() {
		Page page = open("");
		page.paste("HERE\r\nIS MY POEM");
		page.awaitResult("here\nis my poem");
		assertThat(page.find("#poem").getDomProperty("value")).isEmpty();
	}

	@Test
	void theResultIsUpdatedWhileTyping() {
		Page page = open("recipe=reverse&text=po");
		page.awaitResult("op");
		page.find("#text").sendKeys("em");
		page.awaitResult("meop");
	}

	@Test
	void anOutdatedRequestIsAborted() {
		Page page = open("recipe=upper-case&text=");
		page.script(
				"""
						window.signals = [];
						const ask = window.fetch;
						window.fetch = (path, options) => {
							if (!options.body) {
								// a request when the page is opened
								return ask(path, options);
							}
							window.signals.push(options.signal);
							return (options.body !== 'a') ? ask(path, options)
									: new Promise((answer, fail) => options.signal.addEventListener('abort', () => fail(options.signal.reason)));
						};""");
		page.find("#text").sendKeys("a");
		page.await(() -> page.script("return window.signals.length"), 1L);
		page.find("#text").sendKeys("b");
		page.awaitResult("AB");
		assertThat(page.script("return window.signals.map((signal) => signal.aborted)"))
			.isEqualTo(List.of(true, false));
	}

	@Test
	void withoutAStepTheResultIsTheText() {
		Page page = open("text=As%20it%20is");
		page.awaitResult("As it is");
		assertThat(page.content("#recipe-notice")).isEqualTo("No steps: the result is the text.");
	}

	@Test
	void theSearchListsMatchesByNameBeforeThoseByDescription() {
		Page page = open("text=");
		page.find("#search").sendKeys("hex");
		assertThat(page.all("#matches b"))
			.startsWith("hex-decode", "hex-encode", "hexdump", "hexdump-decode", "base32hex-decode", "base32hex-encode")
			.contains("crc32", "sha256");
		assertThat(page.all("#matches .category")).startsWith("encodings");
		page.press(Keys.chord(Keys.CONTROL, "a"), "blank lines");
		assertThat(page.all("#matches b")).startsWith("remove-blank-lines", "squeeze-blank-lines").contains("dedent");
		page.press(Keys.chord(Keys.CONTROL, "a"), "nonsense");
		assertThat(page.all("#matches li")).containsExactly("No matches.");
	}

	@Test
	void theSearchIsUsedByKeyboard() {
		Page page = open("text=a&recipe=");
		page.find("#search").sendKeys("hex", Keys.ARROW_DOWN);
		assertThat(page.find("#search").getDomAttribute("aria-activedescendant")).isEqualTo("match-1");
		page.press(Keys.ENTER);
		page.awaitResult("61");
		assertThat(page.find("#matches").isDisplayed()).isFalse();
		page.press(Keys.ARROW_UP);
		assertThat(page.find("#matches [aria-selected=true] b").getText()).isEqualTo("zstd-decompress");
		page.press(Keys.ESCAPE);
		assertThat(page.find("#matches").isDisplayed()).isFalse();
		assertThat(page.steps()).containsExactly("hex-encode");
	}

	@Test
	void aClickAddsATransform() {
		Page page = open("text=a&recipe=");
		page.find("#search").click();
		assertThat(page.all("#matches b")).hasSizeGreaterThan(50).contains("acrostic", "wrap");
		page.find("#match-0").click();
		assertThat(page.steps()).containsExactly("a1z26-decode");
		assertThat(page.find("#matches").isDisplayed()).isFalse();
	}

	@Test
	void aRecipeHasAtMostSixteenSteps() {
		Page page = open("text=a&recipe=" + "trim,".repeat(15) + "trim");
		page.add("reverse");
		assertThat(page.steps()).hasSize(16).doesNotContain("reverse");
		page.await(() -> page.content("#recipe-notice"), "A recipe has at most 16 steps.");
	}

	@Test
	void bytesAndCharactersAreCountedAndTheTimeIsShown() {
		Page page = open("recipe=reverse&text=na%C3%AFve%20%F0%9F%91%A9%E2%80%8D%F0%9F%91%A7");
		page.await(() -> page.content("#text-counts"), "18 bytes · 7 characters");
		page.await(() -> page.content("#result-counts").replaceFirst("\\d+ ms round", "T ms round"),
				"18 bytes · 7 characters · T ms round trip");
	}

	@Test
	void aScriptInATextIsNotExecuted() {
		String script = "<script>document.title='broken'</script><img src=x onerror=\"document.title='broken'\">";
		Page page = open("recipe=trim");
		page.paste(script);
		page.awaitResult(script);
		assertThat(page.script("return document.querySelectorAll('#result *, #calls img, body script').length"))
			.isEqualTo(0L);
		assertThat(page.script("return document.title")).isEqualTo("Couplet");
	}

	private Page open(String fragment) {
		return this.browser.open(this.port, fragment);
	}

}
