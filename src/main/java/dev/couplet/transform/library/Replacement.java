package dev.couplet.transform.library;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.couplet.transform.BadArgumentException;
import dev.couplet.transform.SizeLimit;
import org.jspecify.annotations.Nullable;

/**
 * A replacement of matches, in which {@code $1} or <code>${1}</code> stands for a group,
 * <code>${name}</code> for a named one, and {@code $$} for a dollar sign. A backslash
 * stands for itself, but may not be before a digit, as other languages write a group so.
 */
final class Replacement {

	private static final Pattern DOLLAR = Pattern
		.compile("\\$(?:(?<number>[0-9]+)|\\{(?<name>\\w+)\\}|(?<dollar>\\$))?");

	private static final Pattern BACKSLASH = Pattern.compile("\\\\[0-9]");

	private static final int MAX_DIGITS = 3;

	// nanoseconds; a match can be empty, and be found at every character
	private static final int PIECE_COST = 10;

	private final List<Piece> pieces = new ArrayList<>();

	private final com.google.re2j.Pattern pattern;

	private Replacement(com.google.re2j.Pattern pattern) {
		this.pattern = pattern;
	}

	/**
	 * Reads a replacement.
	 * @param replacement the replacement
	 * @param pattern the pattern with the groups
	 * @return the replacement
	 * @throws BadArgumentException if a dollar sign names no group, or a digit follows a
	 * backslash
	 */
	static Replacement parse(String replacement, com.google.re2j.Pattern pattern) {
		Matcher backslash = BACKSLASH.matcher(replacement);
		if (backslash.find()) {
			throw new BadArgumentException(
					"'replacement' has a \\ before a digit, at character %s; a group is written $1"
						.formatted(replacement.codePointCount(0, backslash.start()) + 1));
		}
		Replacement parsed = new Replacement(pattern);
		Matcher dollar = DOLLAR.matcher(replacement);
		int start = 0;
		while (dollar.find(start)) {
			parsed.addLiteral(replacement.substring(start, dollar.start()));
			start = parsed.add(dollar, replacement);
		}
		parsed.addLiteral(replacement.substring(start));
		return parsed;
	}

	private void addLiteral(String literal) {
		if (!literal.isEmpty()) {
			this.pieces.add(new Piece(literal, -1));
		}
	}

	private int add(Matcher dollar, String replacement) {
		if (dollar.group("dollar") != null) {
			addLiteral("$");
			return dollar.end();
		}
		String number = dollar.group("number");
		// as many digits as name a group
		for (int digits = (number != null) ? Math.min(MAX_DIGITS, number.length()) : 0; digits > 0; digits--) {
			Integer group = numbered(number.substring(0, digits));
			if (group != null) {
				this.pieces.add(new Piece("", group));
				return dollar.start("number") + digits;
			}
		}
		Integer group = (dollar.group("name") != null) ? named(dollar.group("name")) : null;
		if (group == null) {
			throw new BadArgumentException(
					"'replacement' has a $ that names no group, at character %s; a $ is written $$"
						.formatted(replacement.codePointCount(0, dollar.start()) + 1));
		}
		this.pieces.add(new Piece("", group));
		return dollar.end();
	}

	private @Nullable Integer named(String name) {
		return name.matches("[0-9]{1,3}") ? numbered(name) : this.pattern.namedGroups().get(name);
	}

	private @Nullable Integer numbered(String digits) {
		int group = Integer.parseInt(digits);
		return (group <= this.pattern.groupCount()) ? group : null;
	}

	/**
	 * Returns the cost of the replacement.
	 * @return nanoseconds for each UTF-16 code unit of the text
	 */
	int weight() {
		return Patterns.weight(this.pattern) + PIECE_COST * this.pieces.size();
	}

	/**
	 * Replaces all matches in a text.
	 * @param text any text
	 * @param limit the maximum size of the result
	 * @return the result
	 */
	String replace(String text, SizeLimit limit) {
		com.google.re2j.Matcher matcher = Patterns.matcher(this.pattern, text);
		LimitedBuilder result = new LimitedBuilder(limit);
		int end = 0;
		while (matcher.find()) {
			if (!MatchParts.isInsideCharacter(text, matcher.start())) {
				result.append(text.substring(end, matcher.start()));
				for (Piece piece : this.pieces) {
					result.append(piece.of(matcher, text));
				}
				end = matcher.end();
			}
		}
		return result.append(text.substring(end)).toString();
	}

	private record Piece(String literal, int group) {

		String of(com.google.re2j.Matcher matcher, String text) {
			if (this.group < 0) {
				return this.literal;
			}
			int start = matcher.start(this.group);
			return (start < 0) ? "" : text.substring(start, matcher.end(this.group));
		}

	}

}
