package dev.couplet.transform.library;

import java.util.Arrays;
import java.util.Random;

/**
 * Tristan Tzara's way to make a Dadaist poem: the words of a text are cut out, put into a
 * bag, and drawn from it one after the other.
 */
final class CutUp {

	private CutUp() {
	}

	/**
	 * Shuffles the words of a text, which white space separates.
	 * @param text any text
	 * @param seed decides the order
	 * @return the text, with other words at their places
	 */
	static String of(String text, int seed) {
		int[] words = bounds(text);
		int[] order = order(words.length / 2, seed);
		StringBuilder poem = new StringBuilder(text.length());
		int end = 0;
		for (int i = 0; i < order.length; i++) {
			int drawn = order[i];
			poem.append(text, end, words[2 * i]).append(text, words[2 * drawn], words[2 * drawn + 1]);
			end = words[2 * i + 1];
		}
		return poem.append(text, end, text.length()).toString();
	}

	// the start and the end of each word
	private static int[] bounds(String text) {
		int[] bounds = new int[16];
		int count = 0;
		boolean inside = false;
		for (int i = 0; i <= text.length(); i++) {
			boolean word = i < text.length() && !WhiteSpace.is(text.charAt(i));
			if (word != inside) {
				bounds = (count < bounds.length) ? bounds : Arrays.copyOf(bounds, 2 * count);
				bounds[count++] = i;
				inside = word;
			}
		}
		return Arrays.copyOf(bounds, count);
	}

	/**
	 * Shuffles the numbers below a number. Uses the algorithm of Fisher and Yates, with a
	 * generator that is the same on every JVM.
	 * @param count how many numbers, at least 0
	 * @param seed decides the order
	 * @return the shuffled numbers
	 */
	static int[] order(int count, int seed) {
		int[] order = new int[count];
		Arrays.setAll(order, (i) -> i);
		Random bag = new Random(seed);
		for (int i = count - 1; i > 0; i--) {
			int drawn = bag.nextInt(i + 1);
			int last = order[i];
			order[i] = order[drawn];
			order[drawn] = last;
		}
		return order;
	}

}
