package dev.couplet.transform;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Catalogue}.
 */
class CatalogueTests {

	private static final Catalogue BUILT_IN = new Catalogue(BuiltInTransforms.all());

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
	@CsvSource(delimiter = '|', textBlock = """
			trim                  | trim
			lower-case            | lower-case
			lowercase             | lower-case
			Upper Case            | upper-case
			toUpperCase           | upper-case
			toLowerCase           | lower-case
			camelcase             | camel-case
			snake_case            | snake-case
			snakecase             | snake-case
			titlecase             | title-case
			base64decode          | base64-decode
			url encode            | url-encode
			url decode            | url-decode
			json to csv           | json-to-csv
			csv to json           | csv-to-json
			convert json to csv   | json-to-csv
			yaml to json          | yaml-to-json
			to hex                | hex-encode
			hex                   | hex-decode
			hex decode            | hex-decode
			hex to text           | hex-decode
			text to hex           | hex-encode
			base64                | base64-decode
			each-li               | each-line
			upper-c               | upper-case
			sort                  | sort-lines
			sort by number        | sort-lines
			sort numeric          | sort-lines
			numeric sort          | sort-lines
			Uniq                  | unique-lines
			remove duplicates     | unique-lines
			duplicate lines       | unique-lines
			blank lines           | remove-blank-lines
			remove newlines       | join-lines
			tac                   | reverse-lines
			remove accents        | strip-accents
			remove html           | strip-tags
			html entities         | html-decode
			punycode              | punycode-decode
			hash                  | sha256
			md5 hash              | md5
			sha-256               | sha256
			wide                  | fullwidth
			cyrillic              | to-latin
			pinyin                | to-latin
			latin1                | charset-decode
			latin-1               | charset-decode
			iso-8859-1            | charset-decode
			utf8                  | charset-decode
			UTF-8                 | charset-decode
			convert charset       | charset-decode
			credit card           | redact
			trailing spaces       | trim-lines
			rstrip                | trim
			ltrim                 | trim
			nbsp                  | collapse-whitespace
			strlen                | count
			word count            | count
			od                    | hexdump
			tr                    | replace
			ip                    | extract-ips
			stanza                | each-paragraph
			lower case            | lower-case
			uppercase             | upper-case
			b64                   | base64-decode
			bXkgcG                | base64-decode
			base 64 decode        | base64-decode
			snake                 | snake-case
			rot 13                | rot13
			strip html            | strip-tags
			dedupe                | unique-lines
			md5                   | md5
			unescape              | html-decode
			json pretty           | json-pretty
			pretty print          | json-pretty
			title case            | title-case
			smart quotes          | smart-quotes
			quote                 | shell-quote
			caps                  | upper-case
			backwards             | reverse
			outdent               | dedent
			censor                | redact
			first line            | head
			last line             | tail
			hex to ascii          | hex-decode
			ascii to hex          | hex-encode
			sort numerically      | sort-lines
			first 10 lines        | head
			last 5 lines          | tail
			wrap at 80            | wrap
			indent 4 spaces       | indent
			change case           | lower-case
			make it uppercase     | upper-case
			all caps              | upper-case
			small letters         | lower-case
			every second line     | every-line
			sort lines reverse    | sort-lines
			join lines with comma | join-lines
			remove extra spaces   | collapse-whitespace
			lines containing foo  | keep-lines
			hex to decimal        | number-base
			windows line endings  | line-endings
			generate slug         | slugify
			count words           | count
			decode url            | url-decode
			pretty print json     | json-pretty
			remove blank lines    | remove-blank-lines
			sha 3 256             | sha3-256
			""")
	void findsFirstWhatAQueryMeans(String query, String transform) {
		assertThat(names(BUILT_IN.search(query))).startsWith(transform);
	}

	@Test
	void searchesNamesThenSynonymsThenCategoriesAndDescriptions() {
		assertThat(names(BUILT_IN.search("hex"))).startsWith("hex-decode", "hex-encode", "hexdump").contains("crc32");
		assertThat(names(BUILT_IN.search("punycode"))).startsWith("punycode-decode", "punycode-encode")
			.contains("idna-decode", "idna-encode");
		assertThat(names(BUILT_IN.search("html entities"))).startsWith("html-decode", "html-encode");
		assertThat(names(BUILT_IN.search("hash"))).contains("md5", "sha1", "sha256", "sha512");
		assertThat(names(BUILT_IN.search("white space"))).contains("trim", "dedent", "collapse-whitespace");
		assertThat(names(BUILT_IN.search("grapheme"))).contains("reverse", "truncate");
		assertThat(names(BUILT_IN.search("chicago"))).containsExactly("title-case");
	}

	@Test
	void searchesExamplesLast() {
		assertThat(names(BUILT_IN.search("poem"))).startsWith("cut-up").contains("gzip", "hexdump");
		assertThat(names(BUILT_IN.search("case poem"))).doesNotContain("hexdump");
	}

	@Test
	void aSearchRequiresAllWordsButStopWordsIfATransformHasThem() {
		assertThat(names(BUILT_IN.search(" lines  blank "))).startsWith("remove-blank-lines", "squeeze-blank-lines")
			.contains("dedent", "each-paragraph", "indent")
			.doesNotContain("head", "trim");
		assertThat(BUILT_IN.search("&")).isEmpty();
		assertThat(BUILT_IN.search("lines of the blank")).isEqualTo(BUILT_IN.search("lines blank"));
		assertThat(BUILT_IN.search("to")).isNotEmpty().hasSizeLessThan(BUILT_IN.transforms().size());
	}

	@Test
	void aSearchForWordsThatNoTransformHasTogetherFindsThoseWithTheMost() {
		assertThat(BUILT_IN.search("lines blank nonsense")).isEqualTo(BUILT_IN.search("lines blank"));
		assertThat(BUILT_IN.search("nonsense")).isEmpty();
		assertThat(BUILT_IN.search("nonsense xpress")).isEmpty();
	}

	@Test
	void aSearchInExamplesRequiresAllWords() {
		assertThat(names(BUILT_IN.search("late tonight"))).containsExactly("wrap");
		assertThat(names(BUILT_IN.search("case tonight"))).doesNotContain("wrap");
	}

	@Test
	void aSearchFindsNoPartsOfWordsInDescriptions() {
		assertThat(names(BUILT_IN.search("diff"))).isEmpty();
		assertThat(names(BUILT_IN.search("ini"))).isEmpty();
		assertThat(names(BUILT_IN.search("ip"))).doesNotContain("bunzip2");
		assertThat(names(BUILT_IN.search("tr"))).hasSizeLessThan(15).contains("trim", "truncate");
		assertThat(names(BUILT_IN.search("od"))).containsExactly("hexdump");
		assertThat(names(BUILT_IN.search("xpress"))).isEmpty();
		assertThat(names(BUILT_IN.search("expres"))).isNotEmpty();
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
