package dev.couplet.transform.library;

import java.util.List;
import java.util.Map;

/**
 * A JSON value. Numbers keep their digits and objects the order of their keys.
 */
sealed interface JsonTree {

	/**
	 * Returns where the value starts.
	 * @return the index of its first UTF-16 code unit in the text that it was read from
	 */
	int at();

	/**
	 * A string.
	 *
	 * @param value its text, decoded
	 * @param at where it starts
	 */
	record Text(String value, int at) implements JsonTree {

	}

	/**
	 * A number, true, false or null.
	 *
	 * @param word the value as JSON writes it
	 * @param at where it starts
	 */
	record Literal(String word, int at) implements JsonTree {

		boolean isNull() {
			return this.word.equals("null");
		}

		boolean isNumber() {
			return this.word.charAt(0) <= '9';
		}

	}

	/**
	 * An array.
	 *
	 * @param elements the elements
	 * @param at where it starts
	 */
	record Elements(List<JsonTree> elements, int at) implements JsonTree {

	}

	/**
	 * An object.
	 *
	 * @param members the values by key, in order
	 * @param at where it starts
	 */
	record Members(Map<String, JsonTree> members, int at) implements JsonTree {

	}

}
