package dev.couplet.playground;

import java.util.Base64;
import java.util.Random;

import dev.couplet.CoupletTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the link with recipe and text.
 */
@CoupletTest
@BrowserTest
class LinkBrowserTests {

	private static final String TEXT = "it's <b>100%</b> & #1\n+ naïve 語 👩‍👧 \\ \"'";

	@LocalServerPort
	private int port;

	private Chromium browser;

	@BeforeEach
	void browser(Chromium chromium) {
		this.browser = chromium;
	}

	@Test
	void opensTheSameTextAndRecipe() {
		Page page = open("recipe=wrap=7,replace=%2C:%26%23%3A,reverse");
		page.paste(TEXT);
		page.await(() -> page.script("return decodeURIComponent(location.hash).includes('naïve')"), true);
		page.await(() -> page.content("#result-counts").contains("round trip"), true);
		String result = page.result();
		String link = page.link();
		assertThat(link).startsWith("http://localhost:" + this.port + "/#recipe=");
		assertThat(page.script("return location.href")).isEqualTo(link);
		Page other = open(link.substring(link.indexOf('#') + 1));
		other.awaitResult(result);
		assertThat(other.text()).isEqualTo(TEXT);
		assertThat(other.steps()).containsExactly("wrap", "replace", "reverse");
		assertThat(other.field(1, "width").getDomProperty("value")).isEqualTo("7");
		assertThat(other.field(2, "to").getDomProperty("value")).isEqualTo("&#:");
		assertThat(other.link()).isEqualTo(link);
	}

	@Test
	void opensAnotherLinkInTheSamePage() {
		Page page = open("recipe=reverse&text=one");
		page.awaitResult("eno");
		page.script("location.hash = '#recipe=upper-case&text=two'");
		page.awaitResult("TWO");
	}

	@Test
	void thatIsFollowedCanBeUndone() {
		Page page = open("recipe=reverse,trim&off=2&text=one");
		page.awaitResult("eno");
		page.button(1, "remove").click();
		page.awaitResult("one");
		page.script("location.hash = '#recipe=upper-case&text=two'");
		page.awaitResult("TWO");
		page.find("#undo").click();
		page.awaitResult("one");
		assertThat(page.text()).isEqualTo("one");
		assertThat(page.all("#steps .off .name")).containsExactly("trim");
		assertThat(page.content("#recipe-notice")).isEqualTo("Undone: link followed.");
		page.await(page::link, "http://localhost:" + this.port + "/#recipe=trim&off=1&text=one");
		page.find("#undo").click();
		page.awaitResult("eno");
		page.find("#redo").click();
		page.find("#redo").click();
		page.awaitResult("TWO");
	}

	@Test
	void compressesALongText() {
		String text = "The sea has left its notes — 語 👩‍👧\n".repeat(500);
		Page page = open("recipe=head=1");
		page.paste(text);
		page.await(() -> page.link().contains("&deflated="), true);
		assertThat(page.link()).hasSizeLessThan(2_000);
		Page other = open(fragment(page));
		other.awaitResult("The sea has left its notes — 語 👩‍👧\n");
		assertThat(other.text()).isEqualTo(text);
	}

	@Test
	void containsStepsThatAreSwitchedOff() {
		Page page = open("recipe=upper-case,each-line(trim,reverse),trim&off=1,2.2&text=%20ab");
		page.awaitResult("ab");
		assertThat(page.all("#steps .off .name")).containsExactly("upper-case", "reverse");
		assertThat(fragment(page)).isEqualTo("recipe=upper-case,each-line(trim,reverse),trim&off=1,2.2&text=%20ab");
	}

	@Test
	void omitsATextThatIsTooLongEvenCompressed() {
		Page page = open("recipe=trim");
		byte[] random = new byte[30_000];
		new Random(1).nextBytes(random);
		page.paste(Base64.getEncoder().encodeToString(random));
		page.await(() -> page.content("#link-notice"), "The link has only the recipe: the text is too long for it.");
		assertThat(page.link()).endsWith("/#recipe=trim");
	}

	@ParameterizedTest
	@ValueSource(strings = { "deflated=%ff", "deflated=AAAA", "deflated=!", "deflated-bytes=", "deflated" })
	void ignoresAMalformedCompressedText(String value) {
		Page page = open("recipe=trim&" + value);
		assertThat(page.text()).isEmpty();
		assertThat(page.steps()).containsExactly("trim");
	}

	@Test
	void canBeCopiedAtTheTopOfThePage() {
		Page page = open("recipe=reverse&text=poem");
		assertThat(page.find("#copy-link").getRect().getY()).isLessThan(100);
		String link = page.link();
		page.find("#copy-link").click();
		page.await(() -> page.find("#copy-link").getText(), "Copied");
		assertThat(page.asyncScript("const [done] = arguments; navigator.clipboard.readText().then(done)"))
			.isEqualTo(link);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "recipe=Trim&text=a | a step of the recipe is malformed",
					"recipe=%3Cscript%3E&text=a | a step of the recipe is malformed",
					"recipe=nosuch=(:x&text=a | the bracket at character 8 is not closed",
					"recipe=each-match=(a(trim)&text=a | the bracket at character 12 is not closed",
					"recipe=each-line(trim))&text=a | the closing bracket at character 16 has no opening one",
					"recipe=each-line(trim)trim&text=a | a step of the recipe is malformed",
					"recipe=try(a,a,a,a),a,a,a,a,a,a,a,a,a,a,a,a&text=a | a recipe has at most 16 steps",
					"recipe=join-lines=%ff&text=a | the percent-encoding of an argument is malformed",
					"recipe=a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a,a&text=a | a recipe has at most 16 steps" })
	void ignoresAMalformedRecipeWithANotice(String fragment, String reason) {
		Page page = open(fragment);
		page.awaitResult("a");
		assertThat(page.steps()).isEmpty();
		assertThat(page.content("#recipe-notice")).isEqualTo("The recipe in the link is ignored: " + reason + ".");
	}

	@Test
	void ignoresAMalformedText() {
		Page page = open("recipe=trim&text=%ff");
		assertThat(page.text()).isEmpty();
		assertThat(page.steps()).containsExactly("trim");
	}

	@Test
	void tooManyArgumentsAreAnErrorAtTheirStep() {
		Page page = open("recipe=trim=1&text=a");
		page.await(() -> page.content("#failure"), "Step 1, trim: takes no arguments.");
	}

	private static String fragment(Page page) {
		return page.link().substring(page.link().indexOf('#') + 1);
	}

	private Page open(String fragment) {
		return this.browser.open(this.port, fragment);
	}

}
