package dev.couplet.transform.library;

import java.io.Writer;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.ValueRefusedException;
import org.jspecify.annotations.Nullable;

/**
 * Renders a template once. The template sees JSON and no objects of Java, and sections in
 * sections cannot take more steps than a multiple of the length of the JSON.
 */
final class MustacheRun implements Mustache.Collector {

	private static final long STEPS_FOR_EACH_CHARACTER = 10;

	private static final long MIN_STEPS = 100_000;

	private final SizeLimit limit;

	private long steps;

	MustacheRun(SizeLimit limit) {
		this.limit = limit;
	}

	/**
	 * Checks a template.
	 * @param template the template
	 * @throws MustacheException if it is malformed, has a tag that is not closed, or a
	 * partial
	 */
	static void check(String template) {
		new MustacheRun(new SizeLimit(1)).compile(template).visit(new TemplateCheck(template.contains("{{=")));
	}

	private Template compile(String template) {
		return Mustache.compiler()
			.withCollector(this)
			.withFormatter(MustacheRun::format)
			.defaultValue("")
			.compile(template);
	}

	/**
	 * Renders a template.
	 * @param template the template
	 * @param text a JSON object
	 * @return the result
	 * @throws ValueRefusedException if the text is not a JSON object, or the template
	 * takes too many steps for it
	 */
	String render(String template, String text) {
		JsonTree tree = JsonReader.read(text);
		if (!(tree instanceof JsonTree.Members object)) {
			throw TextPosition.refusal("JSON that is not an object", text, tree.at(),
					"a template finds names in an object");
		}
		this.steps = MIN_STEPS + STEPS_FOR_EACH_CHARACTER * text.length();
		LimitedBuilder result = new LimitedBuilder(this.limit);
		try {
			compile(template).execute(java(object), writingTo(result));
		}
		catch (MustacheException ex) {
			// its message quotes the value
			throw new ValueRefusedException("the template cannot be rendered with this JSON");
		}
		return result.toString();
	}

	private static Writer writingTo(LimitedBuilder result) {
		return new Writer() {

			@Override
			public void write(char[] units, int offset, int length) {
				result.append(new String(units, offset, length));
			}

			@Override
			public void flush() {
				// all is written
			}

			@Override
			public void close() {
				// nothing is open
			}

		};
	}

	private static @Nullable Object java(JsonTree tree) {
		return switch (tree) {
			case JsonTree.Text string -> string.value();
			case JsonTree.Literal literal -> java(literal);
			case JsonTree.Elements array -> array.elements().stream().map(MustacheRun::java).toList();
			case JsonTree.Members object -> {
				Map<String, @Nullable Object> map = new HashMap<>();
				object.members().forEach((key, value) -> map.put(key, java(value)));
				yield map;
			}
		};
	}

	private static @Nullable Object java(JsonTree.Literal literal) {
		return switch (literal.word()) {
			case "null" -> null;
			case "true" -> true;
			case "false" -> false;
			default -> literal.word();
		};
	}

	private static String format(Object value) {
		if (value instanceof Map || value instanceof List) {
			throw new ValueRefusedException(
					"the template names an object or array where it needs a text; put it into a section");
		}
		return value.toString();
	}

	private void countStep() {
		if (--this.steps < 0) {
			throw new ValueRefusedException(
					"the template takes too many steps for this JSON; put fewer sections into sections");
		}
	}

	@Override
	public @Nullable Iterator<?> toIterator(Object value) {
		countStep();
		if (!(value instanceof List<?> list)) {
			return null;
		}
		Iterator<?> elements = list.iterator();
		return new Iterator<@Nullable Object>() {

			@Override
			public boolean hasNext() {
				return elements.hasNext();
			}

			@Override
			public @Nullable Object next() {
				countStep();
				return elements.next();
			}

		};
	}

	@Override
	public Mustache.VariableFetcher createFetcher(Object context, String name) {
		return this::fetch;
	}

	private @Nullable Object fetch(Object context, String name) {
		countStep();
		if (context instanceof Map<?, ?> map && map.containsKey(name)) {
			return map.get(name);
		}
		return Template.NO_FETCHER_FOUND;
	}

	@Override
	public <K, V> Map<K, V> createFetcherCache() {
		return Collections.synchronizedMap(new HashMap<>());
	}

}
