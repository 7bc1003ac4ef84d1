package dev.couplet.playground;

import dev.couplet.CoupletTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for undo and redo.
 */
@CoupletTest
@BrowserTest
class UndoBrowserTests {

	private static final CharSequence UNDO = Keys.chord(Keys.CONTROL, "z");

	private static final CharSequence REDO = Keys.chord(Keys.CONTROL, Keys.SHIFT, "z");

	private static final String THREE = "recipe=upper-case,truncate=3,reverse&text=poems";

	@LocalServerPort
	private int port;

	private Chromium browser;

	@BeforeEach
	void browser(Chromium chromium) {
		this.browser = chromium;
	}

	@Test
	void restoresARemovedStepAndChangesNoArgument() {
		Page page = open("recipe=truncate=3,wrap=7,reverse&text=poems");
		page.set(1, "length", "4");
		page.button(3, "remove").click();
		page.awaitResult("poe…");
		page.press(UNDO);
		page.awaitResult("…eop");
		assertThat(page.steps()).containsExactly("truncate", "wrap", "reverse");
		assertThat(page.content("#call-link")).contains("#recipe=truncate=4,wrap=7,reverse&");
		page.press(REDO);
		page.awaitResult("poe…");
	}

	@Test
	void restoresTheOrder() {
		Page page = open(THREE);
		page.button(3, "grip").sendKeys(Keys.ARROW_UP);
		page.press(Keys.ARROW_UP);
		assertThat(page.steps()).containsExactly("reverse", "upper-case", "truncate");
		page.press(UNDO);
		page.press(UNDO);
		assertThat(page.steps()).containsExactly("upper-case", "truncate", "reverse");
		page.press(UNDO);
		assertThat(page.steps()).containsExactly("upper-case", "truncate", "reverse");
		page.press(Keys.chord(Keys.CONTROL, "y"));
		assertThat(page.steps()).containsExactly("upper-case", "reverse", "truncate");
	}

	@Test
	void restoresAnArgumentInItsFieldAndKeepsTheFocus() {
		Page page = open("recipe=truncate=3&text=poems");
		page.set(1, "length", "4");
		page.awaitResult("poe…");
		page.press(UNDO);
		page.awaitResult("po…");
		assertThat(page.script("return document.activeElement.name + document.activeElement.value"))
			.isEqualTo("length3");
		page.press(REDO);
		page.awaitResult("poe…");
	}

	@Test
	void inTheTextIsOfTheTextAsLongAsItHasEditsOfItsOwn() {
		Page page = open("recipe=trim&text=a");
		page.add("reverse");
		page.find("#text").sendKeys("b");
		page.awaitResult("ba");
		page.press(UNDO);
		page.awaitResult("a");
		assertThat(page.steps()).containsExactly("trim", "reverse");
		page.press(REDO);
		page.awaitResult("ba");
		page.press(UNDO);
		page.press(UNDO);
		assertThat(page.steps()).containsExactly("trim");
		assertThat(page.text()).isEqualTo("a");
	}

	@Test
	void inTheTextChangesNoArgumentThatWasTypedLater() {
		Page page = open("recipe=truncate=3&text=poems");
		page.find("#text").sendKeys("!");
		page.set(1, "length", "4");
		page.awaitResult("poe…");
		page.find("#text").sendKeys(UNDO);
		page.awaitResult("po…");
		assertThat(page.content("#action-announcement")).isEqualTo("Undone: ‘length’ of truncate changed.");
		assertThat(page.field(1, "length").getDomProperty("value")).isEqualTo("3");
		assertThat(page.text()).isEqualTo("poems!");
	}

	@Test
	void hasButtonsThatSayWhatTheyDo() {
		Page page = open(THREE);
		assertThat(page.find("#undo").getDomAttribute("aria-disabled")).isEqualTo("true");
		page.button(1, "remove").click();
		assertThat(page.find("#undo").getDomAttribute("title")).isEqualTo("Undo: upper-case removed");
		page.find("#undo").click();
		assertThat(page.steps()).containsExactly("upper-case", "truncate", "reverse");
		assertThat(page.content("#action-announcement")).isEqualTo("Undone: upper-case removed.");
		assertThat(page.find("#undo").getDomAttribute("aria-disabled")).isEqualTo("true");
		assertThat(page.focused()).isEqualTo("Undo");
		page.find("#redo").click();
		assertThat(page.steps()).containsExactly("truncate", "reverse");
		assertThat(page.content("#action-announcement")).isEqualTo("Redone: upper-case removed.");
	}

	@Test
	void returnsFromALinkThatWasOpenedInTheSamePage() {
		Page page = open(THREE);
		page.script("location.hash = '#recipe=trim&text=a'");
		page.awaitResult("a");
		page.find("#undo").click();
		assertThat(page.steps()).containsExactly("upper-case", "truncate", "reverse");
	}

	private Page open(String fragment) {
		return this.browser.open(this.port, fragment);
	}

}
