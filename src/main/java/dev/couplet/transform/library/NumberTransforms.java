package dev.couplet.transform.library;

import java.util.List;

import dev.couplet.transform.Parameter;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformLibrary;

/**
 * Numbers, times and identifiers.
 */
class NumberTransforms implements TransformLibrary {

	private static final int MAX_ZONE = 50;

	@Override
	public List<Transform> transforms() {
		return List.of(numberBase(), romanEncode(), romanDecode(), unixToIso(), isoToUnix(), uuidParse());
	}

	private static Transform numberBase() {
		Parameter<Integer> from = Parameter.integer("from", Character.MIN_RADIX, Character.MAX_RADIX);
		Parameter<Integer> to = Parameter.integer("to", Character.MIN_RADIX, Character.MAX_RADIX);
		return Transform.named("number-base")
			.synonyms("base-convert", "radix", "convert-base", "hex-to-dec", "bin-to-dec", "dec-to-hex",
					"hex-to-decimal", "decimal-to-hex")
			.describedAs("Converts a whole number of up to 10000 digits, with or without a sign, from one base to "
					+ "another (2 to 36), in lower case. The prefixes 0b, 0o and 0x are ignored for the bases 2, 8 "
					+ "and 16, and so is white space around the number.")
			.with(from, to)
			.weighing(1000)
			.example("number-base=16:10", "0xFF", "255")
			.binding((arguments) -> {
				int source = arguments.get(from);
				int target = arguments.get(to);
				return ByteOrderMark.droppedBy((text, limit) -> Numerals.convert(text, source, target));
			});
	}

	private static Transform romanEncode() {
		return Transform.named("roman-encode")
			.synonyms("to-roman", "arabic-to-roman", "int-to-roman")
			.describedAs("Writes a whole number from 1 to 3999 as a Roman numeral. White space around the number is "
					+ "ignored.")
			.example("roman-encode", "1994", "MCMXCIV")
			.applyingWithin(ByteOrderMark.droppedBy((text, limit) -> Numerals.toRoman(text)));
	}

	private static Transform romanDecode() {
		return Transform.named("roman-decode")
			.synonyms("from-roman", "roman-to-arabic", "roman-to-int")
			.describedAs("Reads a Roman numeral from I to MMMCMXCIX, in upper or lower case, as a whole number. Only "
					+ "the usual form is taken: IV, not IIII. White space around the numeral is ignored.")
			.example("roman-decode", "MCMXCIV", "1994")
			.applyingWithin(ByteOrderMark.droppedBy((text, limit) -> Numerals.fromRoman(text)));
	}

	private static Transform unixToIso() {
		Parameter<String> zone = Parameter.text("zone", 1, MAX_ZONE, "UTC");
		return Transform.named("unix-to-iso")
			.synonyms("from-unix", "from-timestamp", "from-unixtime", "epoch-to-date", "fromtimestamp", "unix-to-date")
			.describedAs("Converts a Unix time to a date and time (ISO 8601) in a time zone, given as a name such as "
					+ "Europe/Berlin or an offset such as +0100. Up to 11 digits are seconds, 12 to 14 milliseconds, 15 "
					+ "to 17 microseconds, and 18 or 19 nanoseconds; only seconds may have a fraction.")
			.with(zone)
			.callCost(2000)
			.example("unix-to-iso=Europe/Berlin", "1700000000", "2023-11-14T23:13:20+01:00")
			.binding((arguments) -> {
				Timestamps timestamps = Timestamps.in(zone, arguments);
				return ByteOrderMark.droppedBy((text, limit) -> timestamps.toIso(text));
			});
	}

	private static Transform isoToUnix() {
		Parameter<String> unit = Parameter.choice("unit", "s", "ms", "us", "ns");
		return Transform.named("iso-to-unix")
			.synonyms("to-unix", "to-timestamp", "to-unixtime", "date-to-epoch", "parse-timestamp")
			.describedAs("Converts a date (ISO 8601), with or without a time and an offset, to a Unix time in seconds, "
					+ "milliseconds, microseconds or nanoseconds. Smaller units are cut off, and without an offset "
					+ "the time is UTC.")
			.with(unit)
			.callCost(2000)
			.example("iso-to-unix=ms", "2023-11-14T23:13:20.5+01:00", "1700000000500")
			.binding((arguments) -> {
				String chosen = arguments.get(unit);
				return ByteOrderMark.droppedBy((text, limit) -> Timestamps.toUnix(text, chosen));
			});
	}

	private static Transform uuidParse() {
		return Transform.named("uuid-parse")
			.synonyms("parse-uuid", "uuid-version", "uuid-inspect", "decode-uuid", "guid-parse")
			.describedAs("Describes a UUID (RFC 9562) as JSON: its variant, its version, and for versions 1, 6 and 7 "
					+ "the time in it. Braces, urn:uuid: and missing hyphens are accepted.")
			.callCost(2000)
			.example("uuid-parse", "017F22E2-79B0-7CC3-98C4-DC0C0C07398F",
					"{\"uuid\":\"017f22e2-79b0-7cc3-98c4-dc0c0c07398f\",\"variant\":\"RFC 9562\",\"version\":7,"
							+ "\"time\":\"2022-02-22T19:22:22Z\"}")
			.applyingWithin(ByteOrderMark.droppedBy((text, limit) -> JsonWriter.write(Uuids.parse(text), limit)));
	}

}
