package dev.couplet.transform.library;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * IBANs (ISO 13616) in a text: of a country of the registry, with its length and correct
 * check digits, in groups with a space or hyphen between them or without.
 */
final class Ibans {

	// of the registry's release 99
	private static final String LENGTHS = "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 "
			+ "CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 "
			+ "HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 "
			+ "MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 "
			+ "SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30";

	private static final Map<String, Integer> LENGTH_OF_COUNTRY = lengths();

	private static final int MODULUS = 97;

	private static final int HEAD = 4;

	private Ibans() {
	}

	private static Map<String, Integer> lengths() {
		Map<String, Integer> lengths = new HashMap<>();
		for (String entry : LENGTHS.split(" ", -1)) {
			lengths.put(entry.substring(0, 2), Integer.valueOf(entry.substring(2)));
		}
		return lengths;
	}

	/**
	 * Finds all IBANs.
	 * @param text any text
	 * @return the IBANs, in order
	 */
	static List<Span> find(String text) {
		List<Span> ibans = new ArrayList<>();
		int index = 0;
		while (index + HEAD < text.length()) {
			int end = isHead(text, index) ? end(text, index) : -1;
			if (end > index) {
				ibans.add(new Span(index, end));
			}
			index = Math.max(end, index + 1);
		}
		return ibans;
	}

	private static boolean isHead(String text, int index) {
		return AsciiCharacter.isLetter(text.charAt(index)) && AsciiCharacter.isLetter(text.charAt(index + 1))
				&& AsciiCharacter.isDigit(text.charAt(index + 2)) && AsciiCharacter.isDigit(text.charAt(index + 3))
				&& !Span.isWordBefore(text, index);
	}

	private static int end(String text, int start) {
		Integer length = LENGTH_OF_COUNTRY.get(text.substring(start, start + 2).toUpperCase(Locale.ROOT));
		if (length == null) {
			return -1;
		}
		StringBuilder iban = new StringBuilder();
		int i = start;
		while (i < text.length() && iban.length() < length) {
			char unit = text.charAt(i);
			boolean separator = (unit == ' ' || unit == '-') && iban.length() >= HEAD;
			if (AsciiCharacter.isLetterOrDigit(unit)) {
				iban.append(unit);
			}
			else if (!separator || text.charAt(i - 1) == ' ' || text.charAt(i - 1) == '-') {
				return -1;
			}
			i++;
		}
		return (iban.length() == length && !Span.isWordAt(text, i) && isCorrect(iban)) ? i : -1;
	}

	private static boolean isCorrect(StringBuilder iban) {
		int rest = 0;
		for (int i = 0; i < iban.length(); i++) {
			int value = Character.digit(iban.charAt((i + HEAD) % iban.length()), Character.MAX_RADIX);
			rest = (rest * ((value > 9) ? 100 : 10) + value) % MODULUS;
		}
		return rest == 1;
	}

}
