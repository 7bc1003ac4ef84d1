package dev.couplet.playground;

import dev.couplet.CoupletTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for undoing and redoing changes of the recipe and the text.
 */
@CoupletTest
@BrowserTest
class UndoBrowserTests {

	@LocalServerPort
	private int port;

	private Chromium browser;

	@BeforeEach
	void browser(Chromium chromium) {
		this.browser = chromium;
	}

	@Test
	void aRemovedStepComesBackAtItsPlaceWithItsArguments() {
		Page page = open("recipe=replace=a:b,upper-case,truncate=3&text=aaaaa");
		page.awaitResult("BB…");
		page.set(3, "length", "4");
		page.awaitResult("BBB…");
		page.button(1, "remove").click();
		page.awaitResult("AAA…");
		page.press(Keys.chord(Keys.CONTROL, "z"));
		page.awaitResult("BBB…");
		assertThat(page.steps()).containsExactly("replace", "upper-case", "truncate");
		assertThat(page.field(1, "to").getDomProperty("value")).isEqualTo("b");
		assertThat(page.field(3, "length").getDomProperty("value")).isEqualTo("4");
		assertThat(page.content("#recipe-notice")).isEqualTo("Undone: replace removed.");
		page.await(() -> page.content("#announcement"), "Undone: replace removed. The result has changed.");
		page.press(Keys.chord(Keys.CONTROL, Keys.SHIFT, "z"));
		page.awaitResult("AAA…");
		assertThat(page.content("#recipe-notice")).isEqualTo("Done again: replace removed.");
	}

	@Test
	void theButtonsSayWhatTheyDo() {
		Page page = open("recipe=trim,reverse&text=ab");
		assertThat(page.find("#undo").getDomAttribute("aria-disabled")).isEqualTo("true");
		page.button(2, "grip").sendKeys(Keys.ARROW_UP);
		page.add("upper-case");
		page.awaitResult("BA");
		assertThat(page.find("#undo").getDomAttribute("title")).isEqualTo("Undo: upper-case added");
		page.find("#undo").click();
		page.find("#undo").click();
		assertThat(page.steps()).containsExactly("trim", "reverse");
		assertThat(page.find("#redo").getDomAttribute("title")).isEqualTo("Redo: reverse moved");
		page.find("#undo").click();
		assertThat(page.content("#recipe-notice")).isEqualTo("There is nothing to undo.");
		page.find("#redo").click();
		assertThat(page.steps()).containsExactly("reverse", "trim");
		page.button(1, "remove").click();
		assertThat(page.find("#redo").getDomAttribute("aria-disabled")).isEqualTo("true");
	}

	@Test
	void aTypedArgumentIsUndoneAsAWholeAndKeepsTheFocus() {
		Page page = open("recipe=replace=a:b&text=a");
		page.awaitResult("b");
		page.field(1, "to").sendKeys("cde");
		page.awaitResult("bcde");
		page.press(Keys.chord(Keys.CONTROL, "z"));
		page.awaitResult("b");
		assertThat(page.script("return document.activeElement.name")).isEqualTo("to");
		assertThat(page.find("#undo").getDomAttribute("aria-disabled")).isEqualTo("true");
		page.press(Keys.chord(Keys.CONTROL, "y"));
		page.awaitResult("bcde");
	}

	@Test
	void inTheTextTheBrowserUndoesWhatWasTyped() {
		Page page = open("recipe=trim,reverse&text=ab");
		page.button(1, "remove").click();
		page.find("#text").sendKeys(Keys.END, "c");
		page.awaitResult("cba");
		page.press(Keys.chord(Keys.CONTROL, "z"));
		page.awaitResult("ba");
		assertThat(page.steps()).containsExactly("reverse");
	}

	@Test
	void inATextThatWasNotEditedTheRecipeIsUndone() {
		Page page = open("recipe=trim,reverse&text=ab");
		page.button(2, "remove").click();
		page.awaitResult("ab");
		page.find("#text").sendKeys(Keys.chord(Keys.CONTROL, "z"));
		page.awaitResult("ba");
	}

	@Test
	void aTextThatAPoemReplacedComesBack() {
		Page page = open("recipe=upper-case&text=mine");
		page.find("#poem").sendKeys("night");
		page.await(() -> page.result().startsWith("NIGHT TRAIN"), true);
		page.find("#undo").click();
		page.awaitResult("MINE");
		assertThat(page.find("#poem").getDomProperty("value")).isEmpty();
		page.find("#redo").click();
		page.await(() -> page.text().startsWith("NIGHT TRAIN"), true);
	}

	private Page open(String fragment) {
		return this.browser.open(this.port, fragment);
	}

}
