package dev.couplet.playground;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page of the playground, as a user operates it.
 */
final class Page {

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	private final ChromeDriver driver;

	Page(ChromeDriver driver) {
		this.driver = driver;
	}

	WebElement find(String selector) {
		return this.driver.findElement(By.cssSelector(selector));
	}

	List<String> all(String selector) {
		return this.driver.findElements(By.cssSelector(selector)).stream().map(WebElement::getText).toList();
	}

	/**
	 * Returns the exact text of an element. WebDriver itself trims whitespace.
	 */
	String content(String selector) {
		return Objects
			.requireNonNull((String) script("return document.querySelector(arguments[0]).textContent", selector));
	}

	/**
	 * Returns the link to the recipe and the text, when it is that of the present ones.
	 */
	String link() {
		return Objects.requireNonNull(find("#link").getDomProperty("href"));
	}

	/**
	 * Whether there is a call for another program, shown or not.
	 * @param name its lower-case name
	 */
	boolean hasCall(String name) {
		return Boolean.TRUE
			.equals(script("return !document.getElementById('call-' + arguments[0]).parentElement.hidden", name));
	}

	/**
	 * Shows the call for another program.
	 * @param name its lower-case name
	 */
	void showCall(String name) {
		find("#tab-" + name).click();
	}

	/**
	 * Chooses a file with a field that is hidden behind a button.
	 */
	void choose(String selector, Path file) {
		script("document.querySelector(arguments[0]).hidden = false", selector);
		find(selector).sendKeys(file.toString());
		script("document.querySelector(arguments[0]).hidden = true", selector);
	}

	String text() {
		return Objects.requireNonNull(find("#text").getDomProperty("value"));
	}

	String result() {
		return content("#result");
	}

	/**
	 * Replaces the text with one from the clipboard.
	 */
	void paste(String text) {
		asyncScript("const [text, done] = arguments; navigator.clipboard.writeText(text).then(() => done(true));",
				text);
		WebElement field = find("#text");
		field.click();
		field.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.chord(Keys.CONTROL, "v"));
	}

	/**
	 * Searches for a transform, and adds the first match.
	 */
	void add(String name) {
		find("#search").sendKeys(name, Keys.ENTER);
	}

	/**
	 * Sets the field of an argument.
	 * @param step the number of the step, starting at 1
	 */
	void set(int step, String parameter, String value) {
		WebElement field = field(step, parameter);
		field.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE, value);
	}

	/**
	 * Selects a word of an argument that is a choice.
	 * @param step the number of the step, starting at 1
	 */
	void select(int step, String parameter, String word) {
		field(step, parameter).findElements(By.tagName("option"))
			.stream()
			.filter((option) -> option.getText().equals(word))
			.forEach(WebElement::click);
	}

	WebElement field(int step, String parameter) {
		return find("#steps > li:nth-child(%d) [name=%s]".formatted(step, parameter));
	}

	/**
	 * Returns a step in brackets.
	 * @param number the number of the step, such as 2.1
	 * @param selector what is wanted of it
	 */
	WebElement within(String number, String selector) {
		return find("#steps li[data-number='%s'] > %s".formatted(number, selector));
	}

	WebElement button(int step, String name) {
		return find("#steps > li:nth-child(%d) .%s".formatted(step, name));
	}

	List<String> steps() {
		return all("#steps .name");
	}

	Actions mouse() {
		return new Actions(this.driver);
	}

	void press(CharSequence... keys) {
		this.driver.switchTo().activeElement().sendKeys(keys);
	}

	String focused() {
		WebElement focused = this.driver.switchTo().activeElement();
		String label = focused.getDomAttribute("aria-label");
		return (label != null) ? label : focused.getText();
	}

	@Nullable Object script(String script, Object... arguments) {
		return this.driver.executeScript(script, arguments);
	}

	@Nullable Object asyncScript(String script, Object... arguments) {
		return this.driver.executeAsyncScript(script, arguments);
	}

	/**
	 * Waits until a value on the page is as expected.
	 */
	<T extends @Nullable Object> void await(Callable<T> actual, T expected) {
		Awaitility.await()
			.atMost(TIMEOUT)
			// the page has replaced an element that was just found
			.ignoreException(StaleElementReferenceException.class)
			.untilAsserted(() -> assertThat(actual.call()).isEqualTo(expected));
	}

	void awaitResult(String result) {
		await(this::result, result);
	}

}
