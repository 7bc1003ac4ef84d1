package dev.couplet.client.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A shell whose arguments can be completed.
 */
enum Shell {

	/**
	 * Bash.
	 */
	BASH,

	/**
	 * The Z shell.
	 */
	ZSH,

	/**
	 * The friendly interactive shell.
	 */
	FISH {

		@Override
		String branch(List<String> patterns, String printed) {
			return "        case '" + String.join("' '", patterns) + "'\n            echo '" + printed + "'";
		}

	};

	/**
	 * Reads the functions of its script. Names such as {@code @options@} in them stand
	 * for data.
	 * @return the script without data
	 * @throws IOException if it cannot be read
	 */
	String script() throws IOException {
		String script = read(name().toLowerCase(Locale.ROOT));
		// those that bash and zsh have in common
		return (this == FISH) ? script : script.replace("@data@", read("sh").stripTrailing());
	}

	private static String read(String suffix) throws IOException {
		try (InputStream file = Objects.requireNonNull(Shell.class.getResourceAsStream("completion." + suffix))) {
			return new String(file.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	/**
	 * Returns a branch of a case statement.
	 * @param patterns texts without quotes, of which one may end with {@code *}
	 * @param printed what the branch prints
	 * @return the branch
	 */
	String branch(List<String> patterns, String printed) {
		return "    " + patterns.stream()
			.map((pattern) -> pattern.endsWith("*") ? "'" + pattern.substring(0, pattern.length() - 1) + "'*"
					: "'" + pattern + "'")
			.collect(Collectors.joining(" | ")) + ") echo '" + printed + "' ;;";
	}

}
