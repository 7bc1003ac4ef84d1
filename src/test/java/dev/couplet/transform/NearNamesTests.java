package dev.couplet.transform;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import dev.couplet.transform.library.StandardLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link NearNames}.
 */
class NearNamesTests {

	private static final List<Transform> LIBRARY = new StandardLibrary().transforms();

	@ParameterizedTest
	@CsvSource({ "cummingsfy, cummingsify", "cummingsify2, cummingsify", "cummingsifi, cummingsify", "Trim, trim",
			"tirm, trim" })
	void suggestsSimilarNamesMostSimilarFirst(String name, String near) {
		assertThat(near(name, "cummingsify", "trim")).startsWith(near);
	}

	@Test
	void suggestsNamesThatStartWithTheName() {
		assertThat(near("base64", "base64-decode", "base64-encode", "wrap")).containsExactly("base64-decode",
				"base64-encode");
	}

	@Test
	void suggestsAtMostThreeNames() {
		assertThat(near("nfk", "nfc", "nfd", "nfkc", "nfkd")).containsExactly("nfc", "nfd", "nfkc");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "sonnet", "java.lang.System" })
	void suggestsNothingWhenNoNameIsSimilar(String name) {
		assertThat(near(name, "cummingsify", "trim")).isEmpty();
	}

	@Test
	void suggestsNothingForALongName() {
		assertThat(near("cummingsify".repeat(1000), "cummingsify")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "tidy", "greet", "nice", "verse", "shout", "poem" })
	void suggestsNothingForAnotherShortWord(String name) {
		assertThat(NearNames.of(name, LIBRARY)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "tirm, trim", "gizp, gzip", "sha265, sha256", "lower-csae, lower-case", "wrp, wrap", "wrapp, wrap" })
	void aTypoOrASwapInAShortNameIsNear(String name, String near) {
		assertThat(NearNames.of(name, LIBRARY)).startsWith(near);
	}

	@ParameterizedTest
	@CsvSource({ "uniq, unique-lines", "dedupe, unique-lines", "tac, reverse-lines", "rev, reverse", "nl, number-lines",
			"fold, wrap", "capitalize, title-case", "slug, slugify", "smartypants, smart-quotes", "unidecode, to-ascii",
			"remove-accents, strip-accents", "from-hex, hex-decode", "b64, base64-decode:base64-encode",
			"qp, quoted-printable-decode:quoted-printable-encode", "unescape, html-decode:json-decode:url-decode" })
	void knowsTheNamesOfOtherTools(String name, String meant) {
		assertThat(NearNames.of(name, LIBRARY)).containsExactlyInAnyOrder(meant.split(":"));
	}

	@ParameterizedTest
	@CsvSource({ "Trim, trim", "toLowerCase, lower-case", "lower_case, lower-case", "lowercase, lower-case",
			"LOWER-CASE, lower-case", "'Lower Case', lower-case", "htmlDecode, html-decode", "HTMLDecode, html-decode",
			"toBase64, base64-encode", "UPPERCASE, upper-case", "base64Decode, base64-decode", "urlencode, url-encode",
			"SHA256, sha256", "sha-256, sha256" })
	void knowsOtherSpellings(String name, String meant) {
		assertThat(NearNames.of(name, LIBRARY)).containsExactly(meant);
	}

	@Test
	void noSynonymIsTheNameOfATransform() {
		Set<String> names = LIBRARY.stream().map(Transform::name).collect(Collectors.toSet());
		assertThat(LIBRARY)
			.allSatisfy((transform) -> assertThat(transform.synonyms()).doesNotContainAnyElementsOf(names)
				.doesNotHaveDuplicates());
	}

	@Test
	void aSynonymHasTheFormOfAName() {
		TransformBuilder<String, String> builder = Transform.named("shout").synonyms("to upper");
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> builder.applying(UnaryOperator.identity()))
			.withMessage("invalid synonym of shout: to upper");
	}

	private static List<String> near(String name, String... names) {
		return NearNames.of(name,
				Arrays.stream(names)
					.map((known) -> Transform.named(known).applying(UnaryOperator.identity()))
					.toList());
	}

}
