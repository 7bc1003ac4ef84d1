package dev.couplet.playground;

import dev.couplet.CoupletTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the catalogue by category, and for trying a transform before it is added.
 */
@CoupletTest
@BrowserTest
class TrialBrowserTests {

	@LocalServerPort
	private int port;

	private Chromium browser;

	@BeforeEach
	void browser(Chromium chromium) {
		this.browser = chromium;
	}

	@Test
	void theCatalogueListsAllTransformsByCategory() {
		Page page = open("recipe=&text=a");
		Object names = page
			.script("""
					return fetch('transforms').then((answer) => answer.json()).then((all) => all.map(({ name }) => name).sort());""");
		assertThat(page
			.script("""
					return [...document.querySelectorAll('#catalogue li')].map((item) => item.textContent.replace('(…)', '')).sort();"""))
			.isEqualTo(names);
		page.find("#catalogue > summary").click();
		assertThat(page.all("#catalogue details > summary")).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER)
			.contains("case 14");
		page.find("#catalogue details:nth-of-type(2) > summary").click();
		assertThat(page.all("#catalogue details:nth-of-type(2) li")).contains("lower-case", "upper-case");
	}

	@Test
	void aTransformOfTheCatalogueIsTriedOnTheTextAndThenAdded() {
		Page page = open("recipe=trim&text=poem");
		page.awaitResult("poem");
		openCatalogue(page);
		focus(page, "upper-case");
		page.awaitResult("POEM");
		assertThat(page.content("#result-heading")).isEqualTo("With upper-case");
		assertThat(page.content("#result-about")).contains("Example: upper-case: ");
		assertThat(page.steps()).containsExactly("trim");
		page.press(Keys.ESCAPE);
		page.awaitResult("poem");
		page.press(Keys.ENTER);
		page.awaitResult("POEM");
		assertThat(page.content("#result-heading")).isEqualTo("Result");
		assertThat(page.steps()).containsExactly("trim", "upper-case");
	}

	@Test
	void aTransformIsTriedWhereItWillBeAdded() {
		Page page = open("recipe=upper-case,hex-encode&text=ab");
		page.awaitResult("4142");
		page.button(2, "insert").click();
		page.press("reverse");
		page.awaitResult("BA");
		page.press(Keys.ESCAPE);
		page.awaitResult("4142");
	}

	@Test
	void anArgumentThatMustBeGivenIsTriedAsInTheExample() {
		Page page = open("recipe=trim&text=poem");
		openCatalogue(page);
		focus(page, "replace");
		page.await(() -> page.content("#result-about").endsWith("Its arguments are tried."), true);
		assertThat(page.find("#failure").isDisplayed()).isFalse();
	}

	@Test
	void theSearchShowsExamples() {
		Page page = open("text=");
		page.find("#search").sendKeys("b64");
		assertThat(page.all("#matches code")).startsWith("base64-decode: bXkgcG/DqG1l → my poème");
	}

	private static void openCatalogue(Page page) {
		page.script(
				"document.querySelectorAll('#catalogue, #catalogue details').forEach((group) => group.open = true)");
	}

	private static void focus(Page page, String name) {
		page.script(
				"""
						[...document.querySelectorAll('#catalogue li button')].find((entry) => entry.textContent === arguments[0]).focus()""",
				name);
	}

	private Page open(String fragment) {
		return this.browser.open(this.port, fragment);
	}

}
