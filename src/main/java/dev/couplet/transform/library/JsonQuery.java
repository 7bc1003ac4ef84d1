package dev.couplet.transform.library;

import java.util.List;

import com.google.re2j.Pattern;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.TransformFunction;

/**
 * Selects values of JSON, and writes them as an array.
 *
 * @param path the query
 * @param patterns the patterns that it uses
 */
record JsonQuery(JsonPath path, List<Pattern> patterns) implements TransformFunction<String, String> {

	static final int WEIGHT = 500;

	@Override
	public String apply(String text, SizeLimit limit) {
		return select(ByteOrderMark.without(text), limit);
	}

	@Override
	public int weight() {
		return this.patterns.stream().mapToInt(Patterns::weight).reduce(WEIGHT, Math::addExact);
	}

	@Override
	public boolean isSmall() {
		return this.patterns.size() <= 1 && this.patterns.stream().allMatch(Patterns::isSmall);
	}

	private String select(String text, SizeLimit limit) {
		JsonTree root = JsonReader.read(text);
		LimitedBuilder json = new LimitedBuilder(limit);
		new JsonPathRun(root, text.length()).select(this.path, root, (value) -> {
			json.append(json.isEmpty() ? "[" : ",");
			JsonWriter.write(value, 0, json);
			return true;
		});
		return json.append(json.isEmpty() ? "[]" : "]").toString();
	}

}
