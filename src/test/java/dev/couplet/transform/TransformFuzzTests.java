package dev.couplet.transform;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fuzzes every built-in transform. An input has the name of one in its first line, its
 * arguments in the second, and the text after that. Whatever stands there is taken for
 * some transform and for arguments that it allows.
 */
class TransformFuzzTests {

	private static final SizeLimit LIMIT = new SizeLimit(10_000);

	private static final SizeLimit NO_LIMIT = new SizeLimit(1L << 40);

	private final List<Transform> transforms = BuiltInTransforms.all();

	private final Catalogue catalogue = new Catalogue(this.transforms);

	@FuzzTest
	void givesAWellFormedResultWithinTheLimitOrARefusal(byte[] bytes) {
		String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n", 3);
		Transform transform = transform(lines[0]);
		String text = lines[lines.length - 1];
		String recipe = transform.name() + arguments(transform, (lines.length > 1) ? lines[1] : "");
		String result = run(recipe, text, LIMIT);
		if (result != null) {
			assertThat(Utf8.isWellFormed(result)).as(recipe).isTrue();
			assertThat(Utf8.size(result)).as(recipe).isLessThanOrEqualTo(LIMIT.bytes());
			assertThat(run(recipe, text, LIMIT)).as(recipe).isEqualTo(result);
			readBack(transform.name(), text, result);
		}
	}

	private void readBack(String name, String text, String result) {
		if (name.endsWith("-encode")) {
			String decoder = name.replace("-encode", "-decode");
			assertThat(run(decoder, result, NO_LIMIT)).as(decoder).isEqualTo(text);
		}
		else if (name.endsWith("-decode")) {
			String there = name.replace("-decode", "-encode");
			assertThat(run(there + "," + name, result, NO_LIMIT)).as(there).isEqualTo(result);
		}
		else if (name.equals("rot13")) {
			assertThat(run(name, result, NO_LIMIT)).isEqualTo(text);
		}
		else if (isTheSameAgain(name, text)) {
			assertThat(run(name, result, NO_LIMIT)).as(name).isEqualTo(result);
		}
	}

	private static boolean isTheSameAgain(String name, String text) {
		// a carriage return at the end of a line may come to stand before a line feed,
		// and
		// is a part of the line end from then on
		boolean lines = name.endsWith("-lines") && text.indexOf('\r') < 0;
		return name.matches("nfk?[cd]|trim|collapse-whitespace|slugify|to-ascii")
				|| (lines && name.matches("(remove-blank|unique|sort)-lines"));
	}

	private @Nullable String run(String recipe, String text, SizeLimit limit) {
		try {
			return this.catalogue.compile(Recipe.parse(recipe)).apply(text, limit);
		}
		catch (TextRefusedException | TextTooLargeException ex) {
			assertThat(ex).hasMessageMatching("[ -~]{10,199}");
			return null;
		}
	}

	private Transform transform(String name) {
		Transform named = this.catalogue.find(name);
		return (named != null) ? named : this.transforms.get(Math.floorMod(name.hashCode(), this.transforms.size()));
	}

	private static String arguments(Transform transform, String line) {
		String[] given = line.split("\t", -1);
		List<String> arguments = new ArrayList<>();
		for (Parameter<?> parameter : transform.parameters()) {
			String argument = (arguments.size() < given.length) ? given[arguments.size()] : "";
			arguments.add(parameter.type().equals("integer") ? number(parameter, argument) : text(parameter, argument));
		}
		return arguments.stream()
			.map((argument) -> UriUtils.encode(argument, StandardCharsets.UTF_8))
			.map((argument) -> argument.replace(".", "%2E"))
			.collect(Collectors.joining(":", arguments.isEmpty() ? "" : "=", ""));
	}

	private static String number(Parameter<?> parameter, String argument) {
		long number = argument.matches("[0-9]{1,9}") ? Long.parseLong(argument) : argument.hashCode();
		boolean allowed = number >= parameter.min() && number <= parameter.max();
		long range = 1L + parameter.max() - parameter.min();
		return Long.toString(allowed ? number : parameter.min() + Math.floorMod(number, range));
	}

	private static String text(Parameter<?> parameter, String argument) {
		// as long as leaves room for it in a recipe, percent-encoded
		int most = Math.min(parameter.max(), 30);
		int[] characters = argument.codePoints().limit(most).toArray();
		String text = new String(characters, 0, characters.length);
		return text + "x".repeat(Math.max(0, parameter.min() - characters.length));
	}

}
