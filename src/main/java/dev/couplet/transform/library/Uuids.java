package dev.couplet.transform.library;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.couplet.transform.ValueRefusedException;

/**
 * Describes UUIDs (RFC 9562).
 */
final class Uuids {

	private static final Pattern FORM = Pattern
		.compile("(?:(?i:urn:uuid:)|\\{)?([0-9a-fA-F]{8})(-?)([0-9a-fA-F]{4})\\2([0-9a-fA-F]{4})\\2([0-9a-fA-F]{4})\\2"
				+ "([0-9a-fA-F]{12})\\}?");

	private static final int MAX_LENGTH = 45;

	// from 15 October 1582 to 1970, in units of 100 nanoseconds
	private static final long GREGORIAN = 0x01B2_1DD2_1381_4000L;

	private static final int UNITS_A_SECOND = 10_000_000;

	private static final int NANOSECONDS_A_UNIT = 100;

	private Uuids() {
	}

	/**
	 * Describes a UUID.
	 * @param text the UUID, which may have white space around it
	 * @return an object; without a version if the variant has none, and without a time if
	 * the version has none
	 * @throws ValueRefusedException if it is not a UUID
	 */
	static JsonTree parse(String text) {
		String trimmed = WhiteSpace.trim(text);
		Matcher form = FORM.matcher((trimmed.length() <= MAX_LENGTH) ? trimmed : "");
		if (!form.matches() || trimmed.startsWith("{") != trimmed.endsWith("}")) {
			throw new ValueRefusedException("not a UUID, which has 32 hexadecimal digits: 8-4-4-4-12");
		}
		UUID uuid = UUID
			.fromString(String.join("-", form.group(1), form.group(3), form.group(4), form.group(5), form.group(6))
				.toLowerCase(Locale.ROOT));
		Map<String, JsonTree> members = new LinkedHashMap<>();
		members.put("uuid", new JsonTree.Text(uuid.toString(), 0));
		members.put("variant", new JsonTree.Text(variant(uuid), 0));
		if (uuid.variant() == 2) {
			members.put("version", new JsonTree.Literal(String.valueOf(uuid.version()), 0));
			addTime(uuid, members);
		}
		return new JsonTree.Members(members, 0);
	}

	private static String variant(UUID uuid) {
		if (uuid.getMostSignificantBits() == 0 && uuid.getLeastSignificantBits() == 0) {
			return "nil";
		}
		if (uuid.getMostSignificantBits() == -1 && uuid.getLeastSignificantBits() == -1) {
			return "max";
		}
		return switch (uuid.variant()) {
			case 0 -> "NCS";
			case 2 -> "RFC 9562";
			case 6 -> "Microsoft";
			default -> "reserved";
		};
	}

	private static void addTime(UUID uuid, Map<String, JsonTree> members) {
		long most = uuid.getMostSignificantBits();
		switch (uuid.version()) {
			case 1 -> addTime(gregorian(uuid.timestamp()), members);
			case 6 -> addTime(gregorian((most >>> 16 << 12) | (most & 0xFFF)), members);
			case 7 -> addTime(Instant.ofEpochMilli(most >>> 16), members);
			default -> {
			}
		}
	}

	private static Instant gregorian(long units) {
		long unix = units - GREGORIAN;
		return Instant.ofEpochSecond(Math.floorDiv(unix, UNITS_A_SECOND),
				(long) Math.floorMod(unix, UNITS_A_SECOND) * NANOSECONDS_A_UNIT);
	}

	private static void addTime(Instant time, Map<String, JsonTree> members) {
		members.put("time", new JsonTree.Text(time.toString(), 0));
	}

}
