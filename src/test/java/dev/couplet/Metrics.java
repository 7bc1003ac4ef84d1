package dev.couplet;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Reads the Prometheus metrics of a running server.
 *
 * @param host the server's address
 * @param port the server's HTTP port
 * @param token the token that the server requires, or null
 */
public record Metrics(String host, int port, @Nullable String token) {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	public Metrics(int port) {
		this(port, null);
	}

	public Metrics(int port, @Nullable String token) {
		this("localhost", port, token);
	}

	/**
	 * Returns the value of a series.
	 * @param series the name and labels, in the exposition format
	 * @return the value, 0 if there is no such series
	 */
	public double value(String series) {
		return lines().filter((line) -> line.startsWith(series + " "))
			.mapToDouble((line) -> Double.parseDouble(line.substring(series.length() + 1)))
			.sum();
	}

	/**
	 * Returns how many texts a protocol has timed.
	 */
	public double transforms(String protocol, String transform, String outcome) {
		return value("couplet_transforms_seconds_count{outcome=\"%s\",protocol=\"%s\",transform=\"%s\"}"
			.formatted(outcome, protocol, transform));
	}

	/**
	 * Returns how many requests of a listener have failed for a reason.
	 */
	public double failed(String listener, String reason) {
		return failed(listener).getOrDefault(reason, 0.0);
	}

	/**
	 * Returns how many requests of a listener have failed, by reason.
	 */
	public Map<String, Double> failed(String listener) {
		Pattern series = Pattern
			.compile("couplet_requests_failed_total\\{listener=\"" + listener + "\",reason=\"([^\"]+)\"} (.+)");
		return lines().map(series::matcher)
			.filter(Matcher::matches)
			.collect(Collectors.toMap((found) -> found.group(1), (found) -> Double.valueOf(found.group(2))));
	}

	/**
	 * Returns all series with their values, one on each line.
	 */
	public Stream<String> lines() {
		HttpRequest.Builder request = HttpRequest
			.newBuilder(URI.create("http://" + this.host + ":" + this.port + "/actuator/prometheus"))
			.timeout(PATIENCE);
		if (this.token != null) {
			request.header("Authorization", "Bearer " + this.token);
		}
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client.send(request.build(), HttpResponse.BodyHandlers.ofString())
				.body()
				.lines()
				.filter((line) -> !line.startsWith("#"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new UncheckedIOException(new InterruptedIOException());
		}
	}

}
