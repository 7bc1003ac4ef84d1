package dev.couplet.transform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
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
				bytes, numbers and statistics. This page is generated from the catalogue. Where a parameter takes a text, the bounds are those of its length in
				characters. "Elsewhere" are the names in other tools, for a search; they are no names in a recipe. In the examples, ↵ is LF, ␍ is CR, ⇥ a tab, and
				`<U+200B>` the invisible character with that number.
				`java -jar couplet.jar transforms NAME` and `GET /transforms/NAME` show more of each.

				The examples are written as for socketmap and the command line. In a URL, write in an argument also a space as `%%20`, a line break as `%%0A`,
				`\\` as `%%5C`, `?` as `%%3F` and `#` as `%%23`; and for `curl`, `[ ] { }` as `%%5B %%5D %%7B %%7D`, or call it with `-g`. This command encodes an
				argument for any place:

				    $ printf %%s '(\\d+)\\. [a-z]' | perl -pe 's/[^0-9A-Za-z_-]/sprintf "%%%%%%02X", ord $&/ge'
				    %%28%%5Cd%%2B%%29%%5C%%2E%%20%%5Ba-z%%5D

				%s

				%s"""
			.formatted(BuiltInTransforms.all().size(), links, sections);
	}

	private static String section(String category, List<Transform> transforms) {
		String rows = transforms.stream().map(ReferencePageTests::row).collect(Collectors.joining());
		String names = category.equals("charsets")
				? "\nThe charsets, in any case and also by their other names: %s.\n".formatted(charsets()) : "";
		return """
				## %s

				| transform | what it does | example |
				| --- | --- | --- |
				%s%s""".formatted(title(category), rows, names);
	}

	private static String charsets() {
		try (InputStream names = ReferencePageTests.class.getResourceAsStream("library/charsets.txt")) {
			return new String(Objects.requireNonNull(names).readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter(Charset::isSupported)
				.map((name) -> Charset.forName(name).name())
				.distinct()
				.sorted(String.CASE_INSENSITIVE_ORDER)
				.collect(Collectors.joining(", "));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String row(Transform transform) {
		Example example = Objects.requireNonNull(transform.example());
		return "| %s | %s%s%s%s | %s: %s → %s |\n".formatted(code(Signature.of(transform)), description(transform),
				kinds(transform), parameters(transform), synonyms(transform), code(example.recipe()),
				code(example.text()), code(example.result()));
	}

	private static String description(Transform transform) {
		// Markdown would take <br> as a tag
		return cell(transform.description()).replace("<", "&lt;");
	}

	private static String kinds(Transform transform) {
		if (transform.takes() == Kind.TEXT && transform.gives() == Kind.TEXT) {
			return "";
		}
		return " %s → %s.".formatted(title(transform.takes().name()), transform.gives().name());
	}

	private static String parameters(Transform transform) {
		return transform.parameters()
			.stream()
			.map((parameter) -> "<br>%s: %s".formatted(code(parameter.name()), values(parameter)))
			.collect(Collectors.joining());
	}

	private static String values(Parameter<?> parameter) {
		return switch (parameter.type()) {
			case "choice" -> String.join(", ", parameter.choices());
			case "integer" -> "%d to %d".formatted(parameter.min(), parameter.max());
			default -> "%d to %d characters".formatted(parameter.min(), parameter.max());
		};
	}

	private static String synonyms(Transform transform) {
		return transform.synonyms().isEmpty() ? "" : "<br>Elsewhere: " + String.join(", ", transform.synonyms());
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
