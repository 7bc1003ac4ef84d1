package dev.couplet.transform;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fuzzes every built-in transform. The first line of an input selects a transform, the
 * second its arguments, and the rest is the value. Any input is mapped to a transform and
 * to valid arguments.
 */
class TransformFuzzTests {

	private static final SizeLimit LIMIT = new SizeLimit(10_000);

	private static final SizeLimit NO_LIMIT = new SizeLimit(1L << 40);

	private final List<Transform> transforms = BuiltInTransforms.all();

	private final Map<String, String> inverses = inverses();

	private final Map<String, String> encoders = this.inverses.entrySet()
		.stream()
		.collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

	private final Catalogue catalogue = new Catalogue(this.transforms);

	@FuzzTest
	void returnsAValueWithinTheLimitOrRefusesTheInput(byte[] bytes) {
		String[] lines = new String(bytes, StandardCharsets.ISO_8859_1).split("\n", 3);
		Transform transform = transform(lines[0]);
		// any bytes where it takes bytes, and a text with every malformed byte replaced
		// where it takes a text
		Value value = Value.of(lines[lines.length - 1].getBytes(StandardCharsets.ISO_8859_1));
		if (transform.takes() == Kind.TEXT) {
			value = Value.of(new String(value.bytes(), StandardCharsets.UTF_8));
		}
		String line = (lines.length > 1) ? lines[1] : "";
		String recipe = transform.name() + arguments(transform, line) + brackets(transform, line);
		Value result = run(recipe, value, LIMIT);
		if (result != null) {
			assertThat(result.kind()).as(recipe).isSameAs(transform.gives());
			assertThat(result.kind() == Kind.BYTES || Utf8.isWellFormed(result.text())).as(recipe).isTrue();
			assertThat(result.size()).as(recipe).isLessThanOrEqualTo(LIMIT.bytes());
			assertThat(run(recipe, value, LIMIT)).as(recipe).isEqualTo(result);
			checkInverse(recipe, value, result);
		}
	}

	private void checkInverse(String recipe, Value value, Value result) {
		String name = Recipe.parse(recipe).steps().getFirst().name();
		String inverse = this.inverses.get(name);
		if (inverse != null) {
			assertThat(run(inverse, result, NO_LIMIT)).as(inverse).isEqualTo(value);
		}
		else if (this.encoders.containsKey(name)) {
			String encoder = this.encoders.get(name);
			assertThat(run(encoder + "," + name, result, NO_LIMIT)).as(encoder).isEqualTo(result);
		}
		else if (value.kind() == Kind.TEXT && isIdempotent(name, value.text())) {
			assertThat(run(recipe, result, NO_LIMIT)).as(recipe).isEqualTo(result);
		}
	}

	// two steps without arguments, of which the second restores the value of the first
	private static Map<String, String> inverses() {
		return RecipeList.read("inverse")
			.filter((recipe) -> !recipe.contains("="))
			.map((recipe) -> recipe.split(","))
			.collect(Collectors.toMap((steps) -> steps[0], (steps) -> steps[1]));
	}

	private static boolean isIdempotent(String name, String text) {
		// a carriage return at the end of a line can end up before a line feed, where it
		// is part of the line break
		boolean lines = name.endsWith("-lines") && text.indexOf('\r') < 0;
		return name.matches("nfk?[cd]|trim|collapse-whitespace|slugify|to-ascii")
				|| (lines && name.matches("(remove-blank|unique|sort)-lines"));
	}

	private @Nullable Value run(String recipe, Value value, SizeLimit limit) {
		try {
			return this.catalogue.compile(Recipe.parse(recipe)).apply(value, limit);
		}
		catch (ValueRefusedException | ValueTooLargeException | BadArgumentException ex) {
			assertThat(ex).hasMessageMatching("[ -~]{10,199}");
			return null;
		}
	}

	private Transform transform(String name) {
		Transform named = this.catalogue.find(name);
		return (named != null) ? named : this.transforms.get(Math.floorMod(name.hashCode(), this.transforms.size()));
	}

	private String brackets(Transform transform, String line) {
		if (!transform.hasBrackets()) {
			return "";
		}
		Transform inner = this.transforms.get(Math.floorMod(line.hashCode(), this.transforms.size()));
		return "(" + inner.name() + arguments(inner, line) + (inner.hasBrackets() ? "(cummingsify,sha256)" : "") + ")";
	}

	private static String arguments(Transform transform, String line) {
		String[] given = line.split("\t", -1);
		List<String> arguments = new ArrayList<>();
		for (Parameter<?> parameter : transform.parameters()) {
			String argument = (arguments.size() < given.length) ? given[arguments.size()] : "";
			arguments.add(argument(parameter, argument));
		}
		return arguments.stream()
			.map((argument) -> UriUtils.encode(argument, StandardCharsets.UTF_8))
			.map((argument) -> argument.replace(".", "%2E"))
			.collect(Collectors.joining(":", arguments.isEmpty() ? "" : "=", ""));
	}

	private static String argument(Parameter<?> parameter, String argument) {
		if (!parameter.choices().isEmpty()) {
			return parameter.choices().get(Math.floorMod(argument.hashCode(), parameter.choices().size()));
		}
		return parameter.type().equals("integer") ? number(parameter, argument) : text(parameter, argument);
	}

	private static String number(Parameter<?> parameter, String argument) {
		long number = argument.matches("[0-9]{1,9}") ? Long.parseLong(argument) : argument.hashCode();
		boolean allowed = number >= parameter.min() && number <= parameter.max();
		long range = 1L + parameter.max() - parameter.min();
		return Long.toString(allowed ? number : parameter.min() + Math.floorMod(number, range));
	}

	private static String text(Parameter<?> parameter, String argument) {
		// short enough to fit into a recipe when percent-encoded
		int maxLength = Math.min(parameter.max(), 30);
		int[] characters = argument.codePoints().limit(maxLength).toArray();
		String text = new String(characters, 0, characters.length);
		return text + "x".repeat(Math.max(0, parameter.min() - characters.length));
	}

}
