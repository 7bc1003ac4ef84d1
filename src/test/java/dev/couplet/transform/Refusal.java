package dev.couplet.transform;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A request that is refused, with the exact message.
 *
 * @param recipe the recipe
 * @param value the value
 * @param message the message
 * @param mended the recipe after the advice of the message was followed, or the empty
 * string if it has none
 */
public record Refusal(String recipe, Value value, String message, String mended) {

	private static final String NO_PATTERN = "step 1, each-match: 'pattern' is not a pattern of RE2: ";

	private static final String BZIP2 = "425a6839314159265359ebd9b9a2000003118040000262d8202000221a06"
			+ "21003009b5c890c53cf177245385090ebd9b9a20";

	private static final String FIELDS = "step 1, each-field: 'fields' must be numbers from 1 and ranges, "
			+ "such as 2, 3-5, 4- or -2, with commas between them, written %2C; see its character ";

	/**
	 * Returns refusals of every kind that depends on the recipe and the value alone.
	 * @return the requests
	 */
	public static List<Refusal> all() {
		return Stream
			.of(recipes(), brackets(), arguments(), patterns(), notUtf8(), base64(), otherEncodings(), escapes(),
					charsets())
			.flatMap(List::stream)
			.toList();
	}

	private static List<Refusal> recipes() {
		String sixteen = "trim,".repeat(16);
		return List.of(of("nosuch", "", "step 1: there is no transform 'nosuch'"),
				of("trim,each-line(trim,tirm)", "", "step 2.2: there is no transform 'tirm'; perhaps trim was meant")
					.mendedBy("trim,each-line(trim,trim)"),
				of("trim,Wrap=60", "",
						"step 2 of the recipe has a malformed name at character 6; perhaps wrap was meant")
					.mendedBy("trim,wrap=60"),
				of("trim,60", "",
						"step 2 of the recipe has a malformed name at character 6; "
								+ "a name has lower-case letters, digits and single hyphens"),
				of("trim|upper-case", "",
						"step 1 of the recipe has a malformed name at character 5; "
								+ "arguments follow '=', and the next step ','")
					.mendedBy("trim,upper-case"),
				of("wrap=60,wrap 60", "",
						"step 2 of the recipe has a malformed name at character 13; "
								+ "arguments follow '=', and the next step ','")
					.mendedBy("wrap=60,wrap=60"),
				of("try(wrap:60)", "",
						"step 1.1 of the recipe has a malformed name at character 9; "
								+ "arguments follow '=', and the next step ','")
					.mendedBy("try(wrap=60)"),
				of("upper-case/", "",
						"step 1 of the recipe has a malformed name at character 11; "
								+ "arguments follow '=', and the next step ','")
					.mendedBy("upper-case"),
				of("no_such", "",
						"step 1 of the recipe has a malformed name at character 3; "
								+ "a name has lower-case letters, digits and single hyphens"),
				of("join-lines=,", "",
						"step 2 of the recipe has no name at character 13; in an argument, ',' is written %2C")
					.mendedBy("join-lines=%2C"),
				of("cut=1,3:%2C", "",
						"step 2 of the recipe has a malformed name at character 7; "
								+ "in an argument, ',' is written %2C")
					.mendedBy("cut=1%2C3:%2C"),
				of("redact=email,ip", "", "step 2: there is no transform 'ip'; in an argument, ',' is written %2C")
					.mendedBy("redact=email%2Cip"),
				of("each-match=(moon)", "",
						"step 1.1: there is no transform 'moon'; in an argument, a bracket is written %28 or %29")
					.mendedBy("each-match=%28moon%29(trim)"),
				of("trim,,trim", "", "step 2 of the recipe has no name; a transform is expected at character 6"),
				of("replace=%4:x", "",
						"in the recipe, the '%' at character 9 is not followed by two hexadecimal "
								+ "digits; '%' itself is written %25")
					.mendedBy("replace=%254:x"),
				of("replace=\u00e9:caf%E9", "",
						"in the recipe, the bytes that are percent-encoded from character 14 on " + "are not UTF-8"),
				of("truncate=3:a=b", "", "the '=' at character 13 is in an argument, where it is written %3D")
					.mendedBy("truncate=3:a%3Db"),
				of(sixteen + "trim", "", "a recipe has at most 16 steps, those in brackets included; see character 81"),
				of("replace=" + "x".repeat(993), "", "a recipe has at most 1000 characters, and this one has 1001"));
	}

