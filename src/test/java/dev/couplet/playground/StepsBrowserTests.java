package dev.couplet.playground;

import dev.couplet.CoupletTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the steps of a recipe: order, arguments, intermediate results and errors.
 */
@CoupletTest
@BrowserTest
class StepsBrowserTests {

	private static final String THREE = "recipe=upper-case,truncate=3,reverse&text=poems";

	@LocalServerPort
	private int port;

	private Chromium browser;

	@BeforeEach
	void browser(Chromium chromium) {
		this.browser = chromium;
	}

	@Test
	void aStepCanBeDragged() {
		Page page = open(THREE);
		page.awaitResult("…OP");
		page.mouse()
			.clickAndHold(page.button(3, "grip"))
			.moveToElement(page.button(2, "grip"))
			.moveToElement(page.button(1, "grip"), 0, -10)
			.release()
			.perform();
		assertThat(page.steps()).containsExactly("reverse", "upper-case", "truncate");
		page.awaitResult("SM…");
	}

	@Test
	void escapeCancelsADrag() {
		Page page = open(THREE);
		page.mouse().clickAndHold(page.button(1, "grip")).moveToElement(page.button(3, "grip"), 0, 10).perform();
		assertThat(page.steps()).containsExactly("truncate", "reverse", "upper-case");
		page.mouse().sendKeys(Keys.ESCAPE).perform();
		assertThat(page.steps()).containsExactly("upper-case", "truncate", "reverse");
		page.mouse().release().perform();
		assertThat(page.steps()).containsExactly("upper-case", "truncate", "reverse");
	}

	@Test
	void theArrowKeysMoveAStepAndKeepTheFocus() {
		Page page = open(THREE);
		page.button(3, "grip").sendKeys(Keys.ARROW_UP);
		page.press(Keys.ARROW_UP, Keys.ARROW_UP);
		assertThat(page.steps()).containsExactly("reverse", "upper-case", "truncate");
		assertThat(page.focused()).isEqualTo("Move reverse, step 1 of 3");
		page.await(() -> page.content("#announcement"), "reverse moved to place 1 of 3. The result has changed.");
		page.press(Keys.ARROW_DOWN);
		assertThat(page.steps()).containsExactly("upper-case", "reverse", "truncate");
		page.awaitResult("SM…");
	}

	@Test
	void removingAStepMovesTheFocusToTheNextOne() {
		Page page = open(THREE);
		page.button(2, "remove").sendKeys(Keys.ENTER);
		page.awaitResult("SMEOP");
		assertThat(page.focused()).isEqualTo("Remove reverse, step 2");
		page.press(Keys.ENTER);
		page.press(Keys.ENTER);
		page.awaitResult("poems");
		assertThat(page.focused()).isEqualTo("Add a transform");
	}

	@Test
	void argumentsHaveFieldsWithDefaultsAndBounds() {
		Page page = open("recipe=wrap&text=a%20b");
		assertThat(page.field(1, "width").getDomProperty("value")).isEqualTo("72");
		assertThat(page.all("#steps .bounds")).containsExactly("1 to 1,000");
		page.set(1, "width", "1");
		page.awaitResult("a\nb");
		page.set(1, "width", "1001");
		page.await(() -> page.content("#failure"), "Step 1, wrap: ‘width’ must be a whole number from 1 to 1000.");
		assertThat(page.field(1, "width").getDomAttribute("aria-invalid")).isEqualTo("true");
		page.set(1, "width", "2");
		page.awaitResult("a\nb");
		assertThat(page.field(1, "width").getDomAttribute("aria-invalid")).isEqualTo("false");
		assertThat(page.find("#failure").isDisplayed()).isFalse();
	}

	@Test
	void errorsHaveTheSameTextAsThoseOfTheServer() {
		Page page = open("recipe=wrap=0&text=a");
		page.await(() -> page.content("#steps .failure"), "‘width’ must be a whole number from 1 to 1000");
		Object problem = page.asyncScript("""
				const [done] = arguments;
				fetch('transforms/wrap=0', { method: 'POST' }).then((a) => a.json()).then((p) => done(p.detail))""");
		assertThat(problem).isEqualTo("step 1, wrap: 'width' must be a whole number from 1 to 1000");
	}

	@Test
	void anArgumentMayContainAnyCharacters() {
		Page page = open("text=a,b");
		page.add("replace");
		assertThat(page.script("return document.activeElement.name")).isEqualTo("from");
		page.await(() -> page.content("#failure"), "Step 1, replace: ‘from’ must be a text of 1 to 1000 characters.");
		page.set(1, "from", ",");
		page.set(1, "to", ":.=%/\\?#&'\"\n é");
		page.awaitResult("a:.=%/\\?#&'\"\n éb");
	}

	@Test
	void anErrorIsShownAtItsStep() {
		Page page = open("recipe=trim,upper-case,hex-decode,reverse,trim&text=poem");
		page.await(() -> page.content("#failure"),
				"Step 3, hex-decode: not a hexadecimal digit at character 1; each byte has two digits.");
		assertThat(page.all("#steps > li.failed .name")).containsExactly("hex-decode");
		assertThat(page.all("#steps > li.failed .failure"))
			.containsExactly("not a hexadecimal digit at character 1; each byte has two digits");
		page.paste("706f656d");
		page.awaitResult("meop");
		assertThat(page.all("#steps > li.failed")).isEmpty();
	}

	@Test
	void anUnknownTransformIsShownAtItsStepWithSimilarNames() {
		Page page = open("recipe=trim,cumingsify,reverse&text=A");
		page.await(() -> page.content("#failure"),
				"Step 2, cumingsify: there is no transform 'cumingsify'; perhaps cummingsify was meant.");
	}

	@Test
	void hoveringOverAStepShowsItsResult() {
		Page page = open(THREE);
		page.awaitResult("…OP");
		page.mouse().moveToElement(page.button(2, "name")).perform();
		page.awaitResult("PO…");
		assertThat(page.content("#result-heading")).isEqualTo("After step 2, truncate");
		assertThat(page.content("#result-about")).startsWith("Truncates the text");
		page.mouse().moveToElement(page.find("h1")).perform();
		page.awaitResult("…OP");
		assertThat(page.content("#result-heading")).isEqualTo("Result");
	}

	@Test
	void focusingAStepShowsItsResult() {
		Page page = open(THREE);
		page.awaitResult("…OP");
		page.button(1, "grip").sendKeys(Keys.TAB);
		page.awaitResult("POEMS");
		page.press(Keys.ESCAPE);
		page.awaitResult("…OP");
	}

	@Test
	void thereIsNoResultAfterAFailedStep() {
		Page page = open("recipe=hex-decode,reverse&text=poem");
		page.await(() -> page.all("#steps > li.failed").size(), 1);
		page.mouse().moveToElement(page.button(2, "name")).perform();
		page.await(() -> page.content("#failure"),
				"No result at this step: step 1, hex-decode: not a hexadecimal digit at character 1; each byte has two digits.");
		page.mouse().moveToElement(page.find("h1")).perform();
	}

	private Page open(String fragment) {
		return this.browser.open(this.port, fragment);
	}

}
