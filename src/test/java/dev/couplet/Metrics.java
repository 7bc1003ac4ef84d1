package dev.couplet;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Stream;

/**
 * What a running server tells Prometheus.
 *
 * @param port the server's HTTP port
 */
public record Metrics(int port) {

	/**
	 * The value of one series.
	 * @param series its name and labels as they are shown
	 * @return the value, 0 where there is no such series
	 */
	public double value(String series) {
		return lines().filter((line) -> line.startsWith(series + " "))
			.mapToDouble((line) -> Double.parseDouble(line.substring(series.length() + 1)))
			.sum();
	}

	/**
	 * How many texts a protocol has timed.
	 */
	public double transforms(String protocol, String transform, String outcome) {
		return value("couplet_transforms_seconds_count{outcome=\"%s\",protocol=\"%s\",transform=\"%s\"}"
			.formatted(outcome, protocol, transform));
	}

	/**
	 * How many requests of a listener have failed.
	 */
	public double failed(String listener, String reason) {
		return value("couplet_requests_failed_total{listener=\"%s\",reason=\"%s\"}".formatted(listener, reason));
	}

	/**
	 * All series, a line each, with their values.
	 */
	public Stream<String> lines() {
		HttpRequest request = HttpRequest
			.newBuilder(URI.create("http://localhost:" + this.port + "/actuator/prometheus"))
			.build();
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client.send(request, HttpResponse.BodyHandlers.ofString())
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
