package dev.couplet.transform.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.couplet.transform.BadArgumentException;

/**
 * Finds charsets. For a name that it does not know, the JDK searches the class path each
 * time, for milliseconds; and to list all charsets, it loads their classes. Therefore the
 * known names are in a file.
 */
final class CharsetNames {

	private static final Set<String> NAMES = read();

	// a shorter name is in many others
	private static final int MIN_LENGTH = 3;

	private static final Pattern SEPARATOR = Pattern.compile("[^a-z0-9]+");

	private CharsetNames() {
	}

	private static Set<String> read() {
		try (InputStream names = CharsetNames.class.getResourceAsStream("charsets.txt")) {
			String lines = new String(Objects.requireNonNull(names).readAllBytes(), StandardCharsets.UTF_8);
			return lines.lines().collect(Collectors.toUnmodifiableSet());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Finds a charset.
	 * @param name its name or an alias, in any case
	 * @return the charset
	 * @throws BadArgumentException if there is none
	 */
	static Charset find(String name) {
		if (!NAMES.contains(name.toLowerCase(Locale.ROOT)) || !Charset.isSupported(name)) {
			throw new BadArgumentException(
					"'name' must be a charset, such as windows-1252, ISO-8859-15 or Shift_JIS" + suggestion(name));
		}
		return Charset.forName(name);
	}

	// the name without a prefix such as x-, or with other parts
	private static String suggestion(String name) {
		List<String> parts = SEPARATOR.splitAsStream(name.toLowerCase(Locale.ROOT)).toList();
		String letters = String.join("", parts);
		if (letters.length() < MIN_LENGTH) {
			return "";
		}
		return NAMES.stream()
			.filter((known) -> SEPARATOR.matcher(known).replaceAll("").endsWith(letters)
					|| List.of(SEPARATOR.split(known)).containsAll(parts))
			.filter(Charset::isSupported)
			.map((known) -> Charset.forName(known).name())
			.min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
			.map((known) -> "; perhaps " + known + " was meant")
			.orElse("");
	}

}
