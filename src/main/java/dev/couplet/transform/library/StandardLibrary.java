package dev.couplet.transform.library;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformLibrary;

/**
 * All built-in transforms, by category. To add transforms to a category, write a class
 * and add it here.
 */
public final class StandardLibrary implements TransformLibrary {

	@Override
	public List<Transform> transforms() {
		return subjects().flatMap((subject) -> subject.transforms().stream()).toList();
	}

	static Stream<Subject> subjects() {
		return Stream
			.of(category("case", new CaseTransforms()), category("white space", new WhiteSpaceTransforms()),
					category("lines", new LineTransforms(), new LineOrderTransforms(), new LineSelectionTransforms()),
					category("text", new TextTransforms()), category("patterns", new PatternTransforms()),
					category("brackets", new PartTransforms()),
					category("Unicode", new UnicodeTransforms(), new UnicodeEscapeTransforms()),
					category("charsets", new CharsetTransforms()),
					category("encodings", new EncodingTransforms(), new BaseTransforms(), new NumeralTransforms()),
					category("escapes", new EscapeTransforms(), new SourceCodeTransforms(),
							new InternetNameTransforms()),
					category("digests", new DigestTransforms(), new ChecksumTransforms()),
					category("compression", new CompressionTransforms()),
					category("structured data", new JsonTransforms(), new YamlTransforms(), new TomlTransforms(),
							new CsvTransforms(), new XmlTransforms(), new FlatTransforms(), new MustacheTransforms()),
					category("web", new WebTransforms(), new ExtractTransforms()),
					category("privacy", new PrivacyTransforms()), category("numbers and time", new NumberTransforms()),
					category("counts", new CountTransforms()),
					category("ciphers", new CipherTransforms(), new CodeTransforms()),
					category("poetry", new PoetryTransforms(), new VerseTransforms()))
			.flatMap(Function.identity());
	}

	private static Stream<Subject> category(String name, TransformLibrary... libraries) {
		return Stream.of(libraries).map((library) -> new Subject(name, library));
	}

	/**
	 * A library of a category.
	 *
	 * @param category the category of its transforms
	 * @param library its transforms, without a category
	 */
	record Subject(String category, TransformLibrary library) implements TransformLibrary {

		@Override
		public List<Transform> transforms() {
			return this.library.transforms().stream().map((transform) -> transform.inCategory(this.category)).toList();
		}

	}

}
