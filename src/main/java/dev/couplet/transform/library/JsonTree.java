package dev.couplet.transform.library;

import java.util.ArrayList;
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
	 * Adds a value to an object. A name that occurs again gets an array of its values.
	 * @param members the values of the object by name, whose arrays can be changed
	 * @param name the name
	 * @param value the value
	 */
	static void add(Map<String, JsonTree> members, String name, JsonTree value) {
		JsonTree earlier = members.putIfAbsent(name, value);
		if (earlier instanceof Elements array) {
			array.elements().add(value);
		}
		else if (earlier != null) {
			members.put(name, new Elements(new ArrayList<>(List.of(earlier, value)), 0));
		}
	}

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

		boolean isBoolean() {
			return this.word.equals("true") || this.word.equals("false");
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
