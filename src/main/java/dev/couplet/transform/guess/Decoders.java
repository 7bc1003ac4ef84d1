package dev.couplet.transform.guess;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.couplet.transform.guess.Decoder.Trust;

/**
 * The transforms that decode, with the values that each is tried on. The conditions are
 * much cheaper than decoding, and refuse what is more probably a text as it is: words and
 * numbers are valid in several encodings.
 */
final class Decoders {

	private static final Pattern JWT = Pattern.compile("\\s*eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*\\s*");

	/**
	 * What is before an encoded value: the field of an HTTP header with a token or
	 * credentials, and the beginning of a data URL (RFC 2397).
	 */
	private static final Pattern PREFIX = Pattern.compile("(?i)(?:authorization: ?)?bearer (?=eyJ)"
			+ "|(?:authorization: ?)?basic (?=\\S+\\s*$)|data:[!-+--~]{0,200};base64,(?=\\S)");

	private static final String MARK = "\ufeff";

	private static final Pattern HEXDUMP = Pattern.compile("[0-9A-Fa-f]{7,8}[: ]");

	private static final String HEX_SEPARATORS = " :,-\\x\r\n\t";

	private static final int SHORT_NUMBER = 16;

	// fewer characters can be anything
	private static final int SHORT = 8;

	private static final int BASE32_BLOCK = 8;

	private static final int BASE58_MAX = 512;

	private static final int ASCII85_MIN = 10;

	private static final int BITS_MIN = 16;

	private static final int NUMBERS_MIN = 5;

	private static final int NUMBER_DIGITS = 3;

	// of a format that has no signature
	private static final int RAW_MAX = 64 * 1024;

	private static final int RAW_MIN = 8;

	private static final int RESERVED_BLOCK = 3;

	// an equals sign, and two digits or CRLF
	private static final int LONGEST_ESCAPE = 3;

	/**
	 * All of them, those that fail the fastest first. Those whose transform is not in the
	 * catalogue are harmless.
	 */
	static final List<Decoder> ALL = List.of(Decoder.ofBytes("gunzip", "\u001f\u008b"),
			new Decoder("zlib-decompress", (candidate) -> isZlib(candidate) ? List.of("") : List.of(), Trust.CHECKSUM),
			Decoder.ofBytes("zstd-decompress", "(\u00b5/\u00fd"), Decoder.ofBytes("bunzip2", "BZh"),
			Decoder.ofBytes("xz-decompress", "\u00fd7zXZ\u0000"), new Decoder("drop", Decoders::prefix, Trust.NONE),
			new Decoder("strip-bom", (candidate) -> isMarked(candidate) ? List.of("") : List.of(), Trust.NONE),
			Decoder.ofText("jwt-decode", Decoders::isJwt), Decoder.ofText("json-decode", Candidate::isQuoted),
			Decoder.ofText("hex-decode", Decoders::isHex), Decoder.ofText("base64-decode", Decoders::isBase64),
			Decoder.ofText("base64url-decode", Decoders::isBase64Url),
			new Decoder("url-decode", Decoders::urlForms, Trust.LOOKS),
			Decoder.ofText("html-decode", (candidate) -> contains(candidate, EncodedParts.REFERENCE)),
			Decoder.ofText("quoted-printable-decode", Decoders::isQuotedPrintable),
			Decoder.ofText("mime-word-decode", (candidate) -> contains(candidate, EncodedParts.MIME_WORD)),
			Decoder.ofText("idna-decode", (candidate) -> contains(candidate, EncodedParts.ASCII_DOMAIN)),
			Decoder.ofText("unicode-unescape", (candidate) -> contains(candidate, EncodedParts.ESCAPE)),
			Decoder.ofText("javascript-unescape", (candidate) -> contains(candidate, EncodedParts.BYTE_ESCAPE)),
			Decoder.ofText("java-unescape",
					(candidate) -> contains(candidate, EncodedParts.ESCAPED_QUOTE) && !candidate.isQuoted()),
			Decoder.ofText("fix-mojibake", (candidate) -> contains(candidate, EncodedParts.MOJIBAKE)),
			Decoder.ofText("base32-decode", Decoders::isBase32),
			Decoder.ofText("uu-decode", (candidate) -> contains(candidate, EncodedParts.UUENCODED)),
			Decoder.ofText("hexdump-decode", (candidate) -> HEXDUMP.matcher(candidate.sample()).lookingAt()),
			Decoder.ofText("binary-decode", Decoders::isBinary), Decoder.ofText("decimal-decode", Decoders::isDecimal),
			Decoder.ofText("octal-decode", Decoders::isOctal), Decoder.ofText("ascii85-decode", Decoders::isAscii85),
			Decoder.ofText("base58-decode", Decoders::isBase58),
			new Decoder("charset-decode", Decoders::charsets, Trust.LITTLE),
			new Decoder("inflate", (candidate) -> isDeflated(candidate) ? List.of("") : List.of(), Trust.LITTLE));

	private Decoders() {
	}

	private static boolean contains(Candidate candidate, Pattern pattern) {
		return pattern.matcher(candidate.sample()).find();
	}

	private static boolean isZlib(Candidate candidate) {
		String start = candidate.latin(2);
		return !candidate.isText() && start.length() == 2 && start.charAt(0) == 'x'
				&& "\u0001^\u009c\u00da".indexOf(start.charAt(1)) >= 0;
	}

	private static boolean isDeflated(Candidate candidate) {
		long length = candidate.length();
		return isUnknown(candidate) && !candidate.isText() && length >= RAW_MIN && length <= RAW_MAX
				&& (candidate.latin(1).charAt(0) >> 1 & RESERVED_BLOCK) != RESERVED_BLOCK;
	}

