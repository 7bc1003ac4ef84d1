package dev.couplet.transform.library;

import java.util.List;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformLibrary;
import dev.couplet.transform.Utf8;
import dev.couplet.transform.ValueRefusedException;

/**
 * Escapes of programming languages, shells and terminals.
 */
class SourceCodeTransforms implements TransformLibrary {

	// the punctuation that no shell gives a meaning in the middle of a word
	private static final String PLAIN_IN_SHELL = "@%+=:,./-_";

	@Override
	public List<Transform> transforms() {
		return List.of(javaEscape(), javaUnescape(), javaScriptEscape(), javaScriptUnescape(), csvEscape(), sqlEscape(),
				shellQuote(), caretEncode(), caretDecode());
	}

	private static Transform javaEscape() {
		return Transform.named("java-escape")
			.synonyms("escape-java", "java-string-escape", "java-encode")
			.describedAs("Escapes a text for a Java string literal in double quotes (JLS, section 3.10.7). "
					+ "Everything but printable ASCII becomes an escape.")
			.example("java-escape", "\"café\"\n", "\\\"caf\\u00E9\\\"\\n")
			.applyingWithin(JavaEscapes::encode);
	}

	private static Transform javaUnescape() {
		return Transform.named("java-unescape")
			.synonyms("unescape-java", "java-string-unescape", "java-decode")
			.describedAs("Decodes the escapes of Java string literals and text blocks (JLS, sections 3.3 and 3.10.7), "
					+ "also octal ones. Any other backslash, and half of a surrogate pair, is refused.")
			.example("java-unescape", "\\\"caf\\u00e9\\\"\\53", "\"café\"+")
			.applying(JavaEscapes::decode);
	}

	private static Transform javaScriptEscape() {
		return Transform.named("javascript-escape")
			.synonyms("escape-javascript", "escape-js", "js-escape", "escapejs", "escape-ecma-script", "jsesc")
			.describedAs("Escapes a text for a JavaScript string or template literal in quotes of any kind (ECMA-262), "
					+ "also in HTML: the less-than sign and everything but printable ASCII become escapes.")
			.example("javascript-escape", "it's <b>café</b>", "it\\'s \\x3Cb>caf\\xE9\\x3C/b>")
			.applyingWithin(JavaScriptEscapes::encode);
	}

	private static Transform javaScriptUnescape() {
		return Transform.named("javascript-unescape")
			.synonyms("unescape-javascript", "unescape-js", "js-unescape", "unescape-ecma-script")
			.describedAs("Decodes the escapes of JavaScript string and template literals (ECMA-262). "
					+ "Octal escapes and half of a surrogate pair are refused.")
			.example("javascript-unescape", "it\\'s caf\\xe9 \\u{263E}", "it's café ☾")
			.applying(JavaScriptEscapes::decode);
	}

	private static Transform csvEscape() {
		return Transform.named("csv-escape")
			.synonyms("escape-csv", "csv-quote", "csv-field")
			.describedAs("Writes a text as one field of CSV (RFC 4180): in quotation marks, with those in it doubled, "
					+ "if it has a comma, a quotation mark or a line break.")
			.example("csv-escape", "the \"moon\", late", "\"the \"\"moon\"\", late\"")
			.applyingWithin(ByteOrderMark.keptBy(SourceCodeTransforms::csv));
	}

	private static String csv(String text, SizeLimit limit) {
		limit.check(Utf8.size(text) + count(text, '"'));
		String field = CsvWriter.quoted(text, ",");
		limit.check(field);
		return field;
	}

	private static Transform sqlEscape() {
		return Transform.named("sql-escape")
			.synonyms("escape-sql", "sql-quote", "quote-sql")
			.describedAs(
					"Doubles the single quotation marks, for a string literal of standard SQL between two of them. "
							+ "It does not escape the backslashes of MySQL; parameters of a statement are the safer way.")
			.example("sql-escape", "it's late", "it''s late")
			.applyingWithin((text, limit) -> {
				limit.check(Utf8.size(text) + count(text, '\''));
				return text.replace("'", "''");
			});
	}

	private static Transform shellQuote() {
		return Transform.named("shell-quote")
			.synonyms("quote", "shlex-quote", "shell-escape", "escapeshellarg", "bash-escape", "sh-escape",
					"shellescape")
			.describedAs(
					"Quotes a text as one word of a POSIX shell: in single quotation marks, unless it is only ASCII "
							+ "letters, digits and \"@%+=:,./-_\". A null character is refused.")
			.example("shell-quote", "it's late", "'it'\"'\"'s late'")
			.applyingWithin(SourceCodeTransforms::shell);
	}

	private static String shell(String text, SizeLimit limit) {
		int end = text.indexOf('\0');
		if (end >= 0) {
			throw new ValueRefusedException("a null character, which no argument of a command can have, at character "
					+ (text.codePointCount(0, end) + 1));
		}
		if (!text.isEmpty() && text.chars().allMatch(SourceCodeTransforms::isPlainInShell)) {
			limit.check(text);
			return text;
		}
		String quote = "'\"'\"'";
		limit.check(Utf8.size(text) + count(text, '\'') * (quote.length() - 1) + "''".length());
		return "'" + text.replace("'", quote) + "'";
	}

	private static boolean isPlainInShell(int unit) {
		return AsciiCharacter.isLetterOrDigit(unit) || PLAIN_IN_SHELL.indexOf(unit) >= 0;
	}

	private static Transform caretEncode() {
		return Transform.named("caret-encode")
			.synonyms("cat-v", "show-nonprinting", "vis", "caret-notation")
			.describedAs("Shows the UTF-8 of a text as cat -v does: control characters other than tab and line feed as "
					+ "^A, and bytes over 127 as M- and the notation of the lower one.")
			.example("caret-encode", "caf\u00E9\u0007", "cafM-CM-)^G")
			.applyingWithin(CaretNotation::encode);
	}

	private static Transform caretDecode() {
		return Transform.named("caret-decode")
			.synonyms("unvis")
			.describedAs("Decodes the output of cat -v for a text. It cannot know which text had a caret or M- itself: "
					+ "^A always becomes a control character, and M- is decoded where it gives a character of UTF-8.")
			.example("caret-decode", "cafM-CM-)^?", "caf\u00E9\u007F")
			.applying(CaretNotation::decode);
	}

	private static long count(String text, char unit) {
		return text.chars().filter((each) -> each == unit).count();
	}

}
