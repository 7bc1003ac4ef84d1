package dev.couplet.transform.library;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.couplet.transform.Arguments;
import dev.couplet.transform.BadArgumentException;
import dev.couplet.transform.Parameter;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.ValueTooLargeException;

/**
 * Replaces what identifies people. Where two finds overlap, the kind that is first in the
 * list wins.
 *
 * @param kinds what is replaced
 * @param style what it is replaced by: mask, last4 or hash
 */
record Redaction(Set<Kind> kinds, String style) {

	private static final String MASK = "***";

	private static final int LAST = 4;

	// of a shorter one, the last characters would be too much
	private static final int MIN_LENGTH_FOR_LAST = 2 * LAST;

	private static final int HASHED_BYTES = 6;

	/**
	 * Creates a redaction.
	 * @param parameter the parameter of the kinds
	 * @param arguments the arguments
	 * @param style the style
	 * @return the redaction
	 * @throws BadArgumentException if a kind does not exist
	 */
	static Redaction of(Parameter<String> parameter, Arguments arguments, String style) {
		String words = arguments.get(parameter);
		if (words.equals("all")) {
			return new Redaction(EnumSet.allOf(Kind.class), style);
		}
		Set<Kind> kinds = EnumSet.noneOf(Kind.class);
		for (String word : words.split(",", -1)) {
			kinds.add(Stream.of(Kind.values())
				.filter((kind) -> kind.word().equals(word))
				.findFirst()
				.orElseThrow(() -> new BadArgumentException(
						"'%s' must be all, or one or more of: %s, with commas ".formatted(parameter.name(),
								Stream.of(Kind.values()).map(Kind::word).collect(Collectors.joining(", ")))
								+ "between them, written %2C")));
		}
		return new Redaction(kinds, style);
	}

	/**
	 * Redacts a text.
	 * @param text any text
	 * @param limit the maximum size of the result
	 * @return the text
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	String redact(String text, SizeLimit limit) {
		LimitedBuilder result = new LimitedBuilder(limit);
		int end = 0;
		for (Find find : find(text)) {
			result.append(text.substring(end, find.span().start()))
				.append(replacement(find.span().in(text), find.kind()));
			end = find.span().end();
		}
		return result.append(text.substring(end)).toString();
	}

	private List<Find> find(String text) {
		List<Find> finds = new ArrayList<>();
		BitSet taken = new BitSet();
		for (Kind kind : this.kinds) {
			for (Span span : kind.find(text)) {
				// nextSetBit would search the rest of the text
				if (taken.get(span.start(), span.end()).isEmpty()) {
					taken.set(span.start(), span.end());
					finds.add(new Find(kind, span));
				}
			}
		}
		finds.sort(Comparator.comparingInt((find) -> find.span().start()));
		return finds;
	}

	private String replacement(String found, Kind kind) {
		return switch (this.style) {
			case "last4" -> (found.length() < MIN_LENGTH_FOR_LAST) ? MASK : MASK + last(found);
			case "hash" -> kind.word() + "_" + hash(found, kind);
			default -> MASK;
		};
	}

	private static String last(String found) {
		int start = found.length() - LAST;
		return found.substring(Character.isLowSurrogate(found.charAt(start)) ? start + 1 : start);
	}

	private static String hash(String found, Kind kind) {
		String plain = switch (kind) {
			case EMAIL, IP -> found.toLowerCase(Locale.ROOT);
			// however the groups are separated
			case IBAN, CARD, PHONE -> found.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z+]", "");
		};
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest, 0, HASHED_BYTES);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Kinds of finds, the most certain first.
	 */
	enum Kind {

		EMAIL, IBAN, CARD, IP, PHONE;

		List<Span> find(String text) {
			return switch (this) {
				case EMAIL -> Emails.find(text);
				case IBAN -> Ibans.find(text);
				case CARD -> Cards.find(text);
				case IP -> IpAddresses.find(text);
				case PHONE -> Phones.find(text);
			};
		}

		String word() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	private record Find(Kind kind, Span span) {

	}

}