	private static List<Refusal> brackets() {
		return List.of(
				of("each-line(trim", "", "the bracket at character 10 is not closed; in an argument, it is written %28")
					.mendedBy("each-line(trim)"),
				of("replace=a:)", "",
						"the closing bracket at character 11 has no opening one; in an argument, it is written %29")
					.mendedBy("replace=a:%29"),
				of("each-match=a(.*b)?(trim)", "",
						"step 1.1 of the recipe has a malformed name at character 14; "
								+ "in an argument, a bracket is written %28 or %29")
					.mendedBy("each-match=a%28%2E*b%29?(trim)"),
				of("each-line(trim)trim", "",
						"a step ends with its bracket, so ',' is expected at character 16; "
								+ "in an argument, a bracket is written %28 or %29")
					.mendedBy("each-line(trim),trim"),
				of("each-match=(moon)(trim)", "",
						"a step ends with its bracket, so ',' is expected at character 18; "
								+ "in an argument, a bracket is written %28 or %29")
					.mendedBy("each-match=%28moon%29(trim)"),
				of("try(try(try(try(trim))))", "", "a recipe has at most 3 levels of brackets; see character 17"),
				of("each-line", "", "step 1, each-line: requires a recipe in brackets, such as (trim)")
					.mendedBy("each-line(trim)"),
				of("trim()", "",
						"the brackets at character 5 are empty; remove them, or put a recipe into them, "
								+ "as in each-line(trim)")
					.mendedBy("trim"),
				of("trim(trim)", "", "step 1, trim: takes no recipe in brackets"));
	}

	private static List<Refusal> arguments() {
		return List.of(of("trim=1", "", "step 1, trim: takes no arguments"),
				of("wrap=0", "", "step 1, wrap: 'width' must be a whole number from 1 to 1000").mendedBy("wrap=1"),
				of("try(truncate=1000001)", "",
						"step 1.1, truncate: 'length' must be a whole number from 0 to 1000000"),
				of("truncate", "",
						"step 1, truncate: requires the argument 'length', "
								+ "a whole number from 0 to 1000000, as in truncate=9")
					.mendedBy("truncate=9"),
				of("replace", "",
						"step 1, replace: requires the argument 'from', "
								+ "a text of 1 to 1000 characters, as in replace=rose:thorn")
					.mendedBy("replace=rose:thorn"),
				of("lipogram=ab", "", "step 1, lipogram: 'letter' must be a text of 1 character"),
				of("jwt-decode", "moon",
						"step 1, jwt-decode: not a JSON Web Token: it has 1 part instead of 3; "
								+ "periods are between the parts"),
				of("csv-to-json", "moon,tide\nlate",
						"step 1, csv-to-json: a CSV record of 1 field, where the first record "
								+ "has 2, at line 2, column 1"),
				of("csv-to-json", "moon;tide\nfull;low",
						"step 1, csv-to-json: CSV without a comma, but with another delimiter in each line, "
								+ "at line 1, column 5; use csv-to-json=%3B or, for one column, csv-to-json=comma")
					.mendedBy("csv-to-json=%3B"),
				of("replace=", "", "step 1, replace: 'from' must be a text of 1 to 1000 characters"),
				of("regex-replace=%28moon%29:<\\1>", "",
						"step 1, regex-replace: 'replacement' has a \\ before a digit, "
								+ "at character 2; a group is written $1")
					.mendedBy("regex-replace=%28moon%29:<$1>"),
				of("mustache=moon {{phase}", "{}",
						"step 1, mustache: 'template' is not a Mustache template, or has a partial; "
								+ "tags are closed and have names, and sections end in order")
					.mendedBy("mustache=moon {{phase}}"),
				of("replace=12:30:half", "",
						"step 1, replace: takes at most 2 arguments, from, to, and 3 are "
								+ "given; in an argument, ':' is written %3A")
					.mendedBy("replace=12%3A30:half"),
				of("wrap=6:0", "",
						"step 1, wrap: takes at most 1 argument, width, and 2 are given; "
								+ "in an argument, ':' is written %3A"),
				of("sha256=base32", "", "step 1, sha256: 'form' must be one of: hex, base64").mendedBy("sha256=base64"),
				of("hex-encode=dot", "",
						"step 1, hex-encode: 'separator' must be one of: none, space, colon, hyphen, comma, line"),
				of("each-field=1%2C0(trim)", "", FIELDS + 3), of("each-field=4-2(trim)", "", FIELDS + 1),
				of("each-field=(trim)", "", "step 1, each-field: 'fields' must be a text of 1 to 100 characters"));
	}

