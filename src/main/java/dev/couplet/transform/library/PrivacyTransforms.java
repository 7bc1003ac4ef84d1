package dev.couplet.transform.library;

import java.util.List;

import dev.couplet.transform.Parameter;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformLibrary;

/**
 * Removes what identifies people.
 */
class PrivacyTransforms implements TransformLibrary {

	private static final int MAX_KINDS = 100;

	@Override
	public List<Transform> transforms() {
		return List.of(redact());
	}

	private static Transform redact() {
		Parameter<String> kinds = Parameter.text("kinds", 1, MAX_KINDS, "all");
		Parameter<String> style = Parameter.choice("style", "mask", "last4", "hash");
		return Transform.named("redact")
			.synonyms("anonymize", "censor", "mask-pii", "scrub", "redact-pii", "pseudonymize", "credit-card")
			.describedAs(
					"Replaces email addresses, IBANs, card numbers (Luhn), IP addresses and usual phone numbers, or "
							+ "kinds such as email%2Ccard, by ***; last4 keeps the last four characters of longer ones, and hash "
							+ "gives a part of the SHA-256, a pseudonym that can be guessed. It cannot find everything.")
			.with(kinds, style)
			.weighing(500)
			.example("redact", "moon@night.example paid with 4111 1111 1111 1111", "*** paid with ***")
			.binding((arguments) -> {
				Redaction redaction = Redaction.of(kinds, arguments, arguments.get(style));
				return ByteOrderMark.keptBy(redaction::redact);
			});
	}

}
