package dev.couplet.playground;

import dev.couplet.CoupletTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for arguments that are one of a few words.
 */
@CoupletTest
@BrowserTest
class ChoicesBrowserTests {

	@LocalServerPort
	private int port;

	private Chromium browser;

	@BeforeEach
	void browser(Chromium chromium) {
		this.browser = chromium;
	}

	@Test
	void areASelectWithTheDefaultSelected() {
		Page page = open("recipe=hex-encode&text=JK");
		WebElement field = page.field(1, "separator");
		assertThat(field.getTagName()).isEqualTo("select");
		assertThat(field.getAccessibleName()).isEqualTo("separator");
		assertThat(page.all("[name=separator] option")).containsExactly("none", "space", "colon", "hyphen", "comma",
				"line");
		assertThat(field.getDomProperty("value")).isEqualTo("none");
		assertThat(page.all("#steps .bounds")).isEmpty();
		page.awaitResult("4a4b");
	}

	@Test
	void areSelectedByMouseOrKeyboard() {
		Page page = open("recipe=hex-encode&text=JK");
		page.awaitResult("4a4b");
		page.select(1, "separator", "colon");
		page.awaitResult("4a:4b");
		page.field(1, "case").sendKeys(Keys.ARROW_DOWN);
		page.awaitResult("4A:4B");
		page.field(1, "separator").sendKeys("line");
		page.awaitResult("4A\n4B");
	}

	@Test
	void areWrittenInTheRecipeUnlessTheyAreTheDefault() {
		Page page = open("recipe=hex-encode&text=JK");
		page.await(() -> page.link().contains("#recipe=hex-encode&"), true);
		page.select(1, "case", "upper");
		page.await(() -> page.link().contains("#recipe=hex-encode=none:upper&"), true);
		page.select(1, "case", "lower");
		page.await(() -> page.link().contains("#recipe=hex-encode&"), true);
	}

	@Test
	void areReadFromALink() {
		Page page = open("recipe=hex-encode=space:upper,lower-case&text=JK");
		assertThat(page.field(1, "separator").getDomProperty("value")).isEqualTo("space");
		assertThat(page.field(1, "case").getDomProperty("value")).isEqualTo("upper");
		page.awaitResult("4a 4b");
	}

	@Test
	void anUnknownWordInALinkIsShownWithTheErrorOfTheServer() {
		Page page = open("recipe=hex-encode=dot&text=JK");
		page.await(() -> page.content("#failure"),
				"Step 1, hex-encode: ‘separator’ must be one of: none, space, colon, hyphen, comma, line.");
		Object problem = page.asyncScript(
				"""
						const [done] = arguments;
						fetch('transforms/hex-encode=dot', { method: 'POST' }).then((a) => a.json()).then((p) => done(p.detail))""");
		assertThat(problem)
			.isEqualTo("step 1, hex-encode: 'separator' must be one of: none, space, colon, hyphen, comma, line");
		WebElement field = page.field(1, "separator");
		assertThat(field.getDomProperty("value")).isEqualTo("dot");
		assertThat(field.getDomAttribute("aria-invalid")).isEqualTo("true");
		page.select(1, "separator", "hyphen");
		page.awaitResult("4a-4b");
		assertThat(page.field(1, "separator").getDomAttribute("aria-invalid")).isEqualTo("false");
	}

	private Page open(String fragment) {
		return this.browser.open(this.port, fragment);
	}

}
