package dev.couplet.transform.library;

import java.util.List;

import dev.couplet.transform.Parameter;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformLibrary;

/**
 * Characters as numbers in pure ASCII, and back.
 */
class UnicodeEscapeTransforms implements TransformLibrary {

	@Override
	public List<Transform> transforms() {
		return List.of(unicodeEscape(), unicodeUnescape());
	}

	private static Transform unicodeEscape() {
		Parameter<String> style = Parameter.choice("style", "java", "rust", "css", "U+");
		return Transform.named("unicode-escape")
			.synonyms("native2ascii", "escape-unicode", "escape-unicode-characters", "ascii-escape")
			.describedAs("Writes characters other than printable ASCII, tabs and line breaks as numbers: \\u00E9 "
					+ "(Java, JSON), \\u{e9} (Rust), \"\\e9 \" (CSS) or U+00E9. A backslash or U that would then be "
					+ "read as an escape is escaped, too.")
			.with(style)
			.example("unicode-escape", "poème", "po\\u00E8me")
			.binding((arguments) -> notation(arguments.get(style))::apply);
	}

	private static UnicodeNotation notation(String style) {
		return switch (style) {
			case "rust" -> UnicodeNotation.RUST;
			case "css" -> UnicodeNotation.CSS;
			case "U+" -> UnicodeNotation.CODE_POINT;
			default -> UnicodeNotation.JAVA;
		};
	}

	private static Transform unicodeUnescape() {
		return Transform.named("unicode-unescape")
			.synonyms("ascii2native", "unescape-unicode", "unescape-unicode-characters", "ascii-unescape")
			.describedAs("Decodes the escapes \\u00E9 (Java), \\u{e9} (Rust), \"\\e9 \" (CSS, one to six digits and a "
					+ "white space) and U+00E9 (four to six digits), mixed or not. "
					+ "Half of a surrogate pair is refused, as is \\u without a number.")
			.example("unicode-unescape", "po\\u00E8me U+263E", "poème ☾")
			.applying(UnicodeNotation::decode);
	}

}