	private static List<Refusal> patterns() {
		return List.of(of("each-match=a[b(trim)", "", NO_PATTERN + "missing closing ] at character 2"),
				of("each-match=\u00e9%28a%28b%29(trim)", "", NO_PATTERN + "the bracket is not closed at character 2"),
				of("each-match=a%29b(trim)", "", NO_PATTERN + "the bracket closes nothing at character 2"),
				of("each-match=[*]**(trim)", "", NO_PATTERN + "invalid nested repetition operator at character 4"),
				of("each-match=[%28?%3D]%28?%3Da%29(trim)", "",
						NO_PATTERN + "invalid or unsupported Perl syntax at character 6; there is no look-around"),
				of("each-match=%28a%29\\1(trim)", "",
						NO_PATTERN + "invalid escape sequence at character 4; there are no back-references"),
				of("each-match=a\\(trim)", "", NO_PATTERN + "trailing backslash at end of expression at character 2"),
				of("each-match=a{2%2C1}(trim)", "", NO_PATTERN + "invalid repeat count at character 2"),
				of("each-match=%28?i%29a\u00e9(trim)", "",
						"step 1, each-match: 'pattern' has (?i), and must then be "
								+ "ASCII, without \\x{...}; see its character 6"),
				of("each-match=a{501}(trim)", "",
						"step 1, each-match: 'pattern' is too large: with its repetitions, "
								+ "a pattern has at most 500 characters, and at most 4 \\p"),
				of("each-match=%28a%29:2(trim)", "",
						"step 1, each-match: 'group' must be at most 1, the number of groups in the pattern")
					.mendedBy("each-match=%28a%29:1(trim)"),
				of("each-match=a%28%2E*b%29?(trim)", "a".repeat(2000), "step 1, each-match: the pattern reads the text "
						+ "more than 16 times; it should need less of the text after each match"));
	}

	private static List<Refusal> notUtf8() {
		return List.of(
				of("upper-case", bytes("636166e9"),
						"step 1, upper-case, takes a text, and the value is not UTF-8 at "
								+ "byte 4; if it is windows-1252, put charset-decode=windows-1252 first")
					.mendedBy("charset-decode=windows-1252,upper-case"),
				of("each-line(trim)", bytes("1f8b08000000000000004b040043beb7e801000000"),
						"step 1, each-line, takes a text, and the value is not UTF-8 at byte 2; "
								+ "it is gzip, so put gunzip first")
					.mendedBy("gunzip,each-line(trim)"),
				of("trim", bytes("fffe41000a00"),
						"step 1, trim, takes a text, and the value is not UTF-8 at byte 1; "
								+ "if it is UTF-16, put charset-decode=UTF-16 first")
					.mendedBy("charset-decode=UTF-16,trim"),
				of("trim", bytes("8e8d"),
						"step 1, trim, takes a text, and the value is not UTF-8 at byte 1; "
								+ "put charset-decode with the name of its charset first")
					.mendedBy("charset-decode=Shift_JIS,trim"),
				of("trim", bytes("00ff"), "step 1, trim, takes a text, and the value is not UTF-8 at byte 2"),
				of("hex-decode,upper-case", "63 e9",
						"step 2, upper-case, takes a text, and the result of step 1 is not "
								+ "UTF-8 at byte 2; if it is windows-1252, put charset-decode=windows-1252 before it")
					.mendedBy("hex-decode,charset-decode=windows-1252,upper-case"),
				of("each-line(hex-decode)", "41\nff",
						"step 1, each-line, line 2, gives a text, and the result of its "
								+ "recipe is not UTF-8 at byte 1; add base64-encode to it")
					.mendedBy("each-line(hex-decode,base64-encode)"));
	}