	private static boolean isUnknown(Candidate candidate) {
		return candidate.appearance().type().equals(Appearance.BYTES);
	}

	private static List<String> charsets(Candidate candidate) {
		boolean possible = candidate.isText() ? candidate.sample().indexOf('\0') >= 0 : isUnknown(candidate);
		return possible ? Charsets.detect(candidate) : List.of();
	}

	private static boolean isJwt(Candidate candidate) {
		return candidate.sample().stripLeading().startsWith("eyJ") && JWT.matcher(candidate.text()).matches();
	}

	private static boolean isHex(Candidate candidate) {
		Characters characters = candidate.characters();
		int letters = characters.count('a', 'f') + characters.count('A', 'F');
		int zeros = characters.count("x") * ((characters.count("\\") > 0) ? 0 : 1);
		int digits = characters.digits() + letters - zeros;
		boolean possible = digits >= SHORT && digits % 2 == 0
				&& characters.digits() + letters + characters.count(HEX_SEPARATORS) == characters.total();
		return possible && (letters > 0 || digits > SHORT_NUMBER || characters.count(HEX_SEPARATORS) >= digits / 2 - 1);
	}

	private static boolean isBase64(Candidate candidate) {
		Characters characters = candidate.characters();
		return characters.areAlphanumericOr("+/=") && isBase64(candidate.text(), characters);
	}

	private static boolean isBase64Url(Candidate candidate) {
		Characters characters = candidate.characters();
		return characters.areAlphanumericOr("-_=") && characters.count("-_") > 0
				&& isBase64(candidate.text(), characters);
	}

	private static boolean isBase64(String text, Characters characters) {
		int padding = characters.count('=');
		int length = characters.total() - padding - characters.count("\r\n");
		boolean atEnd = padding == 0 || text.stripTrailing().endsWith("=".repeat(Math.min(2, padding)));
		boolean mixed = characters.classes() > 1 && length >= SHORT;
		return length >= 2 && length % 4 != 1 && padding <= 2 && atEnd && (mixed || padding > 0);
	}

	private static boolean isBase32(Candidate candidate) {
		Characters characters = candidate.characters();
		int padding = characters.count('=');
		int length = characters.capitals() + characters.count('2', '7');
		boolean possible = length + padding + characters.count("\r\n") == characters.total();
		return possible && length + padding >= BASE32_BLOCK && padding < BASE32_BLOCK
				&& (padding > 0 || characters.digits() > 0 || length >= 2 * BASE32_BLOCK);
	}

	private static boolean isBase58(Candidate candidate) {
		Characters characters = candidate.characters();
		int length = characters.total();
		return length >= BASE32_BLOCK && length <= BASE58_MAX && characters.areAlphanumericOr("")
				&& characters.count("0OIl\r\n") == 0 && characters.classes() > 2;
	}

	private static boolean isAscii85(Candidate candidate) {
		String text = candidate.text().strip();
		if (text.startsWith("<~") && text.endsWith("~>")) {
			return true;
		}
		Characters characters = candidate.characters();
		int possible = characters.count('!', 'u') + characters.count("z\r\n");
		return possible == characters.total() && possible >= ASCII85_MIN && 3
				* (possible - characters.capitals() - characters.smallLetters() - characters.digits()) > possible / 2;
	}

	private static boolean isBinary(Candidate candidate) {
		Characters characters = candidate.characters();
		int bits = characters.count("01");
		return bits >= BITS_MIN && bits % 8 == 0 && characters.areOnly("01 \r\n");
	}

	private static boolean isDecimal(Candidate candidate) {
		Characters characters = candidate.characters();
		int numbers = characters.count(" ,;") + 1;
		return numbers >= NUMBERS_MIN && characters.digits() <= NUMBER_DIGITS * numbers
				&& characters.areOnly("0123456789 ,;\r\n");
	}

	// three digits for each byte: other numbers are more probably decimal
	private static boolean isOctal(Candidate candidate) {
		Characters characters = candidate.characters();
		int numbers = characters.count(" ,") + 1;
		return numbers >= NUMBERS_MIN && characters.digits() == NUMBER_DIGITS * numbers
				&& characters.areOnly("01234567 ,\r\n");
	}

	private static boolean isMarked(Candidate candidate) {
		return candidate.isText() && candidate.text().startsWith(MARK);
	}

	private static List<String> prefix(Candidate candidate) {
		if (!candidate.isText()) {
			return List.of();
		}
		Matcher matcher = PREFIX.matcher(candidate.sample());
		return matcher.lookingAt() ? List.of(String.valueOf(matcher.end())) : List.of();
	}

	private static List<String> urlForms(Candidate candidate) {
		if (!candidate.isText() || !contains(candidate, EncodedParts.PERCENT)) {
			return List.of();
		}
		boolean form = candidate.sample().indexOf('+') >= 0 && candidate.sample().indexOf(' ') < 0;
		return form ? List.of("form", "") : List.of("");
	}

	// a = that is not followed by what must be encoded is probably that of an assignment
	private static boolean isQuotedPrintable(Candidate candidate) {
		String sample = beforeCutEscape(candidate);
		long signs = sample.chars().filter((unit) -> unit == '=').count();
		return signs > 0 && EncodedParts.QUOTED_BYTE.matcher(sample).results().count() >= signs;
	}

	// the sample of a longer text can end within an escape
	private static String beforeCutEscape(Candidate candidate) {
		String sample = candidate.sample();
		int last = sample.lastIndexOf('=');
		boolean cut = sample.length() < candidate.text().length() && last >= sample.length() - LONGEST_ESCAPE;
		return cut ? sample.substring(0, Math.max(0, last)) : sample;
	}

}
