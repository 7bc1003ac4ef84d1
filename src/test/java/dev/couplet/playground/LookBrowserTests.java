package dev.couplet.playground;

import dev.couplet.CoupletTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what the page looks like: nothing moves, everything is in reach, and nothing
 * is hidden.
 */
@CoupletTest
@BrowserTest
class LookBrowserTests {

	@LocalServerPort
	private int port;

	private Chromium browser;

	@BeforeEach
	void browser(Chromium chromium) {
		this.browser = chromium;
	}

	private static final String FOUR = "recipe=trim,upper-case,truncate=300,reverse&text=poems";

	@Test
	void nothingMovesWhenAStepIsPointedAt() {
		Page page = open("recipe=trim,regex-replace=a:b,hex-decode,reverse&text=poems");
		page.await(() -> page.all("#steps > li.failed").size(), 1);
		Object before = places(page);
		for (int step = 1; step <= 4; step++) {
			page.mouse().moveToElement(page.button(step, "name")).perform();
			String heading = "After step " + step + ",";
			page.await(() -> page.content("#result-heading").startsWith(heading), true);
			assertThat(places(page)).isEqualTo(before);
		}
		page.mouse().moveToElement(page.find("h1")).perform();
		page.set(2, "pattern", "e");
		assertThat(places(page)).isEqualTo(before);
	}

	@Test
	void theNamesOfStepsLookLikeThereIsSomethingToSee() {
		Page page = open(FOUR);
		assertThat(page.find("#name-help").isDisplayed()).isTrue();
		assertThat(page.button(1, "name").getCssValue("text-decoration-line")).isEqualTo("underline");
	}

	@Test
	void onAPhoneTheResultIsInSightBesideFourSteps() {
		Page page = open(FOUR);
		this.browser.phone();
		page.await(() -> page.script("return innerWidth"), 390L);
		assertThat(page.script("""
				const { top, bottom } = document.getElementById('result').getBoundingClientRect();
				return top >= 0 && bottom <= innerHeight && bottom - top > 100;""")).isEqualTo(true);
		assertThat(page.script("return document.elementFromPoint(195, innerHeight - 80).closest('section').id"))
			.isEqualTo("result-section");
	}

	@Test
	void onAPhoneEverythingThatIsPressedIsLargeEnough() {
		Page page = open(FOUR);
		this.browser.phone();
		page.await(() -> page.script("return matchMedia('(pointer: coarse)').matches"), true);
		assertThat(page
			.script("""
					return [...document.querySelectorAll('button, input:not([type=checkbox]), select, summary, label.use, #link')]
						.filter((one) => one.checkVisibility())
						.map((one) => [one.getAttribute('aria-label') ?? one.id ?? one.textContent, one.getBoundingClientRect()])
						.filter(([, { width, height }]) => width < 44 || height < 44)
						.map(([name, { width, height }]) => `${name}: ${width} x ${height}`).join()"""))
			.isEqualTo("");
	}

	@Test
	void onlyWhatIsWrongIsRed() {
		Page page = open("recipe=trim,wrap=0&text=poems");
		page.await(() -> page.all("#steps > li.failed").size(), 1);
		String red = page.find("#failure").getCssValue("color");
		assertThat(page.button(1, "remove").getCssValue("color")).isNotEqualTo(red);
		assertThat(page.find("#copy-result").getCssValue("color")).isNotEqualTo(red);
		assertThat(page.script("return getComputedStyle(document.querySelector('.step'), '::before').color"))
			.isNotEqualTo(red);
		page.find("#search").sendKeys(Keys.TAB);
		assertThat(page.script("return getComputedStyle(document.activeElement).outlineColor")).isNotEqualTo(red);
		assertThat(page.field(2, "width").getCssValue("border-top-color")).isEqualTo(red);
	}

	@Test
	void hexadecimalAndBase64AreInAFontOfEqualWidths() {
		Page page = open("recipe=hex-encode&text=poems");
		page.awaitResult("706f656d73");
		assertThat(page.find("#result").getCssValue("font-family")).contains("monospace");
		Page other = open("recipe=base64-decode,lower-case&text=QQ");
		other.awaitResult("a");
		assertThat(other.find("#result").getCssValue("font-family")).doesNotContain("monospace");
		assertThat(other.find("#text").getCssValue("font-family")).contains("monospace");
	}

	@Test
	void hiddenCharactersAreShownAndNotCopied() {
		Page page = open("recipe=swap-case&text=a%C2%A0%E2%80%8Bb%09c%20%0D%0A%F0%9F%91%A9%E2%80%8D%F0%9F%91%A7");
		page.await(() -> page.content("#result-counts").contains("round trip"), true);
		assertThat(page.script(
				"return [...document.querySelectorAll('#result .sign')].map((one) => one.dataset.sign).sort().join()"))
			.isEqualTo("CR,NBSP,ZWSP,·,→");
		assertThat(page.find("#text-counts").getText()).endsWith(" · 3 hidden characters: NBSP, ZWSP, CR");
		page.find("#copy-result").click();
		page.await(() -> page.find("#copy-result").getText(), "Copied");
		assertThat(page.asyncScript("const [done] = arguments; navigator.clipboard.readText().then(done)"))
			.isEqualTo(page.result());
		assertThat(page.script("return getComputedStyle(document.querySelector('#result .sign'), '::before').content"))
			.isNotEqualTo("none");
	}

	@Test
	void aWideWindowIsUsed() {
		Page page = open(FOUR);
		assertThat(page.script("return document.getElementById('recipe-section').clientWidth >= 352")).isEqualTo(true);
		assertThat(page.find("#categories").isDisplayed()).isTrue();
	}

	// of what is below the pages and beside them
	private static Object places(Page page) {
		return page.script("""
				return ['calls-section', 'recipe-section', 'panes', 'catalogue'].map((id) =>
						document.getElementById(id).getBoundingClientRect().top).join()""");
	}

	private Page open(String fragment) {
		return this.browser.open(this.port, fragment);
	}

}
