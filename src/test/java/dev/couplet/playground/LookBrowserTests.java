package dev.couplet.playground;

import dev.couplet.CoupletTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
	void thePageIsNotScrolledWhenTheResultOfAStepIs() {
		this.browser.size(1_400, 400);
		Page page = this.browser.load(this.port, "recipe=reverse,trim,number-lines,reverse&text=a" + "%0Aa".repeat(30));
		page.find("#every-step").click();
		page.await(() -> page.all("#every-result > li").size(), 4);
		page.mouse().moveToElement(page.button(3, "name")).perform();
		page.await(() -> page.script("""
				const [list, item] = ['#every-result', '#every-result > li:nth-child(3)']
					.map((one) => document.querySelector(one).getBoundingClientRect());
				return Math.abs(item.top - list.top) < 2;"""), true);
		assertThat(page.script("return scrollY")).isEqualTo(0L);
	}

	@Test
	void onAPhoneTheErrorIsMarkedInSight() {
		this.browser.phone();
		Page page = this.browser.load(this.port, "recipe=each-line(trim,hex-decode)&text=" + "41%0A".repeat(5) + "xy");
		page.await(() -> page.find("#to-error").isDisplayed(), true);
		assertThat(page.script("""
				const { left, top, bottom } = document.querySelector('#result mark').getBoundingClientRect();
				return document.elementFromPoint(left + 2, (top + bottom) / 2).localName;""")).isEqualTo("mark");
		assertThat(page.script("return scrollY")).isEqualTo(0L);
	}

	@ParameterizedTest
	@ValueSource(ints = { 390, 1_024, 1_440 })
	void aChoiceInBracketsIsReadable(int width) {
		this.browser.size(width, 900);
		Page page = this.browser.load(this.port, "recipe=each-line(each-word(title-case))&text=a");
		assertThat(page.script("""
				const choice = document.querySelector('.fields select');
				const { width } = choice.getBoundingClientRect();
				choice.style.width = 'max-content';
				return choice.getBoundingClientRect().width <= width;""")).isEqualTo(true);
	}

	@Test
	void theSwitchToEveryStepStaysWhereItIsWhenThereIsNoResult() {
		Page page = open("recipe=hex-decode&text=xy");
		page.await(() -> page.all("#steps > li.failed").size(), 1);
		Object rectangle = page.find("#every-step").getRect();
		page.find("#text").sendKeys(Keys.chord(Keys.CONTROL, "a"), "41");
		page.await(() -> page.find("#download-result").isDisplayed(), true);
		assertThat(page.find("#every-step").getRect()).isEqualTo(rectangle);
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
	void onAWideWindowTheCatalogueIsBesideTheSearch() {
		this.browser.size(1_440, 900);
		Page page = this.browser.load(this.port, FOUR);
		assertThat(page.script("""
				const [search, catalogue, steps, result] = ['search', 'catalogue', 'steps', 'result-section']
					.map((id) => document.getElementById(id).getBoundingClientRect());
				return catalogue.left >= search.right && catalogue.left >= steps.right && catalogue.right <= result.left
						&& catalogue.top < search.top;""")).isEqualTo(true);
		assertThat(page.find("#categories").isDisplayed()).isTrue();
		page.find("#categories details:nth-child(8) > summary").click();
		assertThat(page.script("""
				return document.getElementById('categories').getBoundingClientRect().bottom <= innerHeight
						&& document.documentElement.scrollWidth <= innerWidth;""")).isEqualTo(true);
	}

	@Test
	void onANarrowWindowTheCatalogueIsBelowTheSteps() {
		Page page = open(FOUR);
		this.browser.size(1_024, 768);
		page.await(() -> page.script("return innerWidth"), 1_024L);
		assertThat(page
			.script("""
					const [catalogue, steps] = ['catalogue', 'steps'].map((id) => document.getElementById(id).getBoundingClientRect());
					return catalogue.top >= steps.bottom && catalogue.left === steps.left;"""))
			.isEqualTo(true);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1_024, 1_280, 1_440, 1_920 })
	void thePagesBeginAtTheSameHeight(int width) {
		this.browser.size(width, 900);
		Page page = this.browser.load(this.port, "recipe=trim,hex-decode&text=xy");
		page.await(() -> page.all("#steps > li.failed").size(), 1);
		assertThat(page
			.script("""
					const [text, search, result] = ['text', 'search', 'panes'].map((id) => document.getElementById(id).getBoundingClientRect().top);
					return Math.max(text, search, result) - Math.min(text, search, result) <= 1;"""))
			.isEqualTo(true);
		assertThat(page.script("return document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
	}

	@Test
	void aNarrowPaneShowsBytesInShortLines() {
		this.browser.phone();
		Page page = this.browser.load(this.port, "recipe=gzip,gunzip&text=0123456789abcdef-");
		page.awaitResult("""
				0000: 3031 3233 3435 3637  01234567
				0008: 3839 6162 6364 6566  89abcdef
				0010: 2d                   -
				""");
		assertThat(page.script(
				"const { scrollWidth, clientWidth } = document.getElementById('result'); return scrollWidth <= clientWidth"))
			.isEqualTo(true);
	}

	@Test
	void onAPhoneTheMatchesAreAboveTheResult() {
		this.browser.phone();
		Page page = this.browser.load(this.port, FOUR);
		page.find("#search").click();
		page.press("case");
		page.await(() -> page.content("#result-heading").startsWith("With "), true);
		assertThat(page.script("""
				return [...document.querySelectorAll('#matches li')].slice(0, 3).every((one) => {
					const { left, top, height } = one.getBoundingClientRect();
					return one.contains(document.elementFromPoint(left + 20, top + height / 2));
				});""")).isEqualTo(true);
		assertThat(page.script(
				"const { top, bottom } = document.getElementById('panes').getBoundingClientRect(); return top > 0 && bottom <= innerHeight"))
			.isEqualTo(true);
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