	private static List<Refusal> base64() {
		return List.of(of("trim,base64-decode", "Zm9v!", "step 2, base64-decode: not base64 at character 5"),
				of("base64-decode", "Zg%3D%3D",
						"step 1, base64-decode: not base64 at character 3; "
								+ "if it is percent-encoded, put url-decode first")
					.mendedBy("url-decode,base64-decode"),
				of("base64url-decode", "\"Zg\"",
						"step 1, base64url-decode: not base64 at character 1; "
								+ "if it is a JSON string, put json-decode first")
					.mendedBy("json-decode,base64url-decode"),
				of("base64-decode", "Zm9_",
						"step 1, base64-decode: URL-safe base64 at character 4; " + "base64url-decode decodes it")
					.mendedBy("base64url-decode"),
				of("base64url-decode", "Zm9/",
						"step 1, base64url-decode: standard base64 at character 4; " + "base64-decode decodes it")
					.mendedBy("base64-decode"),
				of("base64-decode", "Zm/_",
						"step 1, base64-decode: URL-safe base64 at character 4; " + "put replace=-:+,replace=_:/ first")
					.mendedBy("replace=-:+,replace=_:/,base64-decode"),
				of("base64url-decode", "Z+-/",
						"step 1, base64url-decode: standard base64 at character 2; "
								+ "put replace=+:-,replace=/:_ first")
					.mendedBy("replace=+:-,replace=/:_,base64url-decode"),
				of("base64-decode", "Zg==Zg==",
						"step 1, base64-decode: more base64 after the padding, at character 5; "
								+ "put regex-extract=[\\w/+-]+%3D+ first, and use each-line(base64-decode)")
					.mendedBy("regex-extract=[\\w/+-]+%3D+,each-line(base64-decode)"),
				of("base64-decode", "token: aGVsbG8h",
						"step 1, base64-decode: not base64 at character 6; "
								+ "if a name is before it, put regex-replace=^[^%3A]*%3A: first")
					.mendedBy("regex-replace=^[^%3A]*%3A:,base64-decode"),
				of("html-to-markdown", "", "step 1: there is no transform 'html-to-markdown'"),
				of("iso-to-unix", "2023-02-30",
						"step 1, iso-to-unix: the date or time is not in the calendar; months end "
								+ "at 12, days at 28 to 31, hours at 23, seconds at 59, offsets at 18:00"),
				of("base64-decode", "Zg==\nZg==",
						"step 1, base64-decode: more base64 after the padding, at character 6; "
								+ "for one value on each line, use each-line(base64-decode)")
					.mendedBy("each-line(base64-decode)"),
				of("base64url-decode", "Zg==\r\nZg==",
						"step 1, base64url-decode: more base64 after the padding, at "
								+ "character 7; for one value on each line, use each-line(base64url-decode)")
					.mendedBy("each-line(base64url-decode)"),
				of("base64-decode", "Zm9vZ",
						"step 1, base64-decode: the base64 is cut off: without white space and "
								+ "padding it has the length 5, which is not one of whole bytes"),
				of("base64-decode", "Zm9v=",
						"step 1, base64-decode: the base64 ends with too much padding: "
								+ "1 instead of 0 characters; put replace=%3D first")
					.mendedBy("replace=%3D,base64-decode"),
				of("base64-decode=strict", "Zm9v=",
						"step 1, base64-decode: the base64 ends with too much padding: " + "1 instead of 0 characters"),
				of("base64-decode=strict", "Zm9v Zm9v",
						"step 1, base64-decode: white space at character 5; "
								+ "without the mode strict, it is ignored")
					.mendedBy("base64-decode"),
				of("base64-decode=strict", "Zg",
						"step 1, base64-decode: the base64 lacks padding; " + "without the mode strict, it is optional")
					.mendedBy("base64-decode"),
				of("base64-decode=strict", "Zh==",
						"step 1, base64-decode: the unused bits of the last base64 character, "
								+ "at character 2, are not 0; without the mode strict, they are ignored")
					.mendedBy("base64-decode"));
	}

