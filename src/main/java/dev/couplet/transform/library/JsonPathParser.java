package dev.couplet.transform.library;

import java.util.ArrayList;
import java.util.List;

import com.google.re2j.Pattern;
import dev.couplet.transform.BadArgumentException;
import org.jspecify.annotations.Nullable;

/**
 * Parses JSONPath by the grammar of RFC 9535.
 */
final class JsonPathParser {

	private final JsonPathScanner scanner;

	private final List<Pattern> patterns = new ArrayList<>();

	private JsonPathParser(JsonPathScanner scanner) {
		this.scanner = scanner;
	}

	/**
	 * Parses a path.
	 * @param path the path
	 * @return the query, with the patterns that it uses
	 * @throws BadArgumentException if it is not a path, with the character and the reason
	 */
	static JsonQuery parse(String path) {
		JsonPathParser parser = new JsonPathParser(new JsonPathScanner(path));
		if (!parser.scanner.take("$")) {
			throw parser.scanner.malformed("it starts with $");
		}
		JsonPath parsed = new JsonPath(true, parser.segments());
		if (!parser.scanner.isAtEnd()) {
			throw parser.scanner.malformed("a dot, a square bracket or the end is expected");
		}
		return new JsonQuery(parsed, parser.patterns);
	}

	private List<JsonPath.Segment> segments() {
		List<JsonPath.Segment> segments = new ArrayList<>();
		while (true) {
			int start = this.scanner.index();
			this.scanner.skipSpace();
			boolean descendant = this.scanner.take("..");
			if (this.scanner.isAt('[')) {
				segments.add(new JsonPath.Segment(descendant, selectors()));
			}
			else if (descendant || this.scanner.take(".")) {
				JsonPath.Selector selector = this.scanner.take("*") ? new JsonPath.Wildcard()
						: new JsonPath.Name(this.scanner.shorthand());
				segments.add(new JsonPath.Segment(descendant, List.of(selector)));
			}
			else {
				this.scanner.back(start);
				return segments;
			}
		}
	}

	private List<JsonPath.Selector> selectors() {
		this.scanner.open("[");
		List<JsonPath.Selector> selectors = new ArrayList<>();
		do {
			this.scanner.skipSpace();
			selectors.add(selector());
			this.scanner.skipSpace();
		}
		while (this.scanner.take(","));
		this.scanner.close("]");
		return selectors;
	}

	private JsonPath.Selector selector() {
		if (this.scanner.isAt('"') || this.scanner.isAt('\'')) {
			return new JsonPath.Name(this.scanner.string());
		}
		if (this.scanner.take("*")) {
			return new JsonPath.Wildcard();
		}
		if (this.scanner.take("?")) {
			return new JsonPath.Filter(or());
		}
		Long start = this.scanner.isAtNumber() ? (Long) this.scanner.integer() : null;
		int end = this.scanner.index();
		this.scanner.skipSpace();
		if (this.scanner.take(":")) {
			return slice(start);
		}
		this.scanner.back(end);
		if (start == null) {
			throw this.scanner
				.malformed("a selector is expected: a name in quotation marks, *, ?, a number or a slice");
		}
		return new JsonPath.Index(start);
	}

	private JsonPath.Slice slice(@Nullable Long start) {
		this.scanner.skipSpace();
		Long end = this.scanner.isAtNumber() ? (Long) this.scanner.integer() : null;
		this.scanner.skipSpace();
		long step = 1;
		if (this.scanner.take(":")) {
			this.scanner.skipSpace();
			step = this.scanner.isAtNumber() ? this.scanner.integer() : 1;
		}
		return new JsonPath.Slice(start, end, step);
	}

	private JsonPath.Condition or() {
		List<JsonPath.Condition> conditions = new ArrayList<>();
		do {
			conditions.add(and());
			this.scanner.skipSpace();
		}
		while (this.scanner.take("||"));
		return (conditions.size() == 1) ? conditions.getFirst() : new JsonPath.Or(conditions);
	}

	private JsonPath.Condition and() {
		List<JsonPath.Condition> conditions = new ArrayList<>();
		do {
			this.scanner.skipSpace();
			conditions.add(basic());
			this.scanner.skipSpace();
		}
		while (this.scanner.take("&&"));
		return (conditions.size() == 1) ? conditions.getFirst() : new JsonPath.And(conditions);
	}

