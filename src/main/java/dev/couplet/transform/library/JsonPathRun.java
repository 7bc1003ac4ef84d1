package dev.couplet.transform.library;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

import com.google.re2j.Matcher;
import dev.couplet.transform.ValueRefusedException;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates queries on one JSON value, with a limit for the work. A path such as
 * {@code $..*..*} visits a value once for each of its ancestors, and a filter can start
 * at the root for each value.
 */
final class JsonPathRun {

	// visits for each UTF-16 code unit of the text. A value has at least two, and most
	// have ten
	private static final int VISITS = 8;

	private static final int VISITS_OF_SHORT_TEXT = 10_000;

	// how often a pattern can read the whole text
	private static final int READS = 2;

	private static final int READS_OF_SHORT_TEXT = 1000;

	// code units that are compared in the time of a visit
	private static final int COMPARED = 16;

	private final JsonTree root;

	private long visits;

	private long reads;

	/**
	 * Starts to evaluate.
	 * @param root the value
	 * @param length the length of its text
	 */
	JsonPathRun(JsonTree root, int length) {
		this.root = root;
		this.visits = (long) VISITS * length + VISITS_OF_SHORT_TEXT;
		this.reads = (long) READS * length + READS_OF_SHORT_TEXT;
	}

	/**
	 * Selects values, in the order of RFC 9535.
	 * @param path the query
	 * @param current the current value of a filter
	 * @param receiver receives each value, and returns whether it takes more
	 * @return whether the receiver took all
	 * @throws ValueRefusedException if that is too much work for the size of the JSON
	 */
	boolean select(JsonPath path, JsonTree current, Predicate<JsonTree> receiver) {
		return select(path.segments(), 0, path.absolute() ? this.root : current, receiver);
	}

	private boolean select(List<JsonPath.Segment> segments, int index, JsonTree value, Predicate<JsonTree> receiver) {
		visit(1);
		if (index == segments.size()) {
			return receiver.test(value);
		}
		JsonPath.Segment segment = segments.get(index);
		visit(segment.selectors().size() - 1L);
		for (JsonPath.Selector selector : segment.selectors()) {
			if (!select(selector, value, (child) -> select(segments, index + 1, child, receiver))) {
				return false;
			}
		}
		return !segment.descendant() || all(children(value), (child) -> select(segments, index, child, receiver));
	}

	// a loop and not a stream, which would take ten frames of the stack for each level
	private static boolean all(Collection<JsonTree> values, Predicate<JsonTree> predicate) {
		for (JsonTree value : values) {
			if (!predicate.test(value)) {
				return false;
			}
		}
		return true;
	}

	private boolean select(JsonPath.Selector selector, JsonTree value, Predicate<JsonTree> receiver) {
		return switch (selector) {
			case JsonPath.Name name -> selectOne(
					(value instanceof JsonTree.Members object) ? object.members().get(name.name()) : null, receiver);
			case JsonPath.Index index ->
				selectOne((value instanceof JsonTree.Elements array) ? element(array.elements(), index.index()) : null,
						receiver);
			case JsonPath.Wildcard wildcard -> all(children(value), receiver);
			case JsonPath.Filter filter ->
				all(children(value), (child) -> !isTrue(filter.condition(), child) || receiver.test(child));
			case JsonPath.Slice slice ->
				!(value instanceof JsonTree.Elements array) || select(slice, array.elements(), receiver);
		};
	}

	private static boolean selectOne(@Nullable JsonTree value, Predicate<JsonTree> receiver) {
		return value == null || receiver.test(value);
	}

	private static @Nullable JsonTree element(List<JsonTree> elements, long index) {
		long place = (index < 0) ? elements.size() + index : index;
		return (place >= 0 && place < elements.size()) ? elements.get((int) place) : null;
	}

	// the algorithm of RFC 9535, section 2.3.4.2.2
	private static boolean select(JsonPath.Slice slice, List<JsonTree> elements, Predicate<JsonTree> receiver) {
		int size = elements.size();
		long step = slice.step();
		if (step == 0) {
			return true;
		}
		long first = (step > 0) ? 0 : -1;
		long last = (step > 0) ? size : size - 1;
		long start = bound(slice.start(), (step > 0) ? 0 : size - 1, size, first, last);
		long end = bound(slice.end(), (step > 0) ? size : -size - 1, size, first, last);
		for (long place = start; (step > 0) ? place < end : place > end; place += step) {
			if (!receiver.test(elements.get((int) place))) {
				return false;
			}
		}
		return true;
	}

	private static long bound(@Nullable Long given, long absent, int size, long first, long last) {
		long place = (given != null) ? given : absent;
		return Math.clamp((place < 0) ? size + place : place, first, last);
	}

	private static Collection<JsonTree> children(JsonTree value) {
		return switch (value) {
			case JsonTree.Elements array -> array.elements();
			case JsonTree.Members object -> object.members().values();
			default -> List.of();
		};
	}