	private static List<Refusal> otherEncodings() {
		return List.of(
				of("hex-decode", "66 6g",
						"step 1, hex-decode: not a hexadecimal digit at character 5; " + "each byte has two digits"),
				of("hex-decode", "666",
						"step 1, hex-decode: the hexadecimal is cut off after character 3: "
								+ "the last byte has less than two digits"),
				of("quoted-printable-decode", "a=4",
						"step 1, quoted-printable-decode: not quoted-printable at character "
								+ "2; it has printable ASCII only, and two hexadecimal digits after each '='"),
				of("each-word(quoted-printable-decode)", "a =4G",
						"step 1.1, quoted-printable-decode, word 2: not quoted-printable at character "
								+ "3; it has printable ASCII only, and two hexadecimal digits after each '='"),
				of("gunzip", "A POEM", "step 1, gunzip: the value is not gzip: it does not start with the bytes 1f 8b"),
				of("gunzip", "H4sIAAAAAAAAA0sEAEO+t+gBAAAA",
						"step 1, gunzip: the value is not gzip: it does not start "
								+ "with the bytes 1f 8b; it seems to be base64, so put base64-decode first")
					.mendedBy("base64-decode,gunzip"),
				of("gunzip", "1f8b08000000000000004b040043beb7e801000000", "step 1, gunzip: the value is not gzip: it "
						+ "does not start with the bytes 1f 8b; it seems to be hexadecimal, so put hex-decode first")
					.mendedBy("hex-decode,gunzip"),
				of("gunzip", bytes("1f8b0800000000"),
						"step 1, gunzip: the gzip is cut off after 7 bytes, or followed by something else"),
				of("gunzip", bytes("1f8b08000000000000004b040043beb7e80100000000"),
						"step 1, gunzip: the gzip is damaged, " + "or followed by something else"),
				of("inflate", bytes("1f8b08000000000000004b040043beb7e801000000"),
						"step 1, inflate: the deflate is damaged; it seems to be gzip, so use gunzip")
					.mendedBy("gunzip"),
				of("upper-case", bytes(BZIP2),
						"step 1, upper-case, takes a text, and the value "
								+ "is not UTF-8 at byte 11; it is bzip2, so put bunzip2 first")
					.mendedBy("bunzip2,upper-case"));
	}

	private static List<Refusal> escapes() {
		String escaped = "step 1, json-decode: a control character that JSON requires to be escaped, at character ";
		return List.of(
				of("url-decode", "\ud83c\udf39100%",
						"step 1, url-decode: the '%' at character 5 is not followed by two "
								+ "hexadecimal digits; '%' itself is written %25"),
				of("url-decode", "\u00e9%C3%A9%E9x",
						"step 1, url-decode: the bytes that are percent-encoded from "
								+ "character 8 on are not UTF-8"),
				of("url-decode=form", "late+night+100%",
						"step 1, url-decode: the '%' at character 15 is not followed by two "
								+ "hexadecimal digits; '%' itself is written %25"),
				of("xml-unescape", "\ud83c\udf39&nbsp;moon",
						"step 1, xml-unescape: no reference of XML at character 2; "
								+ "'&' itself is written &amp;, and html-decode knows the names of HTML"),
				of("xml-escape", "moon\u0001",
						"step 1, xml-escape: a character that XML 1.0 does not allow at character 5; "
								+ "strip-invisible removes most of them"),
				of("java-unescape", "C:\\moon",
						"step 1, java-unescape: no Java escape at character 3; a backslash itself is written as two"),
				of("javascript-unescape", "\\101",
						"step 1, javascript-unescape: no JavaScript escape at character 1; "
								+ "octal escapes are not allowed in strict code, use \\x and two digits"),
				of("unicode-unescape", "\ud83c\udf39\\ud83c moon",
						"step 1, unicode-unescape: an escape of half of a surrogate pair, without the other half, "
								+ "at character 2"),
				of("shell-quote", "moon\0",
						"step 1, shell-quote: a null character, which no argument of a command can have, "
								+ "at character 5"),
				of("mime-word-decode", "Re: =?moon?q?late?=",
						"step 1, mime-word-decode: the encoded word at character 5 has an unknown charset"),
				of("punycode-decode", "po\u00e8me",
						"step 1, punycode-decode: no digit of Punycode at character 3; "
								+ "Punycode is ASCII, with letters and digits after the last hyphen"),
				of("punycode-decode", "xn--pome-6oa",
						"step 1, punycode-decode: xn-- at character 1 is no Punycode, but marks a domain name; "
								+ "use idna-decode")
					.mendedBy("idna-decode"),
				of("idna-encode", "moon.-late.example",
						"step 1, idna-encode: label 2 of the domain name begins with a hyphen"),
				of("json-decode", "moon",
						"step 1, json-decode: no JSON string at character 1; "
								+ "it begins and ends with a quotation mark"),
				of("json-decode", " \"moon",
						"step 1, json-decode: the JSON string is cut off at character 7; "
								+ "it ends with a quotation mark"),
				of("json-decode", "\"\ud83c\udf39\nmoon\"\n", escaped + "3; put trim,replace=%0A:%5Cn first")
					.mendedBy("trim,replace=%0A:%5Cn,json-decode"),
				of("json-decode", "\"\r\"", escaped + "2; put trim,replace=%0D:%5Cr first")
					.mendedBy("trim,replace=%0D:%5Cr,json-decode"),
				of("json-decode", "\"\t\"\t", escaped + "2; put trim,replace=%09:%5Ct first")
					.mendedBy("trim,replace=%09:%5Ct,json-decode"),
				of("json-decode", "\"a\u0001\"", escaped + 3),
				of("json-decode", "\"C:\\moon\"",
						"step 1, json-decode: no JSON escape at character 4; "
								+ "a backslash itself is written as two"),
				of("json-decode", "\"\\u00g0\"",
						"step 1, json-decode: no JSON escape at character 2; "
								+ "\\u is followed by four hexadecimal digits"),
				of("json-decode", "\"a\\ud83c\"",
						"step 1, json-decode: the JSON string has half of a surrogate pair, "
								+ "as character 2 of its text"),
				of("json-decode", "\"a\" b", "step 1, json-decode: more after the JSON string, at character 5"),
				of("json-decode", "\"a\"\r\n\"b\"",
						"step 1, json-decode: more after the JSON string, at character 6; "
								+ "for a string on each line, use each-line(json-decode)")
					.mendedBy("each-line(json-decode)"));
	}

