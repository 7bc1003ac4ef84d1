package dev.couplet.playground;

import dev.couplet.CoupletTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for recipes in brackets, which are steps within a step.
 */
@CoupletTest
@BrowserTest
class BracketsBrowserTests {

	@LocalServerPort
	private int port;

	private Chromium browser;

	@BeforeEach
	void browser(Chromium chromium) {
		this.browser = chromium;
	}

	@Test
	void areStepsWithinTheirStep() {
		Page page = open("recipe=each-line(trim,each-word(upper-case))&text=%20a%0Ab%20");
		page.awaitResult("A\nB");
		assertThat(page.steps()).containsExactly("each-line", "trim", "each-word", "upper-case");
		assertThat(page.within("1.1", ".transform .name").getText()).isEqualTo("trim");
		assertThat(page.within("1.2.1", ".transform .name").getText()).isEqualTo("upper-case");
		assertThat(page.find("#steps .within > ol").getAccessibleName())
			.isEqualTo("Steps in the brackets of each-line");
	}

	@Test
	void areAddedFromTheSearch() {
		Page page = open("recipe=&text=b%20a");
		page.add("each-line");
		page.await(() -> page.content("#failure"), "Step 1, each-line: requires a recipe in brackets, such as (trim).");
		assertThat(page.focused()).isEqualTo("Add a step in the brackets of each-line");
		page.press(Keys.ENTER);
		assertThat(page.focused()).isEqualTo("Add a transform in the brackets of each-line");
		page.press("reverse-words", Keys.ENTER);
		page.awaitResult("a b");
		page.add("upper-case");
		page.awaitResult("A B");
		page.await(page::link, url("recipe=each-line(reverse-words,upper-case)&text=b%20a"));
		page.find("#search").sendKeys(Keys.ESCAPE);
		page.add("reverse");
		page.await(page::link, url("recipe=each-line(reverse-words,upper-case),reverse&text=b%20a"));
	}

	@Test
	void haveArguments() {
		Page page = open("recipe=each-line(replace=a:b)&text=a");
		page.awaitResult("b");
		page.set(1, "to", "c(,)");
		page.awaitResult("c(,)");
		page.await(page::link, url("recipe=each-line(replace=a:c%28%2C%29)&text=a"));
	}

	@Test
	void areAfterTheArguments() {
		Page page = open("recipe=each-field=2:;(upper-case)&text=a;b");
		page.awaitResult("a;B");
		assertThat(page.field(1, "fields").getDomProperty("value")).isEqualTo("2");
		assertThat(page.field(1, "delimiter").getDomProperty("value")).isEqualTo(";");
		page.set(1, "fields", "1");
		page.awaitResult("A;b");
		page.await(page::link, url("recipe=each-field=1:%3B(upper-case)&text=a%3Bb"));
	}

