package dev.couplet.playground;

import dev.couplet.CoupletTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for steps that are switched off, and for the place of a new step.
 */
@CoupletTest
@BrowserTest
class SwitchBrowserTests {

	@LocalServerPort
	private int port;

	private Chromium browser;

	@BeforeEach
	void browser(Chromium chromium) {
		this.browser = chromium;
	}

	@Test
	void aStepThatIsSwitchedOffStaysAndIsNotRun() {
		Page page = open("recipe=upper-case,truncate=3,reverse&text=poems");
		page.awaitResult("…OP");
		page.find("[aria-label='Use truncate, step 2']").click();
		page.awaitResult("SMEOP");
		assertThat(page.steps()).containsExactly("upper-case", "truncate", "reverse");
		assertThat(page.content("#step-count")).isEqualTo("2 of 16 steps");
		assertThat(page.content("#call-curl")).contains("/transforms/upper-case,reverse ");
		assertThat(page.find("[aria-label='Use truncate, switched off']").getDomProperty("checked")).isEqualTo("false");
		assertThat(page.find("[aria-label='Use reverse, step 2']").isDisplayed()).isTrue();
		page.find("[aria-label='Use truncate, switched off']").sendKeys(Keys.SPACE);
		page.awaitResult("…OP");
		page.press(Keys.chord(Keys.CONTROL, "z"));
		page.awaitResult("SMEOP");
		assertThat(page.content("#recipe-notice")).isEqualTo("Undone: truncate switched on.");
	}

	@Test
	void anErrorIsAtItsStepBehindOneThatIsSwitchedOff() {
		Page page = open("recipe=upper-case,each-line(trim,hex-decode)&off=1,2.1&text=xy");
		page.await(() -> page.content("#failure").startsWith("Step 1.1, hex-decode, line 1: "), true);
		assertThat(page.all(".failed > .transform .name")).containsExactly("hex-decode");
	}

	@Test
	void aStepWithinOneThatIsSwitchedOffIsHidden() {
		Page page = open("recipe=each-line(hex-decode)&off=1&text=xy");
		page.awaitResult("xy");
		assertThat(page.steps()).containsExactly("each-line", "");
		assertThat(page.content("#recipe-notice")).isEqualTo("All steps are switched off: the result is the text.");
	}

	@Test
	void aNewStepGoesWhereItIsAskedFor() {
		Page page = open("recipe=upper-case,truncate=3,reverse&text=poems");
		page.find("[aria-label='Add a step after upper-case, step 1']").click();
		assertThat(page.focused()).isEqualTo("Add a transform after step 1, upper-case");
		page.press("rot13", Keys.ENTER);
		assertThat(page.steps()).containsExactly("upper-case", "rot13", "truncate", "reverse");
		page.add("swap-case");
		assertThat(page.steps()).containsExactly("upper-case", "rot13", "swap-case", "truncate", "reverse");
		page.find("#search").sendKeys(Keys.ESCAPE);
		page.add("trim");
		assertThat(page.steps()).last().isEqualTo("trim");
	}

	private Page open(String fragment) {
		return this.browser.open(this.port, fragment);
	}

}