	private static List<Refusal> charsets() {
		return List.of(
				of("charset-encode", "",
						"step 1, charset-encode: requires the argument 'name', a text "
								+ "of 1 to 40 characters, as in charset-encode=windows-1252,hex-encode")
					.mendedBy("charset-encode=windows-1252,hex-encode"),
				of("charset-decode=latin-99", "",
						"step 1, charset-decode: 'name' must be a charset, "
								+ "such as windows-1252, ISO-8859-15 or Shift_JIS")
					.mendedBy("charset-decode=ISO-8859-15"),
				of("charset-encode=x-JISAutoDetect", "",
						"step 1, charset-encode: 'name' must be a charset that can "
								+ "encode, such as UTF-8; this one can only decode")
					.mendedBy("charset-encode=UTF-8"),
				of("charset-encode=windows-1252", "\ud83c\udf39 caf\u00e9",
						"step 1, charset-encode: the charset "
								+ "windows-1252 does not have the text's character 1; put to-ascii first")
					.mendedBy("to-ascii,charset-encode=windows-1252"),
				of("charset-encode=x-MacDingbat", "!\u00e9",
						"step 1, charset-encode: the charset x-MacDingbat does not " + "have the text's character 1"),
				of("charset-decode=US-ASCII", "caf\u00e9",
						"step 1, charset-decode: the bytes are not text in the charset "
								+ "US-ASCII: see byte 4; charset-decode=UTF-8 decodes them")
					.mendedBy("charset-decode=UTF-8"),
				of("charset-decode=windows-1252", bytes("e981"),
						"step 1, charset-decode: the bytes are not text in the " + "charset windows-1252: see byte 2"),
				of("charset-decode=CESU-8", bytes("41eda080"), "step 1, charset-decode: the bytes are not text in the "
						+ "charset CESU-8: see the unpaired surrogate that becomes " + "character 2"));
	}

	private static Refusal of(String recipe, String text, String message) {
		return of(recipe, text.getBytes(StandardCharsets.UTF_8), message);
	}

	private static Refusal of(String recipe, byte[] value, String message) {
		return new Refusal(recipe, Value.of(value), message, "");
	}

	private Refusal mendedBy(String recipe) {
		return new Refusal(this.recipe, this.value, this.message, recipe);
	}

	private static byte[] bytes(String hex) {
		return HexFormat.of().parseHex(hex);
	}

	/**
	 * Returns the recipe and the message, as the name of a test.
	 */
	@Override
	public String toString() {
		return this.recipe + ": " + this.message;
	}

}
