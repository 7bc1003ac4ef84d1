package dev.couplet.transform;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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

	@ParameterizedTest
	@CsvSource({ "cummingsfy, cummingsify", "cummingsify2, cummingsify", "cummingsifi, cummingsify", "Trim, trim",
			"tirm, trim" })
	void suggestsSimilarNamesMostSimilarFirst(String name, String near) {
		assertThat(nearNames(name)).startsWith(near);
	}

	@Test
	void suggestsNamesThatStartWithTheName() {
		Catalogue encodings = new Catalogue(
				Stream.of("base64-encode", "base64-decode", "wrap").map(CatalogueTests::transform).toList());
		assertThatExceptionOfType(UnknownTransformException.class).isThrownBy(() -> encodings.get("base64"))
			.satisfies((ex) -> assertThat(ex.nearNames()).containsExactly("base64-decode", "base64-encode"));
	}

	@Test
	void suggestsAtMostThreeNames() {
		assertThat(nearNames("nfk")).containsExactly("nfc", "nfd", "nfkc");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "sonnet", "java.lang.System" })
	void suggestsNothingWhenNoNameIsSimilar(String name) {
		assertThat(nearNames(name)).isEmpty();
	}

	@Test
	void suggestsNothingForALongName() {
		assertThat(nearNames("cummingsify".repeat(1000))).isEmpty();
	}

	@Test
	void truncatesAndEscapesAnUnknownNameInTheMessage() {
		String name = "\u0007\u202e" + "x".repeat(1000);
		assertThatExceptionOfType(UnknownTransformException.class).isThrownBy(() -> this.catalogue.get(name))
			.withMessageMatching("there is no transform '\\\\u0007\\\\u202ex{1,28}[.]{3}'");
	}

	private List<String> nearNames(String name) {
		return catchThrowableOfType(UnknownTransformException.class, () -> this.catalogue.get(name)).nearNames();
	}

}
