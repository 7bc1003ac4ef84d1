package dev.couplet.transform.library;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.couplet.transform.Arguments;
import dev.couplet.transform.BadArgumentException;
import dev.couplet.transform.Parameter;
import dev.couplet.transform.ValueRefusedException;

/**
 * Unix times, and dates and times of ISO 8601.
 *
 * @param zone the time zone in which times are shown
 */
record Timestamps(ZoneId zone) {

	private static final Pattern UNIX = Pattern
		.compile("(?<sign>[+-]?)(?<digits>[0-9]{1,19})(?:\\.(?<part>[0-9]{1,9}))?");

	private static final Pattern ISO = Pattern.compile("(?<year>[0-9]{4})-(?<month>[0-9]{2})-(?<day>[0-9]{2})"
			+ "(?:[Tt ](?<hour>[0-9]{2}):(?<minute>[0-9]{2})(?::(?<second>[0-9]{2})(?:[.,](?<part>[0-9]{1,9}))?)?"
			+ " ?(?<offset>[Zz]|[+-][0-9]{2}(?::?[0-9]{2}){0,2})?)?");

	private static final int MAX_DIGITS_OF_SECONDS = 11;

	private static final int DECIMALS = 9;

	private static final int MAX_LENGTH = 50;

	/**
	 * Creates the conversion for a time zone.
	 * @param parameter the parameter of the zone
	 * @param arguments the arguments
	 * @return the conversion
	 * @throws BadArgumentException if there is no such zone
	 */
	static Timestamps in(Parameter<String> parameter, Arguments arguments) {
		try {
			return new Timestamps(ZoneId.of(arguments.get(parameter)));
		}
		catch (DateTimeException ex) {
			throw new BadArgumentException(
					"'%s' is neither a time zone such as Europe/Berlin nor an offset such as +0100"
						.formatted(parameter.name()));
		}
	}

	/**
	 * Converts a Unix time.
	 * @param text the number, which may have white space around it
	 * @return the date and time with its offset
	 * @throws ValueRefusedException if it is not such a number
	 */
	String toIso(String text) {
		Matcher unix = UNIX.matcher(trimmed(text));
		if (!unix.matches()) {
			throw new ValueRefusedException(
					"not a Unix time, which is a number of up to 19 digits, and up to 9 after a period");
		}
		int digits = unix.group("digits").length();
		int decimals = (digits <= MAX_DIGITS_OF_SECONDS) ? 0 : Math.min(DECIMALS, (digits - 9) / 3 * 3);
		if (decimals > 0 && unix.group("part") != null) {
			throw new ValueRefusedException(
					"a fraction after a Unix time of more than 11 digits; only seconds have a fraction");
		}
		BigDecimal number = new BigDecimal(unix.group()).movePointLeft(decimals);
		BigDecimal seconds = number.setScale(0, RoundingMode.FLOOR);
		long nanoseconds = number.subtract(seconds).movePointRight(DECIMALS).longValueExact();
		Instant instant = Instant.ofEpochSecond(seconds.longValueExact(), nanoseconds);
		return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(this.zone));
	}

	/**
	 * Converts a date and time.
	 * @param text the date, which may have white space around it
	 * @param unit the unit of the result: s, ms, us or ns
	 * @return the whole number of units since 1970
	 * @throws ValueRefusedException if it is not such a date, or not in the calendar
	 */
	static String toUnix(String text, String unit) {
		Matcher iso = ISO.matcher(trimmed(text));
		if (!iso.matches()) {
			throw new ValueRefusedException(
					"not a date of ISO 8601; one is written 2023-11-14, 2023-11-14T22:13:20Z or 2023-11-14T23:13+01:00");
		}
		try {
			LocalDateTime time = LocalDateTime.of(number(iso, "year"), number(iso, "month"), number(iso, "day"),
					number(iso, "hour"), number(iso, "minute"), number(iso, "second"), nanoseconds(iso));
			String offset = iso.group("offset");
			Instant instant = time
				.toInstant((offset != null) ? ZoneOffset.of(offset.toUpperCase(Locale.ROOT)) : ZoneOffset.UTC);
			return BigDecimal.valueOf(instant.getEpochSecond())
				.add(BigDecimal.valueOf(instant.getNano(), DECIMALS))
				.movePointRight(decimals(unit))
				.setScale(0, RoundingMode.FLOOR)
				.toPlainString();
		}
		catch (DateTimeException ex) {
			throw new ValueRefusedException(
					"the date or time is not in the calendar; months end at 12, days at 28 to 31, hours at 23, seconds at 59, offsets at 18:00");
		}
	}

	private static int decimals(String unit) {
		return switch (unit) {
			case "ms" -> 3;
			case "us" -> 6;
			case "ns" -> DECIMALS;
			default -> 0;
		};
	}

	private static int number(MatchResult iso, String group) {
		String digits = iso.group(group);
		return (digits != null) ? Integer.parseInt(digits) : 0;
	}

	private static int nanoseconds(MatchResult iso) {
		String part = iso.group("part");
		return (part != null) ? Integer.parseInt(part + "0".repeat(DECIMALS - part.length())) : 0;
	}

	// longer texts are neither
	private static String trimmed(String text) {
		String trimmed = WhiteSpace.trim(text);
		return (trimmed.length() <= MAX_LENGTH) ? trimmed : "";
	}

}
