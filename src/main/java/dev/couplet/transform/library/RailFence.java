package dev.couplet.transform.library;

/**
 * The rail fence cipher, a transposition: the characters are written on a zigzag between
 * the first and the last rail, and read rail by rail.
 */
final class RailFence {

	private RailFence() {
	}

	static String encode(String text, int rails) {
		int[] characters = text.codePoints().toArray();
		int[] order = order(characters.length, rails);
		int[] result = new int[characters.length];
		for (int i = 0; i < order.length; i++) {
			result[i] = characters[order[i]];
		}
		return new String(result, 0, result.length);
	}

	static String decode(String text, int rails) {
		int[] characters = text.codePoints().toArray();
		int[] order = order(characters.length, rails);
		int[] result = new int[characters.length];
		for (int i = 0; i < order.length; i++) {
			result[order[i]] = characters[i];
		}
		return new String(result, 0, result.length);
	}

	// the indexes of the characters, in the order in which they are read
	private static int[] order(int length, int rails) {
		int[] order = new int[length];
		int period = 2 * (rails - 1);
		int count = 0;
		for (int rail = 0; rail < rails; rail++) {
			// on all rails but the first and the last, down and up alternate
			for (int down = rail; down < length; down += period) {
				order[count++] = down;
				int up = down + period - 2 * rail;
				if (rail > 0 && rail < rails - 1 && up < length) {
					order[count++] = up;
				}
			}
		}
		return order;
	}

}