	private boolean isTrue(JsonPath.Condition condition, JsonTree current) {
		visit(1);
		return switch (condition) {
			case JsonPath.Or or -> or.conditions().stream().anyMatch((each) -> isTrue(each, current));
			case JsonPath.And and -> and.conditions().stream().allMatch((each) -> isTrue(each, current));
			case JsonPath.Not not -> !isTrue(not.condition(), current);
			case JsonPath.Exists exists -> !select(exists.path(), current, (value) -> false);
			case JsonPath.Comparison comparison -> isTrue(comparison, current);
			case JsonPath.Matches matches -> isTrue(matches, current);
		};
	}

	private boolean isTrue(JsonPath.Comparison comparison, JsonTree current) {
		JsonTree left = value(comparison.left(), current);
		JsonTree right = value(comparison.right(), current);
		return switch (comparison.operator()) {
			case "==" -> isEqual(left, right);
			case "!=" -> !isEqual(left, right);
			case "<" -> isLess(left, right);
			case ">" -> isLess(right, left);
			case "<=" -> isLess(left, right) || isEqual(left, right);
			default -> isLess(right, left) || isEqual(left, right);
		};
	}

	private boolean isTrue(JsonPath.Matches matches, JsonTree current) {
		if (!(value(matches.text(), current) instanceof JsonTree.Text text)) {
			return false;
		}
		this.reads -= text.value().length();
		if (this.reads < 0) {
			throw new ValueRefusedException("the patterns of the path read the JSON more than " + READS
					+ " times; they should be applied to fewer values");
		}
		Matcher matcher = Patterns.matcher(matches.pattern(), text.value());
		return matches.whole() ? matcher.matches() : matcher.find();
	}

	private @Nullable JsonTree value(JsonPath.Operand operand, JsonTree current) {
		return switch (operand) {
			case JsonPath.Constant constant -> constant.value();
			case JsonPath.Nodes nodes -> onlyValue(nodes.path(), current);
			case JsonPath.ValueOf nodes -> onlyValue(nodes.path(), current);
			case JsonPath.Count count -> {
				long[] found = { 0 };
				select(count.path(), current, (value) -> ++found[0] > 0);
				yield number(found[0]);
			}
			case JsonPath.Length length -> switch (value(length.value(), current)) {
				case JsonTree.Text text -> {
					visit(text.value().length() / COMPARED);
					yield number(text.value().codePointCount(0, text.value().length()));
				}
				case JsonTree.Elements array -> number(array.elements().size());
				case JsonTree.Members object -> number(object.members().size());
				case null, default -> null;
			};
		};
	}

	private @Nullable JsonTree onlyValue(JsonPath path, JsonTree current) {
		JsonTree[] found = new JsonTree[1];
		boolean only = select(path, current, (value) -> {
			boolean first = found[0] == null;
			found[0] = value;
			return first;
		});
		return only ? found[0] : null;
	}

	private static JsonTree number(long number) {
		return new JsonTree.Literal(Long.toString(number), 0);
	}

	private boolean isEqual(@Nullable JsonTree left, @Nullable JsonTree right) {
		visit(1);
		if (left instanceof JsonTree.Text first && right instanceof JsonTree.Text second) {
			visit(Math.min(first.value().length(), second.value().length()) / COMPARED);
			return first.value().equals(second.value());
		}
		if (left instanceof JsonTree.Literal first && right instanceof JsonTree.Literal second) {
			return first.isNumber() ? second.isNumber() && compareNumbers(first, second) == 0
					: first.word().equals(second.word());
		}
		if (left instanceof JsonTree.Elements first && right instanceof JsonTree.Elements second) {
			return first.elements().size() == second.elements().size() && areEqual(first.elements(), second.elements());
		}
		if (left instanceof JsonTree.Members first && right instanceof JsonTree.Members second) {
			return first.members().size() == second.members().size() && first.members()
				.entrySet()
				.stream()
				.allMatch((member) -> second.members().containsKey(member.getKey())
						&& isEqual(member.getValue(), second.members().get(member.getKey())));
		}
		return left == null && right == null;
	}

	private boolean areEqual(List<JsonTree> left, List<JsonTree> right) {
		for (int i = 0; i < left.size(); i++) {
			if (!isEqual(left.get(i), right.get(i))) {
				return false;
			}
		}
		return true;
	}

	private boolean isLess(@Nullable JsonTree left, @Nullable JsonTree right) {
		visit(1);
		if (left instanceof JsonTree.Text first && right instanceof JsonTree.Text second) {
			visit(Math.min(first.value().length(), second.value().length()) / COMPARED);
			return JsonTransforms.BY_CODE_POINT.compare(first.value(), second.value()) < 0;
		}
		return left instanceof JsonTree.Literal first && right instanceof JsonTree.Literal second && first.isNumber()
				&& second.isNumber() && compareNumbers(first, second) < 0;
	}

	private int compareNumbers(JsonTree.Literal left, JsonTree.Literal right) {
		visit(((long) left.word().length() + right.word().length()) / COMPARED);
		return JsonNumber.of(left.word()).compareTo(JsonNumber.of(right.word()));
	}

	private void visit(long values) {
		this.visits -= values;
		if (this.visits < 0) {
			throw new ValueRefusedException("the path visits the values of the JSON too often; "
					+ "it should have fewer .. and *, and no path from $ in a filter");
		}
	}

}
