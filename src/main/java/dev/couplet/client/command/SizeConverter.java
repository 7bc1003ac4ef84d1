package dev.couplet.client.command;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Parses a number of bytes, such as {@code 64MB}.
 */
final class SizeConverter implements ITypeConverter<Long> {

	/**
	 * The maximum: what an array can hold, with room for growth.
	 */
	private static final long MAX = 1L << 30;

	private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,9})(?:([KMG])?B?)");

	private static final int KILO = 10;

	@Override
	public Long convert(String argument) {
		Matcher parts = SIZE.matcher(argument.toUpperCase(Locale.ROOT));
		long size = parts.matches() ? Long.parseLong(parts.group(1)) << shift(parts.group(2)) : 0;
		if (size < 1 || size > MAX) {
			throw new TypeConversionException("a size must be from 1 byte to 1GB, such as 64MB");
		}
		return size;
	}

	private static int shift(String unit) {
		return (unit != null) ? ("KMG".indexOf(unit) + 1) * KILO : 0;
	}

}
