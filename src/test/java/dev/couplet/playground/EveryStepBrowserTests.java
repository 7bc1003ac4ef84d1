package dev.couplet.playground;

import java.util.List;

import dev.couplet.CoupletTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the results of all steps at the same time.
 */
@CoupletTest
@BrowserTest
class EveryStepBrowserTests {

	@LocalServerPort
	private int port;

	private Chromium browser;

	@BeforeEach
	void browser(Chromium chromium) {
		this.browser = chromium;
	}

	@Test
	void allResultsAreShownAndFollowTheRecipe() {
		Page page = open("recipe=upper-case,truncate=3,reverse&off=2&text=poems");
		page.awaitResult("SMEOP");
		page.find("#every-step").click();
		page.await(() -> page.all("#every-result h3"), List.of("1 upper-case", "2 reverse"));
		assertThat(page.all("#every-result pre")).containsExactly("POEMS", "SMEOP");
		assertThat(page.find("#result").isDisplayed()).isFalse();
		page.add("hex-encode");
		page.add("hex-decode");
		page.await(() -> page.all("#every-result pre").stream().skip(2).toList(),
				List.of("534d454f50", "0000: 534d 454f 50         SMEOP"));
		page.find("#every-step").sendKeys(Keys.ENTER);
		assertThat(page.find("#result").isDisplayed()).isTrue();
		assertThat(page.find("#every-result").isDisplayed()).isFalse();
	}

	@Test
	void theResultsEndAtTheStepThatFails() {
		Page page = open("recipe=upper-case,hex-decode,reverse&text=poems");
		page.find("#every-step").click();
		page.await(() -> page.all("#every-result h3"), List.of("1 upper-case", "2 hex-decode"));
		assertThat(page.all("#every-result .failure")).first()
			.asString()
			.startsWith("No result: step 2, hex-decode: not a hexadecimal digit");
	}

	@Test
	void aFailureThatArrivesLateIsNotShown() {
		Page page = open("recipe=&text=a");
		assertThat(page.asyncScript(
				"""
						const [done] = arguments;
						(async () => {
							const { show } = await import('/playground/everystep.js');
							let fail;
							const older = show([{ name: 'trim' }], () => new Promise((_, reject) => { fail = reject; }));
							await show([{ name: 'reverse' }], async () => ({ text: 'newer' }));
							fail(new Error('older'));
							await older;
							done([...document.querySelectorAll('#every-result > li > *')].map(({ textContent }) => textContent).join());
						})();"""))
			.isEqualTo("1 reverse,newer,5 bytes");
	}

	private Page open(String fragment) {
		return this.browser.open(this.port, fragment);
	}

}
