package dev.couplet.transform;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Catalogue}.
 */
class CatalogueTests {

	private final Catalogue catalogue = new Catalogue(
			Stream.of("cummingsify", "nfc", "nfd", "nfkc", "nfkd", "trim").map(CatalogueTests::transform).toList());

	private static Transform transform(String name) {
		return Transform.named(name).applying(UnaryOperator.identity());
	}

	@Test
	void findsATransformByName() {
		assertThat(this.catalogue.get("trim").name()).isEqualTo("trim");
	}

	@Test
	void listsTransformsSortedByName() {
		Catalogue unordered = new Catalogue(Stream.of("c", "a", "b").map(CatalogueTests::transform).toList());
		assertThat(TestTransforms.names(unordered)).containsExactly("a", "b", "c");
	}

	@Test
	void rejectsDuplicateNames() {
		List<Transform> twins = List.of(transform("trim"), transform("trim"));
		assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> new Catalogue(twins))
			.withMessageContaining("trim");
	}

	@Test
	void truncatesAndEscapesAnUnknownNameInTheMessage() {
		String name = "\u0007\u202e" + "x".repeat(1000);
		assertThatExceptionOfType(UnknownTransformException.class).isThrownBy(() -> this.catalogue.get(name))
			.withMessageMatching("there is no transform '\\\\u0007\\\\u202ex{1,28}[.]{3}'");
	}

}
