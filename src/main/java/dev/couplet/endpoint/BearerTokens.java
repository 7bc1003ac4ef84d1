package dev.couplet.endpoint;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bearer tokens (RFC 6750) that clients need. Only their SHA-256 hashes are known. A
 * new version of the file is used within about a second; one that is invalid is not used
 * at all. Requests are counted by client ({@code couplet.requests.authenticated}).
 * Thread-safe.
 */
public final class BearerTokens {

	private static final Logger logger = LoggerFactory.getLogger(BearerTokens.class);

	// any visible ASCII characters
	private static final Pattern CREDENTIALS = Pattern.compile("(?i:Bearer) +([!-~]{1,512})");

	private static final int INTERVAL_SECONDS = 1;

	private final Path file;

	private final MeterRegistry meters;

	private Map<String, String> hashes;

	private volatile List<Client> clients;

	// of the current version of the file, if it is not used
	private @Nullable String problem;

	private @Nullable ScheduledExecutorService timer;

	/**
	 * Reads the tokens.
	 * @param file the file
	 * @param meters the registry
	 * @throws InvalidTokenFileException if the file cannot be used
	 */
	BearerTokens(Path file, MeterRegistry meters) throws InvalidTokenFileException {
		this.file = file;
		this.meters = meters;
		this.hashes = TokenFile.read(file);
		this.clients = clients(this.hashes);
	}

	private List<Client> clients(Map<String, String> hashesByName) {
		return hashesByName.entrySet()
			.stream()
			.map((entry) -> new Client(entry.getValue(), counter(entry.getKey())))
			.toList();
	}

	private Counter counter(String name) {
		return Counter.builder("couplet.requests.authenticated")
			.description("Requests with a valid token")
			.tag("client", name)
			.register(this.meters);
	}

	/**
	 * Returns whether a request has a valid token, and counts it if it has. The time that
	 * this takes tells nothing of the valid tokens but their number.
	 * @param authorization the values of the request's {@code Authorization} headers
	 * @return false if there is not exactly one, or if it has no valid token
	 */
	public boolean authenticate(List<String> authorization) {
		if (authorization.size() != 1) {
			return false;
		}
		Matcher credentials = CREDENTIALS.matcher(authorization.getFirst());
		Client client = credentials.matches() ? find(DigestUtils.sha256(credentials.group(1))) : null;
		if (client == null) {
			return false;
		}
		client.requests.increment();
		return true;
	}

	private @Nullable Client find(byte[] hash) {
		Client found = null;
		for (Client client : this.clients) {
			if (MessageDigest.isEqual(client.hash, hash)) {
				found = client;
			}
		}
		return found;
	}

	/**
	 * Starts to look for new versions of the file.
	 */
	void start() {
		ScheduledExecutorService started = Executors
			.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("tokens").factory());
		started.scheduleWithFixedDelay(this::reload, INTERVAL_SECONDS, INTERVAL_SECONDS, TimeUnit.SECONDS);
		this.timer = started;
	}

	// the file is small, and its modification time does not tell every change
	private void reload() {
		try {
			Map<String, String> read = TokenFile.read(this.file);
			this.problem = null;
			if (!read.equals(this.hashes)) {
				this.hashes = read;
				this.clients = clients(read);
				logger.info("The file of couplet.http.tokens has changed. Tokens in use: {}", read.size());
			}
		}
		catch (InvalidTokenFileException ex) {
			if (!ex.getMessage().equals(this.problem)) {
				this.problem = ex.getMessage();
				logger.warn("The file of couplet.http.tokens has changed but cannot be used. "
						+ "The previous tokens stay in use: {}", ex.getMessage());
			}
		}
	}

	void stop() {
		if (this.timer != null) {
			this.timer.close();
		}
	}

	private static final class Client {

		private final byte[] hash;

		private final Counter requests;

		Client(String hash, Counter requests) {
			this.hash = HexFormat.of().parseHex(hash);
			this.requests = requests;
		}

	}

}
