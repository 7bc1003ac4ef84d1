package dev.couplet.client.command;

import java.time.Duration;
import java.util.regex.Pattern;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Parses a number of seconds.
 */
final class SecondsConverter implements ITypeConverter<Duration> {

	private static final Pattern SECONDS = Pattern.compile("[1-9][0-9]{0,4}");

	@Override
	public Duration convert(String argument) {
		if (!SECONDS.matcher(argument).matches()) {
			throw new TypeConversionException("a timeout must be from 1 to 99999 seconds");
		}
		return Duration.ofSeconds(Integer.parseInt(argument));
	}

}