	private JsonPath.Condition basic() {
		boolean negated = this.scanner.take("!");
		this.scanner.skipSpace();
		JsonPath.Condition condition;
		int start = this.scanner.index();
		if (this.scanner.isAt('(')) {
			this.scanner.open("(");
			condition = or();
			this.scanner.close(")");
		}
		else {
			JsonPath.Term left = term();
			int end = this.scanner.index();
			this.scanner.skipSpace();
			String operator = this.scanner.operator();
			if (operator.isEmpty()) {
				this.scanner.back(end);
				condition = test(left, start);
			}
			else if (negated) {
				throw this.scanner.malformed("the ! is before a comparison, which must be in brackets");
			}
			else {
				this.scanner.skipSpace();
				JsonPath.Operand first = operand(left, start);
				start = this.scanner.index();
				condition = new JsonPath.Comparison(first, operator, operand(term(), start));
			}
		}
		return negated ? new JsonPath.Not(condition) : condition;
	}

	private JsonPath.Condition test(JsonPath.Term term, int start) {
		return switch (term) {
			case JsonPath.Condition condition -> condition;
			case JsonPath.Nodes nodes -> new JsonPath.Exists(nodes.path());
			default -> throw this.scanner.malformed(start, "a value is no condition; compare it");
		};
	}

	private JsonPath.Operand operand(JsonPath.Term term, int start) {
		if (!(term instanceof JsonPath.Operand operand)) {
			throw this.scanner.malformed(start, "match and search are conditions, and have no value");
		}
		if (operand instanceof JsonPath.Nodes nodes && !nodes.path().isSingular()) {
			throw this.scanner.malformed(start, "only a path of names and indexes has one value");
		}
		return operand;
	}

	private JsonPath nodes(JsonPath.Term term, int start) {
		if (!(term instanceof JsonPath.Nodes nodes)) {
			throw this.scanner.malformed(start, "count and value take a path");
		}
		return nodes.path();
	}

	private JsonPath.Term term() {
		if (this.scanner.take("@")) {
			return new JsonPath.Nodes(new JsonPath(false, segments()));
		}
		if (this.scanner.take("$")) {
			return new JsonPath.Nodes(new JsonPath(true, segments()));
		}
		if (this.scanner.isAt('"') || this.scanner.isAt('\'')) {
			return new JsonPath.Constant(new JsonTree.Text(this.scanner.string(), 0));
		}
		if (this.scanner.isAtNumber()) {
			return new JsonPath.Constant(new JsonTree.Literal(this.scanner.number(), 0));
		}
		int start = this.scanner.index();
		String word = this.scanner.word();
		if (this.scanner.isAt('(')) {
			return function(word, start);
		}
		return switch (word) {
			case "true", "false", "null" -> new JsonPath.Constant(new JsonTree.Literal(word, 0));
			default ->
				throw this.scanner.malformed(start, "a value is expected: a path from @ or $, a literal or a function");
		};
	}

	private JsonPath.Term function(String name, int start) {
		this.scanner.open("(");
		this.scanner.skipSpace();
		int first = this.scanner.index();
		JsonPath.Term term = switch (name) {
			case "length" -> new JsonPath.Length(operand(term(), first));
			case "count" -> new JsonPath.Count(nodes(term(), first));
			case "value" -> new JsonPath.ValueOf(nodes(term(), first));
			case "match", "search" -> matches(operand(term(), first), name.equals("match"));
			default -> throw this.scanner.malformed(start, "the functions are length, count, value, match and search");
		};
		this.scanner.skipSpace();
		this.scanner.close(")");
		return term;
	}

	private JsonPath.Matches matches(JsonPath.Operand text, boolean whole) {
		this.scanner.skipSpace();
		if (!this.scanner.take(",")) {
			throw this.scanner.malformed("match and search take a value, a comma and a pattern");
		}
		this.scanner.skipSpace();
		int start = this.scanner.index();
		if (!this.scanner.isAt('"') && !this.scanner.isAt('\'')) {
			throw this.scanner.malformed("a pattern must be in quotation marks here, not in the JSON");
		}
		Pattern pattern = Patterns.compile("the pattern at " + this.scanner.place(start) + " of 'path'",
				this.scanner.string());
		this.patterns.add(pattern);
		return new JsonPath.Matches(text, pattern, whole);
	}

}
