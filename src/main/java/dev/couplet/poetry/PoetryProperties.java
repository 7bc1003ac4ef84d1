package dev.couplet.poetry;

import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of the poems and their servers.
 *
 * @param directory a directory of {@code *.txt} files in UTF-8; if not set, the poems in
 * the jar are used
 * @param servers the poem servers. If none are set, there are four on ports 10001 to
 * 10004: two that send the poem at once, a slow one, and one that sends a netstring
 */
@Validated
@ConfigurationProperties("couplet.poetry")
public record PoetryProperties(@Nullable Path directory, List<@Valid Server> servers) {

	private static final List<Server> DEFAULT_SERVERS = List.of(new Server(null, 10001, Framing.RAW, 10, Duration.ZERO),
			new Server(null, 10002, Framing.RAW, 10, Duration.ZERO),
			new Server(null, 10003, Framing.RAW, 10, Duration.ofMillis(700)),
			new Server(null, 10004, Framing.NETSTRING, 10, Duration.ZERO));

	public PoetryProperties(@Nullable Path directory, @Nullable List<@Valid Server> servers) {
		this.directory = directory;
		this.servers = (servers != null) ? List.copyOf(servers) : DEFAULT_SERVERS;
	}

	/**
	 * How a poem is framed.
	 */
	public enum Framing {

		/** The bytes of the poem, unframed. */
		RAW,

		/** The poem as one netstring, so that clients can detect truncation. */
		NETSTRING

	}

	/**
	 * A poem server.
	 *
	 * @param poem the title of the poem to serve. If not set, the first server serves the
	 * first poem by title, the second server the second, and so on, starting over after
	 * the last poem
	 * @param port the port, required. 0 selects any free port
	 * @param framing how the poem is framed
	 * @param numBytes the number of bytes to send at a time if there is a delay, at least
	 * 1
	 * @param delay the delay between these chunks. 0 sends the poem at once. The default
	 * unit is seconds
	 */
	public record Server(@Nullable String poem,
			@DefaultValue("-1") @Min(value = 0, message = "must be set to a port from 0 to 65535") @Max(65535) int port,
			@DefaultValue("raw") Framing framing, @DefaultValue("10") @Min(1) int numBytes,
			@DefaultValue("0s") @DurationUnit(ChronoUnit.SECONDS) @DurationMin @DurationMax(
					minutes = 1) Duration delay) {

	}

}
