package dev.couplet.playground;

import java.util.List;

import dev.couplet.CoupletTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the suggestion of what a pasted value is encoded in.
 */
@CoupletTest
@BrowserTest
class SuggestionBrowserTests {

	@LocalServerPort
	private int port;

	private Chromium browser;

	@BeforeEach
	void browser(Chromium chromium) {
		this.browser = chromium;
	}

	@Test
	void aPastedValueThatLooksEncodedIsDecodedOnRequest() {
		Page page = open("recipe=upper-case");
		page.paste("SGVsbG8gd29ybGQ=");
		page.await(() -> page.all("#suggestion .mend"), List.of("Add base64-decode"));
		assertThat(page.find("#suggestion").getText()).contains("Hello world");
		page.awaitResult("SGVSBG8GD29YBGQ=");
		assertThat(page.steps()).containsExactly("upper-case");
		page.find("#suggestion .mend").click();
		page.awaitResult("HELLO WORLD");
		assertThat(page.steps()).containsExactly("base64-decode", "upper-case");
		assertThat(page.find("#suggestion").isDisplayed()).isFalse();
		assertThat(page.focused()).isEqualTo("Move base64-decode, step 1 of 2");
		page.find("#undo").click();
		assertThat(page.steps()).containsExactly("upper-case");
	}

	@Test
	void aSuggestionTakesThePlaceOfTheSampleRecipe() {
		Page page = open("");
		page.paste("SGVsbG8gd29ybGQ=");
		page.awaitResult("sgvsbg8gd29ybgq=");
		page.find("#suggestion .mend").click();
		page.awaitResult("0000: 4865 6c6c 6f20 776f 726c 64              Hello world\n");
		assertThat(page.steps()).containsExactly("base64-decode");
		page.find("#undo").click();
		page.awaitResult("sgvsbg8gd29ybgq=");
		assertThat(page.steps()).containsExactly("cummingsify");
	}

	@Test
	void aSuggestionIsDismissed() {
		Page page = open("recipe=upper-case");
		page.paste("SGVsbG8gd29ybGQ=");
		page.await(() -> page.find("#suggestion").isDisplayed(), true);
		page.find("#suggestion .copy").sendKeys(Keys.ENTER);
		assertThat(page.find("#suggestion").isDisplayed()).isFalse();
		assertThat(page.script("return document.activeElement.id")).isEqualTo("text");
		assertThat(page.steps()).containsExactly("upper-case");
	}

	@Test
	void aSuggestionIsHiddenWhileTheRecipeBeginsWithIt() {
		Page page = open("recipe=base64-decode,upper-case");
		countAnswers(page);
		page.paste("SGVsbG8gd29ybGQ=");
		page.await(() -> page.script("return window.answered"), 1L);
		page.awaitResult("HELLO WORLD");
		assertThat(page.find("#suggestion").isDisplayed()).isFalse();
		page.find("[aria-label^='Remove base64-decode']").click();
		page.await(() -> page.find("#suggestion").isDisplayed(), true);
		page.find("#undo").click();
		page.await(() -> page.find("#suggestion").isDisplayed(), false);
	}

	@Test
	void nothingIsSuggestedForAPlainText() {
		Page page = open("recipe=upper-case");
		countAnswers(page);
		page.paste("The sea has left its notes");
		page.await(() -> page.script("return window.answered"), 1L);
		page.awaitResult("THE SEA HAS LEFT ITS NOTES");
		assertThat(page.find("#suggestion").isDisplayed()).isFalse();
	}

	// of the server, about what a text may be encoded in
	private static void countAnswers(Page page) {
		page.script("""
				const ask = window.fetch;
				window.answered = 0;
				window.fetch = async (path, options) => {
					const answer = await ask(path, options);
					window.answered += (path === 'guess') ? 1 : 0;
					return answer;
				};""");
	}

	private Page open(String fragment) {
		return this.browser.open(this.port, fragment);
	}

}
