package dev.couplet.transform.library;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.commons.text.translate.EntityArrays;

/**
 * Which characters become character references of HTML, and which references. All of them
 * are read by HTML parsers as the same characters.
 */
enum HtmlStyle implements Escaping {

	/** The characters that are special in text and attributes. */
	MINIMAL {

		@Override
		public String escape(int character, String text, int index) {
			return special(character);
		}

	},

	/** All characters that have the same name in HTML 4 and HTML 5, too. */
	NAMED {

		@Override
		public String escape(int character, String text, int index) {
			return (character < 0x80) ? special(character) : Names.ALL.getOrDefault(character, "");
		}

	},

	/** All characters from U+00A0 on, too, but by their numbers. */
	NUMERIC {

		@Override
		public String escape(int character, String text, int index) {
			if (character < 0x80) {
				return special(character).isEmpty() ? "" : number(character);
			}
			// the numbers of these are read as other characters, by windows-1252
			boolean misread = character < 0xA0;
			return misread ? "" : number(character);
		}

	};

	private static String special(int character) {
		return switch (character) {
			case '&' -> "&amp;";
			case '\'' -> "&#39;";
			case '<' -> "&lt;";
			case '>' -> "&gt;";
			case '"' -> "&quot;";
			default -> "";
		};
	}

	private static String number(int character) {
		return "&#" + character + ";";
	}

	// loaded with the first use of the style
	private static final class Names {

		private static final Map<Integer, String> ALL = read();

		private static Map<Integer, String> read() {
			Map<Integer, String> names = new HashMap<>();
			Stream.of(EntityArrays.ISO8859_1_ESCAPE, EntityArrays.HTML40_EXTENDED_ESCAPE)
				.forEach((table) -> table
					.forEach((character, name) -> names.put(Character.codePointAt(character, 0), name.toString())));
			// HTML 5 gives the names lang and rang to other characters
			names.remove(0x2329);
			names.remove(0x232A);
			return Collections.unmodifiableMap(names);
		}

	}

}
