package dev.couplet.playground;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;

import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

import org.springframework.util.FileSystemUtils;

/**
 * A headless browser with a temporary profile.
 */
final class Chromium implements AutoCloseable {

	private static final Path BROWSER = Path.of("/usr/bin/chromium");

	// set explicitly, so that Selenium does not download one
	private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

	private static final Size WIDE = new Size(1400, 900);

	private static final Size PHONE = new Size(390, 844);

	private static final Duration SCRIPT_TIMEOUT = Duration.ofMinutes(2);

	private final Path profile;

	private final ChromeDriver driver;

	Chromium() {
		try {
			this.profile = Files.createTempDirectory("chromium");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		ChromeDriverService service = new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile())
			.usingAnyFreePort()
			.build();
		this.driver = new ChromeDriver(service, options(this.profile));
		// the rules of axe take long on a busy machine
		this.driver.manage().timeouts().scriptTimeout(SCRIPT_TIMEOUT);
		cdp("Browser.grantPermissions",
				Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
	}

	static boolean isInstalled() {
		return Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER);
	}

	private static ChromeOptions options(Path profile) {
		LoggingPreferences logged = new LoggingPreferences();
		logged.enable(LogType.BROWSER, Level.ALL);
		ChromeOptions options = new ChromeOptions();
		options.setBinary(BROWSER.toFile());
		options.setCapability(ChromeOptions.LOGGING_PREFS, logged);
		// the sandbox does not work as root
		return options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic",
				"--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
				"--user-data-dir=" + profile);
	}

	/**
	 * Opens the playground in a wide window with the light theme, without a previous
	 * state.
	 * @param port the server's port
	 * @param fragment the fragment, without {@code #}
	 * @return the page, when it has loaded all data
	 */
	Page open(int port, String fragment) {
		wide();
		return load(port, fragment);
	}

	/**
	 * Does the same in the window as it is.
	 */
	Page load(int port, String fragment) {
		this.driver.get("about:blank");
		light();
		new Actions(this.driver).moveToLocation(0, 0).perform();
		this.driver.get("http://localhost:" + port + "/" + (fragment.isEmpty() ? "" : "#" + fragment));
		Page page = new Page(this.driver);
		page.await(() -> page.script("return 'ready' in document.body.dataset"), true);
		return page;
	}

	void wide() {
		resize(WIDE, false);
	}

	void size(int width, int height) {
		resize(new Size(width, height), false);
	}

	void phone() {
		resize(PHONE, true);
	}

	void light() {
		prefer("light");
	}

	void dark() {
		prefer("dark");
	}

	/**
	 * Saves downloads in a folder from now on, without asking.
	 */
	void downloadTo(Path folder) {
		cdp("Browser.setDownloadBehavior", Map.of("behavior", "allow", "downloadPath", folder.toString()));
	}

	/**
	 * Returns the console messages since the last call, except for failed requests and
	 * those of Chromium's own pages, such as the one for a new tab.
	 */
	List<String> consoleMessages() {
		return this.driver.manage()
			.logs()
			.get(LogType.BROWSER)
			.getAll()
			.stream()
			.map(LogEntry::getMessage)
			.filter((message) -> !message.startsWith("chrome://"))
			.filter((message) -> !message.contains("Failed to load resource: "))
			.toList();
	}

	private void resize(Size size, boolean mobile) {
		cdp("Emulation.setDeviceMetricsOverride",
				Map.of("width", size.width(), "height", size.height(), "deviceScaleFactor", 1, "mobile", mobile));
		cdp("Emulation.setTouchEmulationEnabled", Map.of("enabled", mobile));
	}

	private void prefer(String colours) {
		cdp("Emulation.setEmulatedMedia",
				Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", colours))));
	}

	private void cdp(String command, Map<String, Object> parameters) {
		this.driver.executeCdpCommand(command, parameters);
	}

	@Override
	public void close() {
		this.driver.quit();
		try {
			FileSystemUtils.deleteRecursively(this.profile);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private record Size(int width, int height) {

	}

}
