package dev.couplet.endpoint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a file of tokens. Each line has the name of a client, white space, and the
 * SHA-256 of its token in hexadecimal. {@code #} begins a comment; blank lines are
 * allowed.
 */
final class TokenFile {

	private static final Pattern COMMENT = Pattern.compile("#.*");

	private static final Pattern ENTRY = Pattern.compile("([a-z0-9-]+)\\s+([0-9A-Fa-f]{64})");

	private static final String FORMAT = "a name of lower-case letters, digits and hyphens, white space, "
			+ "and the 64 hexadecimal digits that printf %s \"$TOKEN\" | sha256sum prints";

	private TokenFile() {
	}

	/**
	 * Reads a file.
	 * @param file the file
	 * @return the hashes in lower case, at least one, by name
	 * @throws InvalidTokenFileException if it cannot be read or a line is invalid
	 */
	static Map<String, String> read(Path file) throws InvalidTokenFileException {
		List<String> lines = lines(file);
		Map<String, String> hashes = new LinkedHashMap<>();
		for (int number = 1; number <= lines.size(); number++) {
			String line = COMMENT.matcher(lines.get(number - 1)).replaceFirst("").strip();
			if (!line.isEmpty()) {
				add(hashes, line, number);
			}
		}
		if (hashes.isEmpty()) {
			throw new InvalidTokenFileException("The file has no tokens. Each line must be " + FORMAT);
		}
		return hashes;
	}

	// comments may be in any encoding
	private static List<String> lines(Path file) throws InvalidTokenFileException {
		try {
			return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
		}
		catch (IOException ex) {
			throw new InvalidTokenFileException("The file must exist, and the server must be allowed to read it ("
					+ ex.getClass().getSimpleName() + ")");
		}
	}

	private static void add(Map<String, String> hashes, String line, int number) throws InvalidTokenFileException {
		Matcher entry = ENTRY.matcher(line);
		if (!entry.matches()) {
			throw new InvalidTokenFileException("Line " + number + " must be " + FORMAT);
		}
		String hash = entry.group(2).toLowerCase(Locale.ROOT);
		if (hashes.containsValue(hash)) {
			throw new InvalidTokenFileException(
					"Line " + number + " has the same hash as a line before it. Every client needs its own token");
		}
		if (hashes.put(entry.group(1), hash) != null) {
			throw new InvalidTokenFileException("Line " + number
					+ " has the same name as a line before it. Choose another one, such as the name with a number");
		}
	}

}
