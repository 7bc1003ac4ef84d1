package dev.couplet.transform.library;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;

import com.ibm.icu.text.IDNA;
import dev.couplet.transform.ValueRefusedException;

/**
 * International domain names by UTS #46, with nontransitional processing and all of its
 * checks: those of hyphens, joiners, directions and lengths, and only letters, digits and
 * hyphens of ASCII (STD 3).
 */
final class DomainNames {

	// ICU takes a time that grows with the square of the length of a label
	private static final int MAX_LENGTH = 253;

	private static final IDNA UTS46 = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII
			| IDNA.NONTRANSITIONAL_TO_UNICODE | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ | IDNA.USE_STD3_RULES);

	private static final Pattern DOT = Pattern.compile("[.\u3002\uFF0E\uFF61]");

	private static final Map<IDNA.Error, String> REASONS = reasons();

	private DomainNames() {
	}

	private static Map<IDNA.Error, String> reasons() {
		Map<IDNA.Error, String> reasons = new EnumMap<>(IDNA.Error.class);
		reasons.put(IDNA.Error.EMPTY_LABEL, "is empty");
		reasons.put(IDNA.Error.LABEL_TOO_LONG, "has over 63 characters in ASCII");
		reasons.put(IDNA.Error.LEADING_HYPHEN, "begins with a hyphen");
		reasons.put(IDNA.Error.TRAILING_HYPHEN, "ends with a hyphen");
		reasons.put(IDNA.Error.HYPHEN_3_4, "has hyphens as its third and fourth characters");
		reasons.put(IDNA.Error.LEADING_COMBINING_MARK, "begins with a combining mark");
		reasons.put(IDNA.Error.DISALLOWED, "has a character that host names do not allow");
		reasons.put(IDNA.Error.PUNYCODE, "is not Punycode after its xn--");
		reasons.put(IDNA.Error.LABEL_HAS_DOT, "has a dot in its Punycode");
		reasons.put(IDNA.Error.INVALID_ACE_LABEL, "is not what UTS #46 encodes after its xn--");
		reasons.put(IDNA.Error.BIDI, "mixes directions of writing in a way that RFC 5893 does not allow");
		reasons.put(IDNA.Error.CONTEXTJ, "has a joiner where RFC 5892 does not allow it");
		return reasons;
	}

	/**
	 * Encodes a domain name.
	 * @param name the name
	 * @return the name in ASCII
	 * @throws ValueRefusedException if it is not a valid name
	 */
	static String encode(String name) {
		return convert(name, UTS46::nameToASCII, UTS46::labelToASCII);
	}

	/**
	 * Decodes a domain name.
	 * @param name the name
	 * @return the name in Unicode
	 * @throws ValueRefusedException if it is not a valid name
	 */
	static String decode(String name) {
		return convert(name, UTS46::nameToUnicode, UTS46::labelToUnicode);
	}

	private static String convert(String name, Conversion whole, Conversion label) {
		if (name.length() > MAX_LENGTH) {
			throw new ValueRefusedException(
					"a domain name has at most 253 characters; " + "for a name on each line, use each-line");
		}
		IDNA.Info info = new IDNA.Info();
		StringBuilder result = new StringBuilder();
		whole.convert(name, result, info);
		if (info.hasErrors()) {
			throw refusal(name, label, info);
		}
		return result.toString();
	}

	// ICU does not say where in the name the error is
	private static ValueRefusedException refusal(String name, Conversion conversion, IDNA.Info whole) {
		int number = 1;
		for (String label : DOT.split(name, -1)) {
			IDNA.Info info = new IDNA.Info();
			conversion.convert(label, new StringBuilder(), info);
			// the last one is empty if the name ends with a dot
			if (info.hasErrors()) {
				return new ValueRefusedException("label %s of the domain name %s".formatted(number, reason(info)));
			}
			number++;
		}
		boolean tooLong = whole.getErrors().contains(IDNA.Error.DOMAIN_NAME_TOO_LONG);
		return new ValueRefusedException(tooLong ? "the domain name has over 253 characters in ASCII"
				: "a label of the domain name " + reason(whole));
	}

	private static String reason(IDNA.Info info) {
		return info.getErrors()
			.stream()
			.filter(REASONS::containsKey)
			.findFirst()
			.map(REASONS::get)
			.orElse("is not allowed by UTS #46");
	}

	/**
	 * One of ICU's.
	 */
	@FunctionalInterface
	private interface Conversion {

		StringBuilder convert(CharSequence name, StringBuilder result, IDNA.Info info);

	}

}
