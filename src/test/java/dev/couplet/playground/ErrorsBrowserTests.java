package dev.couplet.playground;

import java.util.List;

import dev.couplet.CoupletTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for errors: their position is marked, and what mends them is a click away.
 */
@CoupletTest
@BrowserTest
class ErrorsBrowserTests {

	@LocalServerPort
	private int port;

	private Chromium browser;

	@BeforeEach
	void browser(Chromium chromium) {
		this.browser = chromium;
	}

	@Test
	void thePositionInTheTextIsMarkedAndCanBeSelected() {
		Page page = open("recipe=hex-decode&text=%F0%9F%91%A9");
		page.paste("41 42 👩 43");
		page.await(page::result, "41 42 👩 43");
		assertThat(page.content("#result mark")).isEqualTo("👩");
		page.find("#to-error").click();
		assertThat(
				page.script("const e = document.activeElement; return e.value.slice(e.selectionStart, e.selectionEnd)"))
			.isEqualTo("👩");
		page.press("44");
		page.await(() -> page.result().startsWith("0000: 4142 4443"), true);
		assertThat(page.find("#to-error").isDisplayed()).isFalse();
	}

	@Test
	void thePositionInWhatALaterStepTakesIsMarked() {
		Page page = open("recipe=upper-case,reverse,hex-decode&text=ab%20xcd");
		page.await(() -> page.content("#result mark"), "X");
		assertThat(page.result()).isEqualTo("DCX BA");
		assertThat(page.content("#result-heading")).isEqualTo("Input of step 3, hex-decode");
		assertThat(page.find("#to-error").isDisplayed()).isFalse();
		assertThat(page.find("#failure").getText()).startsWith("Step 3, hex-decode: not a hexadecimal digit");
	}

	@Test
	void thePositionInALineIsMarked() {
		Page page = open("recipe=each-line(hex-decode)&text=4142%0A41x2");
		page.await(() -> page.content("#result mark"), "x");
	}

	@Test
	void aLineAndColumnAreMarked() {
		Page page = open("recipe=json-pretty&text=%7B%22%F0%9F%98%80%22:1,%0A%22b%22:%7D");
		page.await(() -> page.content("#result mark"), "}");
	}

	@Test
	void aByteIsMarkedInTheHexDump() {
		Page page = open("recipe=hex-decode,upper-case&text=" + "41".repeat(21) + "ff4142");
		page.await(() -> page.content("#result mark"), "ff");
		assertThat(page.result()).contains("0010: 4141 4141 41ff 4142 ");
	}

	@Test
	void aSimilarNameIsAClickAwayAndKeepsTheArguments() {
		Page page = open("recipe=trim,wrapp=3&text=ab%20cd");
		page.await(() -> page.all("#steps .mend"), List.of("Use wrap"));
		page.find("#steps .mend").click();
		page.awaitResult("ab\ncd");
		assertThat(page.steps()).containsExactly("trim", "wrap");
		assertThat(page.field(2, "width").getDomProperty("value")).isEqualTo("3");
		page.press(Keys.chord(Keys.CONTROL, "z"));
		assertThat(page.steps()).containsExactly("trim", "wrapp");
	}

	@Test
	void aStepThatIsMissingIsAClickAway() {
		Page page = open("recipe=hex-decode,upper-case&text=e9");
		page.await(() -> page.all("#steps .mend"), List.of("Put charset-decode=windows-1252 before it"));
		page.find("#steps .mend").sendKeys(Keys.ENTER);
		page.awaitResult("É");
		assertThat(page.steps()).containsExactly("hex-decode", "charset-decode", "upper-case");
	}

	@Test
	void anotherTransformIsAClickAway() {
		Page page = open("recipe=base64-decode,upper-case&text=_w");
		page.await(() -> page.all("#steps .mend").contains("Use base64url-decode instead"), true);
	}

	@Test
	void anArgumentWithinItsBoundsIsAClickAway() {
		Page page = open("recipe=wrap=1001&text=a");
		page.await(() -> page.all("#steps .mend"), List.of("Use 1000"));
		page.find("#steps .mend").click();
		page.awaitResult("a");
		assertThat(page.field(1, "width").getDomProperty("value")).isEqualTo("1000");
	}

	@Test
	void aRecipeInBracketsIsAClickAway() {
		Page page = open("recipe=each-line&text=%20a");
		page.await(() -> page.all("#steps .mend"), List.of("Put trim into the brackets"));
		page.find("#steps .mend").click();
		page.awaitResult("a");
		assertThat(page.steps()).containsExactly("each-line", "trim");
	}

	private Page open(String fragment) {
		return this.browser.open(this.port, fragment);
	}

}
