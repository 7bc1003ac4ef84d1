package dev.couplet.transform.library;

import java.util.Objects;

import dev.couplet.transform.BuiltInTransforms;
import dev.couplet.transform.Example;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ByteOrderMark}: transforms that make something else of a text do not
 * put its mark before the result.
 */
class ByteOrderMarkTests extends LibraryRunner {

	@ParameterizedTest
	@ValueSource(strings = { "json-pretty", "json-minify", "json-sort-keys", "json-query", "json-lines-to-json",
			"json-to-json-lines", "yaml-to-json", "json-to-yaml", "toml-to-json", "json-to-toml", "csv-to-json",
			"json-to-csv", "csv-to-markdown", "xml-to-json", "query-string-to-json", "json-to-query-string",
			"logfmt-to-json", "json-to-logfmt", "properties-to-json", "mustache", "html-to-text", "markdown-to-html",
			"url-parse", "jwt-decode" })
	void anotherFormatHasNoMark(String name) {
		assertExampleIgnoresMark(name);
	}

	@ParameterizedTest
	@ValueSource(strings = { "number-base", "roman-encode", "roman-decode", "unix-to-iso", "iso-to-unix", "uuid-parse",
			"luhn", "count", "count-lines", "count-matches", "word-frequency", "character-frequency", "readability" })
	void numbersAndStatisticsHaveNoMark(String name) {
		assertExampleIgnoresMark(name);
	}

	private static void assertExampleIgnoresMark(String name) {
		Example example = BuiltInTransforms.all()
			.stream()
			.filter((transform) -> transform.name().equals(name))
			.map((transform) -> Objects.requireNonNull(transform.example()))
			.findFirst()
			.orElseThrow();
		assertThat(run(example.recipe(), "\uFEFF" + example.text())).isEqualTo(example.result());
	}

}
