package dev.couplet.transform.library;

import java.util.List;

import com.google.re2j.Pattern;
import dev.couplet.transform.Parameter;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformLibrary;
import dev.couplet.transform.Utf8;

/**
 * Regular expressions of RE2, which take linear time.
 */
class PatternTransforms implements TransformLibrary {

	private static final String SPECIAL = "\\.+*?()|[]{}^$";

	private static final int MAX_GROUP = 99;

	private static final int MAX_REPLACEMENT = 1000;

	@Override
	public List<Transform> transforms() {
		return List.of(regexReplace(), regexExtract(), regexSplit(), regexEscape(), countMatches());
	}

	private static Transform regexReplace() {
		Parameter<String> pattern = Patterns.parameter("pattern");
		Parameter<String> replacement = Parameter.text("replacement", 0, MAX_REPLACEMENT);
		return Transform.named("regex-replace")
			.synonyms("re-sub", "preg-replace", "replace-all", "regexp-replace")
			.describedAs("Replaces all matches of a pattern (RE2: no look-around and no back-references). In the "
					+ "replacement, $1 or ${1} is a group, ${name} a named one, $0 the whole match, and $$ a dollar sign. "
					+ "A backslash stands for itself; \\1 is refused. ^ and $ are the ends of the text; with (?m), "
					+ "those of each line.")
			.with(pattern, replacement)
			.callCost(2000)
			.example("regex-replace=%28\\w+%29 %28\\w+%29:$2 $1", "moon late", "late moon")
			.binding((arguments) -> {
				Pattern compiled = Patterns.compile(pattern, arguments);
				Replacement parsed = Replacement.parse(arguments.get(replacement), compiled);
				return new PatternFunction(compiled, parsed.weight(), ByteOrderMark.keptBy(parsed::replace));
			});
	}

	private static Transform regexExtract() {
		Parameter<String> pattern = Patterns.parameter("pattern");
		Parameter<Integer> group = Parameter.integer("group", 0, MAX_GROUP, 0);
		return Transform.named("regex-extract")
			.synonyms("grep-o", "find-all", "extract-matches", "scan", "regex-match")
			.describedAs("Keeps only the matches of a pattern (RE2: no look-around and no back-references), or one "
					+ "group of each, with a line feed between them.")
			.with(pattern, group)
			.callCost(2000)
			.example("regex-extract=[0-9]+", "9 lives, 10 moons", "9\n10")
			.binding((arguments) -> {
				Pattern compiled = Patterns.compile(pattern, arguments);
				int chosen = Patterns.group(group, arguments, compiled);
				return new PatternFunction(compiled,
						ByteOrderMark.keptBy((text, limit) -> extract(compiled, chosen, text, limit)));
			});
	}

	private static Transform regexSplit() {
		Parameter<String> pattern = Patterns.parameter("pattern");
		return Transform.named("regex-split")
			.synonyms("re-split", "preg-split")
			.describedAs("Splits the text into lines: each match of a pattern (RE2: no look-around and no "
					+ "back-references) becomes a line feed. Empty matches at both ends of the text are ignored.")
			.with(pattern)
			.callCost(2000)
			.example("regex-split= *[;/] *", "the moon; is / late", "the moon\nis\nlate")
			.binding((arguments) -> {
				Pattern compiled = Patterns.compile(pattern, arguments);
				return new PatternFunction(compiled,
						ByteOrderMark.keptBy((text, limit) -> split(compiled, text, limit)));
			});
	}

	private static Transform regexEscape() {
		return Transform.named("regex-escape")
			.synonyms("re-escape", "preg-quote", "quotemeta", "escape-regex")
			.describedAs("Puts a backslash before each character that has a meaning in a regular expression: "
					+ "\\ . + * ? ( ) | [ ] { } ^ and $.")
			.example("regex-escape", "is it late? (yes)", "is it late\\? \\(yes\\)")
			.applyingWithin((text, limit) -> {
				limit.check(Utf8.size(text) + text.chars().filter((unit) -> SPECIAL.indexOf(unit) >= 0).count());
				return Pattern.quote(text);
			});
	}

	private static Transform countMatches() {
		Parameter<String> pattern = Patterns.parameter("pattern");
		return Transform.named("count-matches")
			.synonyms("grep-c", "count-occurrences", "regex-count")
			.describedAs("Counts the matches of a pattern (RE2: no look-around and no back-references), "
					+ "without overlaps.")
			.with(pattern)
			.callCost(2000)
			.example("count-matches=o", "the moon", "2")
			.binding((arguments) -> {
				Pattern compiled = Patterns.compile(pattern, arguments);
				return new PatternFunction(compiled, ByteOrderMark.droppedBy((text, limit) -> count(compiled, text)));
			});
	}

	private static String extract(Pattern pattern, int group, String text, SizeLimit limit) {
		MatchParts matches = new MatchParts(pattern, group, text);
		LimitedBuilder result = new LimitedBuilder(limit);
		String between = "";
		while (matches.next()) {
			result.append(between).append(text.substring(matches.start(), matches.end()));
			between = "\n";
		}
		return result.toString();
	}

	private static String split(Pattern pattern, String text, SizeLimit limit) {
		MatchParts matches = new MatchParts(pattern, 0, text);
		LimitedBuilder result = new LimitedBuilder(limit);
		int end = 0;
		while (matches.next()) {
			boolean empty = matches.start() == matches.end();
			if (!empty || (matches.start() > 0 && matches.start() < text.length())) {
				result.append(text.substring(end, matches.start())).append("\n");
				end = matches.end();
			}
		}
		return result.append(text.substring(end)).toString();
	}

	private static String count(Pattern pattern, String text) {
		MatchParts matches = new MatchParts(pattern, 0, text);
		int count = 0;
		while (matches.next()) {
			count++;
		}
		return String.valueOf(count);
	}

}
