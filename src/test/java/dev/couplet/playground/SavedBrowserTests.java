package dev.couplet.playground;

import java.nio.file.Files;
import java.nio.file.Path;

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
		page.await(() -> page.content("#saved-notice"), "1 recipes imported.");
		assertThat(page.all("#saved .entry")).containsExactly("One");
	}

	@Test
	void aFileOfAnythingElseIsRefused() throws Exception {
		Page page = open("recipe=reverse&text=ab");
		page.choose("#saved-file", Files.writeString(this.folder.resolve("other.json"), "{\"name\": 1}"));
		page.await(() -> page.content("#saved-notice"), "other.json is not a file of saved recipes.");
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
