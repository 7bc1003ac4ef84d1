package dev.couplet.playground;

import java.util.List;

import dev.couplet.CoupletTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for finding a transform, and for seeing what it makes before it is added.
 */
@CoupletTest
@BrowserTest
class CatalogueBrowserTests {

	@LocalServerPort
	private int port;

	private Chromium browser;

	@BeforeEach
	void browser(Chromium chromium) {
		this.browser = chromium;
	}

	@ParameterizedTest
	@CsvSource({ "lower case, lower-case", "uppercase, upper-case", "remove accents, strip-accents",
			"b64, base64-decode", "late tonight, wrap", "first 10 lines, head", "change case, lower-case" })
	void theSearchFindsByNameSynonymDescriptionAndExample(String query, String first) {
		Page page = open("recipe=&text=a");
		page.find("#search").sendKeys(query);
		assertThat(page.all("#matches b")).first().isEqualTo(first);
	}

	@Test
	void theSearchFindsWhatTheServerFindsInTheSameOrder() {
		Page page = open("recipe=&text=a");
		assertThat(page.asyncScript(
				"""
						const [done] = arguments;
						const names = (transforms) => transforms.map(({ name }) => name).join();
						const ask = async (path) => (await fetch(path)).json();
						(async () => {
							const { matching } = await import('/playground/matching.js');
							const all = await ask('transforms');
							const queries = new Set([' ', '&', 'to', 'the lines of words', 'poem', 'case poem', 'diff', 'UTF-8', 'x'.repeat(300),
									'first 10 lines', '80', '10 20', 'iso 8859 1', 'wrap at 80', 'lines nonsense', 'nonsense xpress', 'sort lines reverse', '١٢']);
							for (const { name, synonyms, category, example } of all) {
								[name, name.replaceAll('-', ' '), name.slice(0, 4), category, ...synonyms ?? [], example?.text.slice(0, 20) ?? '']
									.forEach((query) => queries.add(query));
							}
							const different = [];
							for (const query of queries) {
								const found = names(await ask(`transforms?query=${encodeURIComponent(query)}`));
								if (found !== names(matching(all, query))) {
									different.push(query);
								}
							}
							done(different.join());
						})();"""))
			.isEqualTo("");
	}

	@Test
	void theSearchShowsWhatATransformMakesOfTheTextBeforeItIsAdded() {
		Page page = open("recipe=trim&text=My%20Poem");
		page.find("#search").sendKeys("upper");
		page.awaitResult("MY POEM");
		assertThat(page.content("#result-heading")).isEqualTo("With upper-case added");
		page.press(Keys.chord(Keys.CONTROL, "a"), "replace");
		page.await(() -> page.content("#result-heading"), "With replace=rose:thorn added");
		assertThat(page.content("#result-about")).contains("Example: replace=rose:thorn makes “");
		page.press(Keys.ESCAPE);
		page.awaitResult("My Poem");
		assertThat(page.content("#result-heading")).isEqualTo("Result");
		assertThat(page.steps()).containsExactly("trim");
	}

	@Test
	void theCatalogueIsListedByCategory() {
		Page page = open("recipe=trim&text=My%20Poem");
		assertThat(page.all("#categories summary")).startsWith("brackets 6", "case 14").contains("encodings 32");
		page.find("#categories details:nth-child(2) > summary").click();
		assertThat(page.all("#categories .entry")).contains("lower-case", "title-case");
		page.mouse().moveToElement(page.find("#categories [title^='Converts'].entry")).perform();
		page.await(() -> page.content("#result-heading").startsWith("With "), true);
		page.mouse().moveToElement(page.find("h1")).perform();
		page.await(() -> page.content("#result-heading"), "Result");
	}

	@Test
	void aTransformIsAddedFromTheCatalogueByKeyboard() {
		Page page = open("recipe=trim&text=My%20Poem");
		page.find("#categories details:nth-child(2) > summary").sendKeys(Keys.ENTER, Keys.TAB);
		page.await(() -> page.content("#result-heading"), "With alternating-case added");
		page.press(Keys.ENTER);
		page.await(page::steps, List.of("trim", "alternating-case"));
	}

	@Test
	void aTransformThatDoesNotTakeTheTextSaysSo() {
		Page page = open("recipe=trim&text=My%20Poem");
		page.find("#search").sendKeys("hex-decode");
		page.await(() -> page.content("#failure").startsWith("No result with it: step 2, hex-decode: not a hex"), true);
		page.press(Keys.ESCAPE);
		page.awaitResult("My Poem");
	}

	private Page open(String fragment) {
		return this.browser.open(this.port, fragment);
	}

}
