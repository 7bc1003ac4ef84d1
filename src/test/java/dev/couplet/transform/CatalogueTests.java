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
	void searchesNamesThenSynonymsThenCategoriesAndDescriptions() {
		Catalogue builtIn = new Catalogue(BuiltInTransforms.all());
		assertThat(names(builtIn.search("trim"))).startsWith("trim");
		assertThat(names(builtIn.search("Uniq"))).startsWith("unique-lines");
		assertThat(names(builtIn.search("hex"))).startsWith("hex-decode", "hex-encode").contains("crc32");
		assertThat(names(builtIn.search("tac"))).startsWith("reverse-lines");
		assertThat(names(builtIn.search("white space"))).contains("trim", "dedent", "collapse-whitespace");
		assertThat(names(builtIn.search("grapheme"))).contains("reverse", "truncate");
	}

	@Test
	void aSearchRequiresAllWords() {
		Catalogue builtIn = new Catalogue(BuiltInTransforms.all());
		assertThat(names(builtIn.search(" lines  blank "))).startsWith("remove-blank-lines", "squeeze-blank-lines")
			.contains("dedent", "each-paragraph", "indent")
			.doesNotContain("head", "trim");
		assertThat(builtIn.search("lines nonsense")).isEmpty();
	}

	@Test
	void aBlankSearchFindsAll() {
		assertThat(this.catalogue.search(" \t")).isEqualTo(this.catalogue.transforms());
	}

	private static List<String> names(List<Transform> transforms) {
		return transforms.stream().map(Transform::name).toList();
	}

	@Test
	void aTransformIsInTheCategoryThatItIsGiven() {
		Transform trim = transform("trim");
		assertThat(trim.category()).isEqualTo("custom");
		assertThat(trim.inCategory("white space").category()).isEqualTo("white space");
		assertThat(trim.inCategory("white space").name()).isEqualTo("trim");
	}

	@Test
	void truncatesAndEscapesAnUnknownNameInTheMessage() {
		String name = "\u0007\u202e" + "x".repeat(1000);
		assertThatExceptionOfType(UnknownTransformException.class).isThrownBy(() -> this.catalogue.get(name))
			.withMessageMatching("there is no transform '\\\\u0007\\\\u202ex{1,28}[.]{3}'");
	}

}
