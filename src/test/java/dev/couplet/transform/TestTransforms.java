package dev.couplet.transform;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A few transforms that are simple to reason about.
 */
final class TestTransforms {

	static final Transform UPPER = Transform.named("upper")
		.describedAs("Upper case.")
		.example("upper", "poem", "POEM")
		.applying((text) -> text.toUpperCase(Locale.ROOT));

	static final Transform TWICE = Transform.named("twice")
		.describedAs("The text, twice.")
		.example("twice", "ab", "abab")
		.applying((text) -> text + text);

	static final Transform HALF = Transform.named("half")
		.describedAs("The first half.")
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
