package dev.couplet.playground;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.couplet.CoupletTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for recipes that the browser keeps.
 */
@CoupletTest
@BrowserTest
class SavedBrowserTests {

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
	void aRecipeIsSavedOpenedAndDeleted() {
		Page page = open("recipe=each-line(trim,reverse),upper-case&off=1.1&text=ab");
		page.find("#saved-name").sendKeys("Backwards", Keys.ENTER);
		page.await(() -> page.content("#saved-notice"), "Saved as Backwards.");
		Page later = open("recipe=trim&text=cd");
		assertThat(later.all("#saved .entry")).containsExactly("Backwards");
		later.find("#saved .entry").click();
		later.awaitResult("DC");
		later.await(() -> later.link().endsWith("#recipe=each-line(trim,reverse),upper-case&off=1.1&text=cd"), true);
		later.find("#undo").click();
		later.awaitResult("cd");
		later.find("[aria-label='Delete the saved recipe Backwards']").click();
		assertThat(later.all("#saved .entry")).isEmpty();
		assertThat(later.focused()).isEqualTo("Name of the recipe");
	}

	@Test
	void whatWasDeletedOrReplacedComesBack() {
		Page page = open("recipe=reverse&text=ab");
		page.find("#saved-name").sendKeys("One", Keys.ENTER);
		page.await(() -> page.all("#saved .entry"), List.of("One"));
		assertThat(page.find("#undo").getDomAttribute("aria-disabled")).isEqualTo("true");
		page.add("trim");
		page.find("#saved-name").sendKeys("One", Keys.ENTER);
		page.await(() -> page.content("#saved-notice"), "One replaced.");
		page.find("#saved .remove").sendKeys(Keys.ENTER);
		assertThat(page.all("#saved .entry")).isEmpty();
		page.press(Keys.chord(Keys.CONTROL, "z"));
		assertThat(page.content("#recipe-notice")).isEqualTo("Undone: One deleted.");
		assertThat(page.find("#saved .entry").getDomAttribute("title")).isEqualTo("recipe=reverse,trim");
		page.find("#undo").click();
		assertThat(page.find("#saved .entry").getDomAttribute("title")).isEqualTo("recipe=reverse");
		page.find("#redo").click();
		page.find("#redo").click();
		assertThat(page.all("#saved .entry")).isEmpty();
		assertThat(page.steps()).containsExactly("reverse", "trim");
	}

	@Test
	void recipesAreExportedAndImported() {
		this.browser.downloadTo(this.folder);
		Page page = open("recipe=reverse&text=ab");
		page.find("#saved-name").sendKeys("One", Keys.ENTER);
		page.await(() -> page.all("#saved .entry").size(), 1);
		page.find("#export-saved").click();
		Path file = this.folder.resolve("recipes.json");
		page.await(() -> Files.exists(file), true);
		page.find("#saved .remove").click();
		assertThat(page.find("#export-saved").isDisplayed()).isFalse();
		page.choose("#saved-file", file);
		page.await(() -> page.content("#saved-notice"), "1 recipe imported.");
		assertThat(page.all("#saved .entry")).containsExactly("One");
	}

	@Test
	void aFileOfAnythingElseIsRefused() throws Exception {
		Page page = open("recipe=reverse&text=ab");
		page.choose("#saved-file", Files.writeString(this.folder.resolve("other.json"), "{\"name\": 1}"));
		page.await(() -> page.content("#saved-notice"), "other.json is not a file of saved recipes.");
		assertThat(page.all("#saved .entry")).isEmpty();
	}

	@Test
	void anotherRecipeOfTheSameNameReplacesTheFirst() {
		Page page = open("recipe=reverse&text=ab");
		page.find("#saved-name").sendKeys("One", Keys.ENTER);
		page.await(() -> page.content("#saved-notice"), "Saved as One.");
		page.add("upper-case");
		page.find("#saved-name").sendKeys("One", Keys.ENTER);
		page.await(() -> page.content("#saved-notice"), "One replaced.");
		assertThat(page.all("#saved .entry")).containsExactly("One");
		assertThat(page.find("#saved .entry").getDomAttribute("title")).isEqualTo("recipe=reverse,upper-case");
	}

