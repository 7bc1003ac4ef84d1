package dev.couplet.protocol.http;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.couplet.transform.guess.Guess;

/**
 * The answer to the question how a value is encoded.
 *
 * @param guesses the recipes that decode it, the best first
 */
record GuessAnswer(List<Entry> guesses) {

	/**
	 * A recipe that decodes the value, and what it gives.
	 *
	 * @param recipe the recipe
	 * @param score how much the result looks like a text or a file of a known type, from
	 * 0 to 1
	 * @param type the media type that the result seems to have
	 * @param size the size of the result in bytes
	 * @param preview the beginning of the result, in hexadecimal if it is not a text
	 */
	@JsonPropertyOrder({ "recipe", "score", "type", "size", "preview" })
	record Entry(String recipe, double score, String type, long size, String preview) {

		static Entry of(Guess guess) {
			return new Entry(guess.recipe(), guess.score(), guess.type(), guess.size(), guess.preview());
		}

	}

}
