package dev.couplet.playground;

import dev.couplet.CoupletTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for recipes in brackets.
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
	void areATextFieldOfTheirStep() {
		Page page = open("recipe=each-line(trim,upper-case)&text=%20a%0Ab%20");
		page.awaitResult("A\nB");
		assertThat(page.steps()).containsExactly("each-line");
		WebElement field = page.field(1, "brackets");
		assertThat(field.getAccessibleName()).isEqualTo("Recipe in brackets");
		assertThat(field.getDomProperty("value")).isEqualTo("trim,upper-case");
		assertThat(field.getDomAttribute("aria-invalid")).isEqualTo("false");
		page.set(1, "brackets", "reverse,trim");
		page.awaitResult("a\nb");
		assertThat(page.content("#call-link")).contains("#recipe=each-line(reverse,trim)&");
	}

	@Test
	void areAfterTheArguments() {
		Page page = open("recipe=each-field=2:;(upper-case)&text=a;b");
		page.awaitResult("a;B");
		assertThat(page.field(1, "fields").getDomProperty("value")).isEqualTo("2");
		assertThat(page.field(1, "delimiter").getDomProperty("value")).isEqualTo(";");
		page.set(1, "fields", "1");
		page.awaitResult("A;b");
		assertThat(page.content("#call-link")).contains("#recipe=each-field=1:%3B(upper-case)&");
	}

	@Test
	void areEmptyInANewStepWithTheErrorOfTheServer() {
		Page page = open("recipe=&text=a");
		page.add("each-line");
		WebElement field = page.field(1, "brackets");
		assertThat(page.script("return document.activeElement.name")).isEqualTo("brackets");
		assertThat(field.getDomAttribute("placeholder")).isEqualTo("trim");
		assertThat(field.getDomAttribute("aria-invalid")).isEqualTo("true");
		page.await(() -> page.content("#failure"), "Step 1, each-line: requires a recipe in brackets, such as (trim).");
		assertThat(page.all("#steps > li.failed .failure"))
			.containsExactly("requires a recipe in brackets, such as (trim)");
		assertThat(field.getDomAttribute("aria-describedby"))
			.isEqualTo(page.find("#steps .failure").getDomAttribute("id"));
		page.press("upper-case");
		page.awaitResult("A");
		assertThat(field.getDomAttribute("aria-invalid")).isEqualTo("false");
		assertThat(page.all("#steps > li.failed")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "each-line(trim,upper-case) | each-line",
					"trim,each-line(try(base64-decode),each-word(reverse,trim)),upper-case | trim,each-line,upper-case",
					"each-line(each-word(each-match=b(trim))),try(trim) | each-line,try",
					"each-field=2:%3D(try(base64-decode)) | each-field",
					"each-line(replace=%2C%3A:%28%2E%3D%29%25) | each-line",
					"try(replace=%20%5B%26%23%0A:%C3%A9,replace=%27:%E2%80%AE) | try",
					"nosuch=1(trim,trim),trim | nosuch,trim" })
	void ofALinkAreWrittenUnchanged(String recipe, String steps) {
		Page page = open("recipe=" + recipe + "&text=a");
		assertThat(page.steps()).containsExactly(steps.split(","));
		assertThat(page.content("#call-link")).endsWith("/#recipe=" + recipe + "&text=a");
		assertThat(page.content("#call-curl")).contains("/transforms/" + recipe + "'");
	}

	@Test
	void showCharactersThatOnlyAUrlRequiresEncodedAsTheyAre() {
		Page page = open("recipe=each-line(each-match=%5BA-Z%5D%2B%2E%28%C3%A9%0A%29(lower-case))&text=a");
		assertThat(page.field(1, "brackets").getDomProperty("value"))
			.isEqualTo("each-match=[A-Z]+.%28é%0A%29(lower-case)");
		page.set(1, "brackets", "each-match=[A-Z]/.?#&'\\\\(lower-case)");
		page.await(() -> page.content("#call-link")
			.contains("#recipe=each-line(each-match=%5BA-Z%5D%2F%2E%3F%23%26%27%5C%5C(lower-case))&"), true);
		page.paste("A/..#&'\\\nA/#&'\\");
		page.awaitResult("A/..#&'\\\na/#&'\\");
	}

	@Test
	void haveNoLineBreaks() {
		Page page = open("recipe=each-line(trim)&text=a");
		page.paste("upper-\ncase");
		page.find("#text").sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.chord(Keys.CONTROL, "c"));
		page.field(1, "brackets")
			.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.chord(Keys.CONTROL, "v"), Keys.ENTER, ",trim");
		assertThat(page.field(1, "brackets").getDomProperty("value")).isEqualTo("upper-case,trim");
		page.awaitResult("UPPER-\nCASE");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "trim),upper-case,try(trim | the closing bracket at character 5 has no opening one",
					"try(trim | the bracket at character 4 is not closed",
					"try(try(trim) | the bracket at character 4 is not closed",
					"replace=%2:a | a ‘%’ is not followed by two hexadecimal digits" })
	void thatWouldEndElsewhereAreAnErrorOfTheirStep(String brackets, String reason) {
		Page page = open("recipe=trim,each-line(trim)&text=a");
		page.awaitResult("a");
		page.set(2, "brackets", brackets);
		page.await(() -> page.content("#failure"), "Step 2, each-line: in the recipe in brackets, " + reason + ".");
		assertThat(page.field(2, "brackets").getDomAttribute("aria-invalid")).isEqualTo("true");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"trim,each-line(trim,hex-decode) | Step 2.2, hex-decode, line 2: not a hexadecimal digit at character 1; each byte has two digits.",
			"trim,each-line(each-word(hex-decode)) | Step 2.1.1, hex-decode, line 2, word 1: not a hexadecimal digit at character 1; each byte has two digits.",
			"trim,each-line(trim,wrap=0) | Step 2.2, wrap: 'width' must be a whole number from 1 to 1000.",
			"trim,each-line(trim=1) | Step 2.1, trim: takes no arguments.",
			"trim,each-line(Trim) | Step 2.1 of the recipe has a malformed name at character 16; perhaps trim was meant.",
			"trim,each-line(cumingsify) | Step 2.1: there is no transform 'cumingsify'; perhaps cummingsify was meant." })
	void haveTheirErrorsShownAtTheStepAround(String recipe, String sentence) {
		Page page = open("recipe=" + recipe + ",trim&text=41%0Axy");
		page.await(() -> page.content("#failure"), sentence);
		assertThat(page.all("#steps > li.failed .name")).containsExactly("each-line");
		String reason = page.all("#steps > li.failed .failure").getFirst();
		assertThat(sentence.replaceFirst("^S", "s")).endsWith(reason + ".");
	}

	@Test
	void ofATransformThatTakesNoneAreAnErrorAndCanBeRemoved() {
		Page page = open("recipe=upper-case(trim)&text=a");
		page.await(() -> page.content("#failure"), "Step 1, upper-case: takes no recipe in brackets.");
		assertThat(page.field(1, "brackets").getDomAttribute("aria-invalid")).isEqualTo("true");
		page.set(1, "brackets", "");
		page.awaitResult("A");
		assertThat(page.field(1, "brackets").getDomAttribute("aria-invalid")).isEqualTo("false");
	}

	@Test
	void theResultIsShownAfterEachStepOutsideOfBrackets() {
		Page page = open("recipe=upper-case,each-word(reverse,replace=B:x),reverse&text=ab%20cd");
		page.awaitResult("CD Ax");
		page.mouse().moveToElement(page.button(2, "name")).perform();
		page.awaitResult("xA DC");
		assertThat(page.content("#result-heading")).isEqualTo("After step 2, each-word");
		page.mouse().moveToElement(page.button(1, "name")).perform();
		page.awaitResult("AB CD");
		page.mouse().moveToElement(page.find("h1")).perform();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "replace=(:x | ( | x | replace=%28:x", "replace=a:) | a | ) | replace=a:%29",
			"replace=(a):(b) | (a) | (b) | replace=%28a%29:%28b%29" })
	void areNotReadFromParenthesesInATextArgument(String old, String from, String to, String recipe) {
		Page page = open("recipe=" + old + ",each-line(trim)&text=" + from);
		page.awaitResult(to);
		assertThat(page.steps()).containsExactly("replace", "each-line");
		assertThat(page.field(1, "from").getDomProperty("value")).isEqualTo(from);
		assertThat(page.field(1, "to").getDomProperty("value")).isEqualTo(to);
		assertThat(page.content("#call-link")).contains("#recipe=" + recipe + ",each-line(trim)&");
	}

	@Test
	void afterANumberAreNotAnArgument() {
		Page page = open("recipe=wrap=60(trim)&text=a");
		page.await(() -> page.content("#failure"), "Step 1, wrap: takes no recipe in brackets.");
	}

	@Test
	void areShownAsStepsOfTheirStep() {
		Page page = open("recipe=trim,each-line(trim,wrap=7,each-word(reverse))&text=ab%20cd");
		assertThat(page.all("#steps .inner")).containsExactly("trim", "wrap", "each-word", "reverse");
		assertThat(page.find(".nested .nested .remove").getAccessibleName()).isEqualTo("Remove reverse, step 2.3.1");
		page.set(2, "brackets", "upper-case,trim");
		assertThat(page.all("#steps .inner")).containsExactly("upper-case", "trim");
		page.set(2, "brackets", "upper-case,");
		assertThat(page.all("#steps .inner")).isEmpty();
	}

	@Test
	void areChangedByTheirSteps() {
		Page page = open("recipe=each-line(truncate=3,each-word(reverse))&text=ab%20cd");
		page.awaitResult("ba…");
		page.find(".nested [name=length]").sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE, "2");
		page.awaitResult("…a");
		assertThat(page.field(1, "brackets").getDomProperty("value")).isEqualTo("truncate=2,each-word(reverse)");
		page.find(".nested .nested .remove").click();
		page.await(() -> page.content("#failure"),
				"Step 1.2, each-word: requires a recipe in brackets, such as (trim).");
		page.press(Keys.chord(Keys.CONTROL, "z"));
		page.awaitResult("…a");
		page.find(".nested > li:nth-child(1) .grip").sendKeys(Keys.ARROW_DOWN);
		assertThat(page.field(1, "brackets").getDomProperty("value")).isEqualTo("each-word(reverse),truncate=2");
		page.awaitResult("b…");
	}

	@Test
	void takeNewStepsBeforeOneAndAtTheirEnd() {
		Page page = open("recipe=each-line(trim),reverse&text=a");
		page.find(".nested .insert").click();
		page.press("upper-case", Keys.ENTER);
		page.find(".within").click();
		assertThat(page.focused()).isEqualTo("Add a transform in the brackets");
		page.press("reverse", Keys.ENTER);
		assertThat(page.content("#call-link")).contains("#recipe=each-line(upper-case,trim,reverse),reverse&");
		page.add("trim");
		assertThat(page.steps()).containsExactly("each-line", "reverse", "trim");
	}

	@Test
	void countAsSteps() {
		Page page = open("recipe=trim,each-line(trim,try(replace=a%2C:b,trim))&text=a");
		assertThat(page.content("#step-count")).isEqualTo("6 of 16 steps");
		page.set(2, "brackets", "trim" + ",trim".repeat(13));
		page.await(() -> page.content("#step-count"), "16 of 16 steps");
		page.add("reverse");
		page.await(() -> page.content("#recipe-notice"), "A recipe has at most 16 steps.");
		page.set(2, "brackets", "trim" + ",trim".repeat(14));
		page.await(() -> page.content("#failure"),
				"Step 2, each-line: a recipe has at most 16 steps, those in brackets included; see character 86.");
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

}