	@Test
	void ofAHostileFileOnlyRecipesAreImported() throws Exception {
		Page page = open("recipe=reverse&text=ab");
		String file = """
				[null, 1, [], {"name": 1, "recipe": "recipe=trim"}, {"name": "no recipe"}, {"name": "", "recipe": "recipe=trim"},
				{"name": "other", "recipe": "javascript:alert(1)"}, {"name": "%s", "recipe": "recipe=trim"},
				{"name": "long", "recipe": "recipe=%s"},
				{"name": "<img src=x onerror=alert(1)>", "recipe": "recipe=<script>", "__proto__": {"isOff": true}},
				{"name": "__proto__", "recipe": "recipe=upper-case&off=9,x&text=stolen"}]"""
			.formatted("n".repeat(101), "a".repeat(10_000));
		page.choose("#saved-file", Files.writeString(this.folder.resolve("hostile.json"), file));
		page.await(() -> page.content("#saved-notice"), "2 of 11 recipes imported.");
		assertThat(page.all("#saved .entry")).containsExactlyInAnyOrder("<img src=x onerror=alert(1)>", "__proto__");
		assertThat(page.script("return document.querySelectorAll('#saved img').length")).isEqualTo(0L);
		page.find("#saved .entry[title='recipe=<script>']").click();
		page.await(() -> page.content("#recipe-notice"),
				"The saved recipe <img src=x onerror=alert(1)> is ignored: a step of the recipe is malformed.");
		page.find("#saved .entry[title^='recipe=upper-case']").click();
		page.awaitResult("AB");
		assertThat(page.text()).isEqualTo("ab");
	}

	@Test
	void ofTwoRecipesWithOneNameTheLastIsImported() throws Exception {
		Page page = open("recipe=reverse&text=ab");
		String file = "[{\"name\": \"one\", \"recipe\": \"recipe=trim\"}, {\"name\": \"one\", \"recipe\": \"recipe=sort-lines\"}]";
		page.choose("#saved-file", Files.writeString(this.folder.resolve("twice.json"), file));
		page.await(() -> page.content("#saved-notice"), "2 recipes imported.");
		assertThat(page.all("#saved .entry")).containsExactly("one");
		assertThat(page.find("#saved .entry").getAttribute("title")).isEqualTo("recipe=sort-lines");
	}

	@Test
	void ofAHugeFileNoMoreThanTheMostAreImported() throws Exception {
		Page page = open("recipe=reverse&text=ab");
		String file = IntStream.range(0, 600)
			.mapToObj((i) -> "{\"name\": \"%s\", \"recipe\": \"recipe=trim\"}".formatted(i))
			.collect(Collectors.joining(",", "[", "]"));
		page.choose("#saved-file", Files.writeString(this.folder.resolve("many.json"), file));
		page.await(() -> page.content("#saved-notice"), "500 of 600 recipes imported.");
		page.choose("#saved-file", Files.writeString(this.folder.resolve("huge.json"), " ".repeat(1 << 20) + file));
		page.await(() -> page.content("#saved-notice"), "huge.json is not a file of saved recipes.");
	}

	@Test
	void aBrowserThatKeepsNothingSaysSoAndTheNameStays() {
		Page page = open("recipe=reverse&text=ab");
		page.script("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }");
		page.find("#saved-name").sendKeys("One", Keys.ENTER);
		page.await(() -> page.content("#saved-notice"), "The browser does not keep it. Copy the link instead.");
		assertThat(page.find("#saved-name").getDomProperty("value")).isEqualTo("One");
		assertThat(page.all("#saved .entry")).isEmpty();
		page.script(
				"Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('forbidden'); } })");
		page.press(Keys.ENTER);
		page.await(
				() -> page.content("#announcement").startsWith("The browser does not keep it. Copy the link instead."),
				true);
		assertThat(page.all("#saved .entry")).isEmpty();
	}

	@AfterEach
	void forget() {
		open("").script("localStorage.clear()");
	}

	private Page open(String fragment) {
		return this.browser.open(this.port, fragment);
	}

}
