package dev.couplet.playground;

import java.util.List;

import dev.couplet.CoupletTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for where things are, on a phone and on a wide screen.
 */
@CoupletTest
@BrowserTest
class LayoutBrowserTests {

	private static final String FOUR = "recipe=lower-case,wrap=40,each-line(trim,reverse),upper-case&text=poems";

	@LocalServerPort
	private int port;

	private Chromium browser;

	@BeforeEach
	void browser(Chromium chromium) {
		this.browser = chromium;
	}

	@Test
	void aPhoneShowsTheResultOfFourStepsWithoutScrolling() {
		Page page = phone(FOUR);
		page.awaitResult("SMEOP");
		assertThat(isInSight(page, "#result")).isEqualTo(true);
		page.script("document.querySelector('#steps li:nth-child(2)').scrollIntoView()");
		assertThat(isInSight(page, "#result")).isEqualTo(true);
	}

	@Test
	void aPhoneShowsTheLinkWithoutScrolling() {
		Page page = phone(FOUR);
		assertThat(isInSight(page, "[aria-label='Copy link']")).isEqualTo(true);
	}

	@Test
	void whatCanBeTouchedIsAtLeast44PixelsLarge() {
		Page page = phone("recipe=wrap=7,each-match=a(trim),hex-encode,base64-decode&text=poems");
		page.script(
				"document.querySelectorAll('#catalogue, #catalogue details').forEach((group) => group.open = true)");
		assertThat(page
			.script("""
					// a checkbox has a margin that is touched with it
					const area = (e) => e.matches('[type=checkbox]') ? e.parentElement : e;
					return [...document.querySelectorAll('button, input, select, textarea, summary')].filter((e) => e.checkVisibility()).filter((e) => {
						const { width, height } = area(e).getBoundingClientRect();
						return width < 44 || height < 44;
					}).map((e) => e.outerHTML);"""))
			.isEqualTo(List.of());
	}

	@Test
	void aWideScreenShowsTheCatalogueBesideTheSteps() {
		Page page = this.browser.open(this.port, FOUR);
		assertThat(page.find("#catalogue details").isDisplayed()).isFalse();
		this.browser.wide(1600);
		page.script("location.reload()");
		page.await(() -> page.script("return 'ready' in document.body.dataset"), true);
		assertThat(page.find("#catalogue details").isDisplayed()).isTrue();
		assertThat(page
			.script("""
					const [catalogue, steps] = ['#catalogue', '#steps'].map((selector) => document.querySelector(selector).getBoundingClientRect());
					return catalogue.right <= steps.left && catalogue.top < steps.bottom;"""))
			.isEqualTo(true);
	}

	private static Object isInSight(Page page, String selector) {
		return page.script("""
				const { top, bottom } = document.querySelector(arguments[0]).getBoundingClientRect();
				return top >= 0 && bottom <= innerHeight;""", selector);
	}

	private Page phone(String fragment) {
		Page page = this.browser.open(this.port, fragment);
		this.browser.phone();
		return page;
	}

}
