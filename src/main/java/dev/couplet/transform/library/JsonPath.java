package dev.couplet.transform.library;

import java.util.List;

import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A query of JSONPath (RFC 9535).
 *
 * @param absolute whether it starts at the root, and not at the current value of a filter
 * @param segments the segments
 */
record JsonPath(boolean absolute, List<Segment> segments) {

	/**
	 * Returns whether the query selects at most one value, whatever the JSON.
	 * @return whether all segments are a name or an index
	 */
	boolean isSingular() {
		return this.segments.stream().allMatch(Segment::isSingular);
	}

	/**
	 * A segment.
	 *
	 * @param descendant whether it applies to all descendants too
	 * @param selectors its selectors
	 */
	record Segment(boolean descendant, List<Selector> selectors) {

		boolean isSingular() {
			return !this.descendant && this.selectors.size() == 1
					&& (this.selectors.getFirst() instanceof Name || this.selectors.getFirst() instanceof Index);
		}

	}

	/**
	 * Selects children of a value.
	 */
	sealed interface Selector {

	}

	record Name(String name) implements Selector {

	}

	record Wildcard() implements Selector {

	}

	record Index(long index) implements Selector {

	}

	record Slice(@Nullable Long start, @Nullable Long end, long step) implements Selector {

	}

	record Filter(Condition condition) implements Selector {

	}

	/**
	 * A part of a filter: something that is true or false, or a value.
	 */
	sealed interface Term {

	}

	/**
	 * Something that is true or false.
	 */
	sealed interface Condition extends Term {

	}

	record Or(List<Condition> conditions) implements Condition {

	}

	record And(List<Condition> conditions) implements Condition {

	}

	record Not(Condition condition) implements Condition {

	}

	record Exists(JsonPath path) implements Condition {

	}

	record Comparison(Operand left, String operator, Operand right) implements Condition {

	}

	record Matches(Operand text, Pattern pattern, boolean whole) implements Condition {

	}

	/**
	 * Something that is a value or nothing.
	 */
	sealed interface Operand extends Term {

	}

	record Constant(JsonTree value) implements Operand {

	}

	record Nodes(JsonPath path) implements Operand {

	}

	record Length(Operand value) implements Operand {

	}

	record Count(JsonPath path) implements Operand {

	}

	record ValueOf(JsonPath path) implements Operand {

	}

}
