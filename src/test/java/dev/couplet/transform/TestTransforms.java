package dev.couplet.transform;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A few simple transforms.
 */
final class TestTransforms {

	static final Transform UPPER = Transform.named("upper")
		.describedAs("Converts the text to upper case.")
		.example("upper", "poem", "POEM")
		.applying((text) -> text.toUpperCase(Locale.ROOT));

	static final Transform TWICE = Transform.named("twice")
		.describedAs("Repeats the text.")
		.example("twice", "ab", "abab")
		.applying((text) -> text + text);

	static final Transform HALF = Transform.named("half")
		.describedAs("Keeps the first half.")
		.example("half", "abcd", "ab")
		.applying((text) -> text.substring(0, text.length() / 2));

	private TestTransforms() {
	}

	static Catalogue catalogue(Transform... more) {
		return new Catalogue(Stream.concat(Stream.of(UPPER, TWICE, HALF), Stream.of(more)).toList());
	}

	static TransformService service(int limit, Transform... more) {
		return new TransformService(catalogue(more), new SizeLimit(limit));
	}

	static List<String> names(Catalogue catalogue) {
		return catalogue.transforms().stream().map(Transform::name).toList();
	}

}
