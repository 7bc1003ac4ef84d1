package dev.couplet.playground;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.couplet.CoupletTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the playground with the accessibility rules of axe-core, and with the
 * keyboard only.
 */
@CoupletTest
@BrowserTest
class AccessibilityBrowserTests {

	private static final String LONG = "eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee";

	@LocalServerPort
	private int port;

	private Chromium browser;

	@BeforeEach
	void browser(Chromium chromium) {
		this.browser = chromium;
	}

	@ParameterizedTest
	@EnumSource
	void aResultViolatesNoRule(Look look) throws Exception {
		Page page = open(look, "recipe=wrap=20,replace=e:E,join-lines&text=The%20sea%20has%20left");
		page.awaitResult("ThE sEa has lEft");
		assertThat(violations(page)).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void bytesAndChoicesViolateNoRule(Look look) throws Exception {
		Page page = open(look, "recipe=hex-encode=space:upper,hex-decode&text=The%20sea%20has%20left");
		page.await(() -> page.result().startsWith("0000: 5468"), true);
		assertThat(violations(page)).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void bracketsViolateNoRule(Look look) throws Exception {
		Page page = open(look,
				"recipe=each-match=%5Ba-z%5D(upper-case),each-line(trim,each-word(hex-decode)),try&text=g");
		page.await(() -> page.all("#steps > li.failed").size(), 1);
		assertThat(violations(page)).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void anErrorViolatesNoRule(Look look) throws Exception {
		Page page = open(look, "recipe=wrap=0,cumingsify,replace&text=a");
		page.await(() -> page.all("#steps > li.failed").size(), 1);
		assertThat(violations(page)).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void aMarkedErrorThatCanBeMendedViolatesNoRule(Look look) throws Exception {
		Page page = open(look, "recipe=hex-decode,each-line(trim),upper-case&off=2&text=e9ff");
		page.await(() -> page.content("#result mark"), "e9");
		page.await(() -> page.all("#steps .mend").size(), 1);
		assertThat(violations(page)).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void theResultsOfAllStepsViolateNoRule(Look look) throws Exception {
		Page page = open(look, "recipe=reverse,hex-encode,gzip,upper-case&text=a%C2%A0%09b%20%0Ac");
		page.find("#every-step").click();
		page.await(() -> page.all("#every-result .failure").size(), 1);
		assertThat(violations(page)).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void aSuggestionTheCatalogueAndSavedRecipesViolateNoRule(Look look) throws Exception {
		Page page = open(look, "recipe=trim");
		page.script("document.querySelectorAll('details').forEach((one) => one.open = true)");
		page.find("#saved-name").sendKeys("Trimmed", Keys.ENTER);
		page.await(() -> page.all("#saved .entry"), List.of("Trimmed"));
		page.paste("SGVsbG8gd29ybGQ=");
		page.await(() -> page.find("#suggestion").isDisplayed(), true);
		assertThat(violations(page)).isEmpty();
		page.script("localStorage.clear()");
	}

	@ParameterizedTest
	@EnumSource
	void aSearchViolatesNoRule(Look look) throws Exception {
		Page page = open(look, "");
		page.find("#search").sendKeys("base64", Keys.ARROW_DOWN);
		assertThat(page.all("#matches .kinds")).contains("text → bytes");
		// no rule requires it
		assertThat(page.find("#matches").getAccessibleName()).isEqualTo("Transforms");
		assertThat(violations(page)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "trim", "gzip", "each-line(replace=" + LONG + ":E)" })
	void thePageFitsTheWidthOfAPhone(String last) {
		Page page = open(Look.PHONE, "recipe=replace=" + LONG + ":E," + last + "&text=" + "a".repeat(2_000));
		page.await(() -> page.content("#result-counts").contains("round trip"), true);
		assertThat(page.script("return document.documentElement.scrollWidth")).isEqualTo(390L);
	}

	@Test
	void theFocusGoesFromTheTextThroughTheRecipeToTheResult() {
		Page page = open(Look.LIGHT, "recipe=wrap&text=a");
		page.script("document.getElementById('poem').focus()");
		List<String> places = Stream.generate(() -> {
			page.press(Keys.TAB);
			return (String) page.script("""
					const e = document.activeElement;
					return e.id || e.name || e.getAttribute('aria-label') || e.textContent;""");
		}).limit(16).toList();
		assertThat(places).containsExactly("open-file", "text", "undo", "redo", "search", "Move wrap, step 1 of 1",
				"wrap", "Use wrap, step 1", "Add a step after wrap, step 1", "Remove wrap, step 1", "width",
				"Catalogue", "brackets 6", "case 14", "charsets 4", "ciphers 17");
	}

	@Test
	void theFocusGoesOverTheResultToTheCalls() {
		Page page = open(Look.LIGHT, "recipe=base64-decode&text=YQ");
		page.await(() -> page.result().startsWith("0000: 61"), true);
		page.script("document.querySelector('#categories details:last-child > summary').focus()");
		List<String> places = Stream.generate(() -> {
			page.press(Keys.TAB);
			return (String) page.script("return document.activeElement.id || document.activeElement.textContent");
		}).limit(5).toList();
		assertThat(places).startsWith("download-result", "copy-result", "every-step", "result", "tab-curl");
	}

	@Test
	void theFocusGoesFromAnArgumentToTheStepsInBrackets() {
		Page page = open(Look.LIGHT, "recipe=each-match=a(wrap)&text=a");
		page.script("document.querySelector('[name=group]').focus()");
		List<String> places = Stream.generate(() -> {
			page.press(Keys.TAB);
			return page.focused();
		}).limit(7).toList();
		assertThat(places).containsExactly("Move wrap, step 1.1", "wrap", "Use wrap, step 1.1",
				"Add a step after wrap, step 1.1", "Remove wrap, step 1.1", "width",
				"Add a step in the brackets of each-match");
	}

	@Test
	void anErrorInBracketsIsAnnounced() {
		Page page = open(Look.LIGHT, "recipe=each-line(hex-decode)&text=x");
		page.await(() -> page.content("#announcement"),
				"Step 1.1, hex-decode, line 1: not a hexadecimal digit at character 1; each byte has two digits.");
	}

	@Test
	void changesAreAnnounced() {
		Page page = open(Look.LIGHT, "recipe=&text=a");
		assertThat(page.find("#announcement").getAriaRole()).isEqualTo("status");
		page.add("hex-decode");
		page.await(() -> page.content("#announcement"), "hex-decode added as step 1. "
				+ "Step 1, hex-decode: the hexadecimal is cut off after character 1: the last byte has less than two digits.");
		page.button(1, "remove").sendKeys(Keys.ENTER);
		page.await(() -> page.content("#announcement"), "hex-decode removed. The result has changed.");
		page.find("#text").sendKeys("b");
		page.await(() -> page.content("#announcement"), "The result has changed.");
	}

	@Test
	void aSearchWithoutMatchesIsAnnounced() {
		Page page = open(Look.LIGHT, "recipe=trim&text=a");
		page.await(() -> page.content("#announcement"), "The result has changed.");
		page.find("#search").sendKeys("xyzzy");
		page.await(() -> page.content("#announcement"), "No matches.");
	}

	@Test
	void aSuggestionIsAnnounced() {
		Page page = open(Look.LIGHT, "recipe=trim");
		page.paste("SGVsbG8gd29ybGQ=");
		page.await(() -> page.content("#announcement"),
				"The text looks encoded: suggestions follow it. The result has changed.");
	}

	@Test
	void theNameOfAFieldIsThatOfItsParameter() {
		Page page = open(Look.LIGHT, "recipe=replace=a:b&text=a");
		assertThat(page.field(1, "to").getAccessibleName()).isEqualTo("to");
		assertThat(page.script("""
				return document.getElementsByName('to')[0].getAttribute('aria-describedby').split(' ')
					.map((id) => document.getElementById(id).textContent).join('');"""))
			.isEqualTo("0 to 1,000 characters");
	}

	@Test
	void whatATransformOfTheCatalogueDoesIsItsDescription() {
		Page page = open(Look.LIGHT, "recipe=trim&text=a");
		assertThat(page.find("#categories .entry").getDomAttribute("aria-describedby")).isNull();
		assertThat(page.find("#categories .entry").getDomAttribute("title")).startsWith("Runs the recipe in brackets");
	}

	private Page open(Look look, String fragment) {
		Page page = this.browser.open(this.port, fragment);
		look.apply(this.browser);
		return page;
	}

	@SuppressWarnings("unchecked") // documented by axe-core
	private static List<String> violations(Page page) throws IOException {
		page.script(new ClassPathResource("axe.min.js").getContentAsString(StandardCharsets.UTF_8));
		List<Map<String, Object>> violations = (List<Map<String, Object>>) page.asyncScript(
				"""
						const [done] = arguments;
						axe.run().then(({ violations }) => done(violations.map(({ id, help, nodes }) =>
								({ id, help, nodes: nodes.map(({ html, any }) => html + ' ' + any.map(({ message }) => message)) }))));""");
		assertThat(violations).isNotNull();
		return violations.stream().map(Object::toString).toList();
	}

	enum Look {

		LIGHT, DARK, PHONE;

		void apply(Chromium browser) {
			switch (this) {
				case LIGHT -> browser.light();
				case DARK -> browser.dark();
				case PHONE -> browser.phone();
			}
		}

	}

}
