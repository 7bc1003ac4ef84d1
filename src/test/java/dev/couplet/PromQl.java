package dev.couplet;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The metrics and labels in a PromQL query. Supports as much of the language as this
 * project's queries use.
 *
 * @param selectors the selectors of series
 * @param groupings the labels to group by
 */
record PromQl(List<Selector> selectors, Set<String> groupings) {

	private static final Pattern GROUPING = Pattern.compile("\\b(?:by|without|on|ignoring)\\s*\\(([^)]*)\\)");

	private static final Pattern SELECTOR = Pattern
		.compile("\\b(?!(?:and|or|unless|bool)\\b)([a-zA-Z_:][a-zA-Z0-9_:]*)\\b(?!\\s*\\()(?:\\{([^}]*)})?");

	private static final Pattern MATCHER = Pattern.compile("([a-zA-Z_]+)\\s*(=~|!~|!=|=)\\s*\"([^\"]*)\"");

	static PromQl parse(String query) {
		Set<String> groupings = new LinkedHashSet<>();
		String rest = query.replaceAll("\\[[^]]*]", "");
		GROUPING.matcher(rest).results().forEach((match) -> groupings.addAll(List.of(match.group(1).split(",\\s*"))));
		rest = GROUPING.matcher(rest).replaceAll("");
		List<Selector> selectors = new ArrayList<>();
		Matcher found = SELECTOR.matcher(rest);
		while (found.find()) {
			selectors.add(new Selector(found.group(1), matchers(found.group(2))));
		}
		return new PromQl(selectors, groupings);
	}

	private static List<Label> matchers(@Nullable String inBraces) {
		return (inBraces != null) ? MATCHER.matcher(inBraces)
			.results()
			.map((match) -> new Label(match.group(1), match.group(2).startsWith("!"),
					List.of(match.group(3).split("\\|"))))
			.toList() : List.of();
	}

	/**
	 * A selector of series.
	 *
	 * @param metric the metric name
	 * @param labels the label matchers
	 */
	record Selector(String metric, List<Label> labels) {

	}

	/**
	 * A label matcher.
	 *
	 * @param name the label's name
	 * @param negated whether the label must have none of the values
	 * @param values the values that the label is compared with
	 */
	record Label(String name, boolean negated, List<String> values) {

		/**
		 * Returns whether the values are those of a variable of the dashboard.
		 */
		boolean isVariable() {
			return this.values.getFirst().startsWith("$");
		}

		/**
		 * Returns whether a series with these labels is selected. A variable selects any
		 * value.
		 */
		boolean selects(Map<String, String> series) {
			return isVariable() ? series.containsKey(this.name)
					: this.values.contains(series.getOrDefault(this.name, "")) != this.negated;
		}

	}

}