	@Test
	void areMovedAndRemovedWithinTheirStep() {
		Page page = open("recipe=each-line(upper-case,truncate=3,reverse)&text=poems");
		page.awaitResult("…OP");
		page.within("1.3", ".grip").sendKeys(Keys.ARROW_UP);
		page.awaitResult("SM…");
		assertThat(page.focused()).isEqualTo("Move reverse, step 1.2");
		page.within("1.3", ".remove").sendKeys(Keys.ENTER);
		page.awaitResult("SMEOP");
		page.press(Keys.ENTER);
		page.press(Keys.ENTER);
		assertThat(page.steps()).containsExactly("each-line");
		assertThat(page.focused()).isEqualTo("Add a step in the brackets of each-line");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "each-line(trim,upper-case)",
					"trim,each-line(try(base64-decode),each-word(reverse,trim)),upper-case",
					"each-line(each-word(each-match=b(trim))),try(trim)", "each-field=2:%3D(try(base64-decode))",
					"each-line(replace=%2C%3A:%28%2E%3D%29%25)",
					"try(replace=%20%5B%26%23%0A:%C3%A9,replace=%27:%E2%80%AE)", "nosuch=1(trim,trim),trim" })
	void ofALinkAreWrittenUnchanged(String recipe) {
		Page page = open("recipe=" + recipe + "&text=a");
		assertThat(page.link()).endsWith("/#recipe=" + recipe + "&text=a");
		assertThat(page.content("#call-curl")).contains("/transforms/" + recipe + "'");
		// here, the browser does not encode anything
		assertThat(page.content("#call-nc")).contains(":" + recipe + ".a,'");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"trim,each-line(trim,hex-decode) | 2.2 | Step 2.2, hex-decode, line 2: not a hexadecimal digit at character 1; each byte has two digits.",
			"trim,each-line(each-word(hex-decode)) | 2.1.1 | Step 2.1.1, hex-decode, line 2, word 1: not a hexadecimal digit at character 1; each byte has two digits.",
			"trim,each-line(trim,wrap=0) | 2.2 | Step 2.2, wrap: ‘width’ must be a whole number from 1 to 1000.",
			"trim,each-line(trim=1) | 2.1 | Step 2.1, trim: takes no arguments.",
			"trim,each-line(cumingsify) | 2.1 | Step 2.1, cumingsify: there is no transform 'cumingsify'; perhaps cummingsify was meant." })
	void haveTheirErrorsShownAtTheirOwnStep(String recipe, String number, String sentence) {
		Page page = open("recipe=" + recipe + ",trim&text=41%0Axy");
		page.await(() -> page.content("#failure"), sentence);
		assertThat(page
			.script("return [...document.querySelectorAll('.failed')].map((item) => item.dataset.number).join()"))
			.isEqualTo(number);
		assertThat(sentence).endsWith(page.within(number, ".failure").getText() + ".");
	}

	@Test
	void ofATransformThatTakesNoneAreAnErrorAndCanBeRemoved() {
		Page page = open("recipe=upper-case(trim)&text=a");
		page.await(() -> page.content("#failure"), "Step 1, upper-case: takes no recipe in brackets.");
		page.within("1.1", ".remove").click();
		page.awaitResult("A");
	}

	@Test
	void aStepWithinShowsTheResultOfTheStepAround() {
		Page page = open("recipe=upper-case,each-word(reverse,replace=B:x),reverse&text=ab%20cd");
		page.awaitResult("CD Ax");
		page.mouse().moveToElement(page.within("2.1", ".transform .name")).perform();
		page.awaitResult("xA DC");
		assertThat(page.content("#result-heading")).isEqualTo("After step 2, each-word");
		page.mouse().moveToElement(page.find("h1")).perform();
		page.awaitResult("CD Ax");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "replace=(:x | ( | x | replace=%28:x", "replace=a:) | a | ) | replace=a:%29",
			"replace=(a):(b) | (a) | (b) | replace=%28a%29:%28b%29" })
	void areNotReadFromParenthesesInATextArgument(String old, String from, String to, String recipe) {
		Page page = open("recipe=" + old + ",each-line(trim)&text=" + from);
		page.awaitResult(to);
		assertThat(page.steps()).containsExactly("replace", "each-line", "trim");
		assertThat(page.field(1, "from").getDomProperty("value")).isEqualTo(from);
		assertThat(page.field(1, "to").getDomProperty("value")).isEqualTo(to);
		assertThat(page.link()).contains("#recipe=" + recipe + ",each-line(trim)&");
	}

	@Test
	void afterANumberAreNotAnArgument() {
		Page page = open("recipe=wrap=60(trim)&text=a");
		page.await(() -> page.content("#failure"), "Step 1, wrap: takes no recipe in brackets.");
	}

	@Test
	void countAsSteps() {
		Page page = open("recipe=trim,each-line(trim,try(replace=a%2C:b,trim))" + ",trim".repeat(9) + "&text=a");
		assertThat(page.content("#step-count")).isEqualTo("15 of 16 steps");
		page.add("trim");
		page.add("reverse");
		page.await(() -> page.content("#recipe-notice"), "A recipe has at most 16 steps.");
		assertThat(page.steps()).doesNotContain("reverse");
	}

	@Test
	void areIndicatedInTheSearch() {
		Page page = open("recipe=&text=a");
		page.find("#search").sendKeys("each-li");
		assertThat(page.all("#matches b")).first().isEqualTo("each-line(…)");
		page.press(Keys.ENTER);
		assertThat(page.steps()).containsExactly("each-line");
		page.find("#search").sendKeys("upper-c");
		assertThat(page.all("#matches b")).first().isEqualTo("upper-case");
	}

	private Page open(String fragment) {
		return this.browser.open(this.port, fragment);
	}

	private String url(String fragment) {
		return "http://localhost:" + this.port + "/#" + fragment;
	}

}
