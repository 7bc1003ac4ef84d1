package dev.couplet.transform.library;

import java.util.stream.IntStream;

import dev.couplet.transform.ValueRefusedException;

/**
 * Punycode (RFC 3492, section 6), for short texts: it takes a time that grows with the
 * square of their length.
 */
final class Punycode {

	// a label of a domain name has at most 63
	private static final int MAX_LENGTH = 250;

	private static final String REMEDY = "; it is for labels of domain names, so put each-line or each-word around it";

	private static final int BASE = 36;

	private static final int MIN_THRESHOLD = 1;

	private static final int MAX_THRESHOLD = 26;

	private static final int SKEW = 38;

	private static final int DAMP = 700;

	private static final int INITIAL_BIAS = 72;

	private static final int INITIAL_NUMBER = 0x80;

	private static final char DELIMITER = '-';

	// what it would decode to is hardly ever meant
	private static final String DOMAIN_PREFIX = "xn--";

	private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz0123456789";

	// the characters that are decoded, of which there are so many
	private final int[] characters = new int[MAX_LENGTH];

	private int length;

	private int index;

	private Punycode() {
	}

	/**
	 * Encodes a text.
	 * @param text any text
	 * @return ASCII, in which the ASCII characters of the text come first
	 * @throws ValueRefusedException if the text has over 250 characters
	 */
	static String encode(String text) {
		int[] characters = text.codePoints().limit(MAX_LENGTH + 1L).toArray();
		if (characters.length > MAX_LENGTH) {
			throw new ValueRefusedException("the text has over 250 characters" + REMEDY);
		}
		StringBuilder result = new StringBuilder();
		text.chars().filter((unit) -> unit < INITIAL_NUMBER).forEach((unit) -> result.append((char) unit));
		int done = result.length();
		int basic = done;
		if (basic > 0) {
			result.append(DELIMITER);
		}
		int[] numbers = IntStream.of(characters)
			.filter((character) -> character >= INITIAL_NUMBER)
			.sorted()
			.distinct()
			.toArray();
		int delta = 0;
		int bias = INITIAL_BIAS;
		int least = INITIAL_NUMBER;
		for (int number : numbers) {
			// at most 0x10FFFF times 251
			delta += (number - least) * (done + 1);
			for (int character : characters) {
				if (character < number) {
					delta++;
				}
				else if (character == number) {
					append(delta, bias, result);
					bias = bias(delta, done + 1, done == basic);
					delta = 0;
					done++;
				}
			}
			delta++;
			least = number + 1;
		}
		return result.toString();
	}

	private static void append(int delta, int bias, StringBuilder result) {
		int rest = delta;
		int weight = BASE;
		while (rest >= threshold(weight, bias)) {
			int threshold = threshold(weight, bias);
			result.append(DIGITS.charAt(threshold + (rest - threshold) % (BASE - threshold)));
			rest = (rest - threshold) / (BASE - threshold);
			weight += BASE;
		}
		result.append(DIGITS.charAt(rest));
	}

	private static int threshold(int weight, int bias) {
		return Math.clamp(weight - bias, MIN_THRESHOLD, MAX_THRESHOLD);
	}

	private static int bias(int delta, int count, boolean first) {
		int rest = first ? delta / DAMP : delta / 2;
		rest += rest / count;
		int weight = 0;
		while (rest > (BASE - MIN_THRESHOLD) * MAX_THRESHOLD / 2) {
			rest /= BASE - MIN_THRESHOLD;
			weight += BASE;
		}
		return weight + (BASE - MIN_THRESHOLD + 1) * rest / (rest + SKEW);
	}

	/**
	 * Decodes a text.
	 * @param text ASCII, with letters of either case as digits
	 * @return the decoded text
	 * @throws ValueRefusedException if it is not Punycode or has the prefix of a domain
	 * name, or if the result would have over 250 characters
	 */
	static String decode(String text) {
		return new Punycode().decodeAll(text);
	}

	private String decodeAll(String text) {
		if (text.regionMatches(true, 0, DOMAIN_PREFIX, 0, DOMAIN_PREFIX.length())) {
			throw new ValueRefusedException(
					"xn-- at character 1 is no Punycode, but marks a domain name; use idna-decode");
		}
		int delimiter = text.lastIndexOf(DELIMITER);
		for (int i = 0; i < delimiter; i++) {
			if (text.charAt(i) >= INITIAL_NUMBER) {
				throw refusal("not ASCII", text, i);
			}
			insert(i, text.charAt(i));
		}
		// a delimiter is written after literal characters only
		this.index = (delimiter > 0) ? delimiter + 1 : 0;
		int number = INITIAL_NUMBER;
		int bias = INITIAL_BIAS;
		long place = 0;
		while (this.index < text.length()) {
			int start = this.index;
			long delta = readDelta(text, bias);
			int count = this.length + 1;
			bias = bias((int) delta, count, this.length == Math.max(0, delimiter));
			place += delta;
			number += (int) (place / count);
			place %= count;
			boolean surrogate = number >= Character.MIN_SURROGATE && number <= Character.MAX_SURROGATE;
			if (number > Character.MAX_CODE_POINT || number < 0 || surrogate) {
				throw refusal("a number that is not a character", text, start);
			}
			insert((int) place, number);
			place++;
		}
		return new String(this.characters, 0, this.length);
	}

	private void insert(int place, int character) {
		if (this.length == MAX_LENGTH) {
			throw new ValueRefusedException("the decoded text would have over 250 characters" + REMEDY);
		}
		System.arraycopy(this.characters, place, this.characters, place + 1, this.length - place);
		this.characters[place] = character;
		this.length++;
	}

	private long readDelta(String text, int bias) {
		int start = this.index;
		long delta = 0;
		long factor = 1;
		int weight = BASE;
		while (true) {
			if (this.index == text.length()) {
				throw refusal("a number that is cut off", text, start);
			}
			int digit = digit(text, this.index);
			this.index++;
			delta += digit * factor;
			if (delta > Integer.MAX_VALUE) {
				throw refusal("a number that is not a character", text, start);
			}
			int threshold = threshold(weight, bias);
			if (digit < threshold) {
				return delta;
			}
			factor *= BASE - threshold;
			weight += BASE;
		}
	}

	private static int digit(String text, int index) {
		char unit = text.charAt(index);
		int lower = (unit >= 'A' && unit <= 'Z') ? unit + 'a' - 'A' : unit;
		int digit = DIGITS.indexOf(lower);
		if (digit < 0) {
			throw refusal("no digit of Punycode", text, index);
		}
		return digit;
	}

	private static ValueRefusedException refusal(String what, String text, int index) {
		return new ValueRefusedException(what + " at character " + (text.codePointCount(0, index) + 1)
				+ "; Punycode is ASCII, with letters and digits after the last hyphen");
	}

}
