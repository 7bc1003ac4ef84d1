package dev.couplet.transform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the reference page matches the catalogue.
 */
class ReferencePageTests {

	private static final Path PAGE = Path.of("docs/transforms.md");

	private static final Path GENERATED = Path.of("target/transforms.md");

	private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}]");

	@Test
	void thePageMatchesTheCatalogue() throws IOException {
		String page = page();
		Files.writeString(GENERATED, page);
		assertThat(PAGE).as("cp %s %s updates it", GENERATED, PAGE).hasContent(page);
	}

	private static String page() {
		Map<String, List<Transform>> categories = BuiltInTransforms.all()
			.stream()
			.collect(Collectors.groupingBy(Transform::category, LinkedHashMap::new, Collectors.toList()));
		String links = categories.keySet()
			.stream()
			.map((category) -> "[%s](#%s)".formatted(title(category), anchor(category)))
			.collect(Collectors.joining(" · "));
		String sections = categories.entrySet()
			.stream()
			.map((category) -> section(category.getKey(), category.getValue()))
			.collect(Collectors.joining("\n"));
		return """
				# Transforms

				The %d built-in transforms, with their parameters, which are in brackets where they have a default. They take and give a text unless the
				table says otherwise; a text becomes bytes, and bytes that are UTF-8 a text, where the next step takes the other kind. A byte order mark (U+FEFF)
				at the front of a text stays there, and is no part of the first line or word. What is made of a text has none: JSON and other formats, decoded
				bytes, numbers and statistics. This page is generated from the catalogue. In the examples, ↵ is LF, ␍ is CR, ⇥ a tab, and `<U+200B>` the
				invisible character with that number.
				`java -jar couplet.jar transforms NAME` and `GET /transforms/NAME` show more of each.

				%s

				%s"""
			.formatted(BuiltInTransforms.all().size(), links, sections);
	}

	private static String section(String category, List<Transform> transforms) {
		String rows = transforms.stream().map(ReferencePageTests::row).collect(Collectors.joining());
		return """
				## %s

				| transform | what it does | example |
				| --- | --- | --- |
				%s""".formatted(title(category), rows);
	}

	private static String row(Transform transform) {
		Example example = Objects.requireNonNull(transform.example());
		return "| %s | %s%s | %s: %s → %s |\n".formatted(code(Signature.of(transform)), cell(transform.description()),
				kinds(transform), code(example.recipe()), code(example.text()), code(example.result()));
	}

	private static String kinds(Transform transform) {
		if (transform.takes() == Kind.TEXT && transform.gives() == Kind.TEXT) {
			return "";
		}
		return " %s → %s.".formatted(title(transform.takes().name()), transform.gives().name());
	}

	private static String code(String text) {
		// a line break would end the row of the table, and a backtick the code
		String shown = text.replace("\n", "↵").replace("\r", "␍").replace("\t", "⇥");
		shown = INVISIBLE.matcher(shown).replaceAll((found) -> "<U+%04X>".formatted(found.group().codePointAt(0)));
		return shown.contains("`") ? "`` " + cell(shown) + " ``" : "`" + cell(shown) + "`";
	}

	private static String cell(String text) {
		return text.replace("|", "\\|");
	}

	private static String title(String category) {
		return category.substring(0, 1).toUpperCase(Locale.ROOT) + category.substring(1);
	}

	private static String anchor(String category) {
		return category.toLowerCase(Locale.ROOT).replace(' ', '-');
	}

}
