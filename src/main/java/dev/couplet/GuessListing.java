package dev.couplet;

import java.util.List;

import dev.couplet.client.command.ListedGuess;
import dev.couplet.transform.Catalogue;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.TransformService;
import dev.couplet.transform.Value;
import dev.couplet.transform.guess.Guess;
import dev.couplet.transform.guess.Guesser;
import dev.couplet.transform.library.StandardLibrary;

/**
 * Guesses how a value is encoded for the command line, with the built-in transforms and
 * without Spring. It needs no running server.
 */
final class GuessListing {

	private static final SizeLimit LIMIT = new SizeLimit(64 * 1024 * 1024);

	private GuessListing() {
	}

	/**
	 * Guesses how a value is encoded.
	 * @param value the value
	 * @return the guesses, the best first
	 */
	static List<ListedGuess> load(byte[] value) {
		Catalogue catalogue = new Catalogue(new StandardLibrary().transforms());
		Guesser guesser = new Guesser(new TransformService(catalogue, LIMIT));
		return guesser.guess(Value.of(value)).stream().map(GuessListing::listed).toList();
	}

	private static ListedGuess listed(Guess guess) {
		return new ListedGuess(guess.score(), guess.recipe(), guess.type(), guess.preview());
	}

}
