package dev.couplet.transform.guess;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A transform that may decode a value, and when it is worth trying.
 *
 * @param name the transform
 * @param arguments its arguments for a value, most probable first; an empty string for
 * none. None at all if it is not worth trying
 * @param trust how much its result can be trusted
 */
record Decoder(String name, Function<Candidate, List<String>> arguments, Trust trust) {

	// of an argument that is less probable than the one before
	private static final double NEXT = 0.9;

	private static final List<String> NO_ARGUMENT = List.of("");

	/**
	 * Creates a decoder of texts.
	 * @param name the transform
	 * @param condition whether it is worth trying
	 * @return the decoder
	 */
	static Decoder ofText(String name, Predicate<Candidate> condition) {
		return new Decoder(name,
				(candidate) -> (candidate.isText() && condition.test(candidate)) ? NO_ARGUMENT : List.of(),
				Trust.LOOKS);
	}

	/**
	 * Creates a decompressor.
	 * @param name the transform
	 * @param start how the bytes begin, each as a character
	 * @return the decoder
	 */
	static Decoder ofBytes(String name, String start) {
		return new Decoder(name, (candidate) -> (!candidate.isText() && candidate.latin(start.length()).equals(start))
				? NO_ARGUMENT : List.of(), Trust.CHECKSUM);
	}

	/**
	 * Returns the attempts for a value.
	 * @param candidate the value
	 * @return the attempts, perhaps none
	 */
	List<Attempt> attempts(Candidate candidate) {
		List<Attempt> attempts = new ArrayList<>();
		double weight = 1;
		for (String argument : this.arguments.apply(candidate)) {
			String step = argument.isEmpty() ? this.name : this.name + "=" + argument;
			attempts.add(new Attempt(step, this, candidate, weight));
			weight *= (this.trust == Trust.LITTLE) ? NEXT : 1;
		}
		return attempts;
	}

	/**
	 * How much the result of a decoder can be trusted.
	 */
	enum Trust {

		/**
		 * Right whatever it looks like, because the encoded form has a checksum.
		 */
		CHECKSUM,

		/**
		 * Right if it looks like something.
		 */
		LOOKS,

		/**
		 * Right only if it looks good, because anything can be decoded.
		 */
		LITTLE,

		/**
		 * No result by itself, but perhaps what another decoder takes.
		 */
		NONE

	}

	/**
	 * A step that is to be tried.
	 *
	 * @param step the step in its text form
	 * @param decoder its decoder
	 * @param candidate the value
	 * @param weight a factor of the score of the result
	 */
	record Attempt(String step, Decoder decoder, Candidate candidate, double weight) {

		/**
		 * Returns the steps with this one.
		 * @return the steps of the whole recipe
		 */
		List<String> steps() {
			return Stream.concat(this.candidate.steps().stream(), Stream.of(this.step)).toList();
		}

	}

}
