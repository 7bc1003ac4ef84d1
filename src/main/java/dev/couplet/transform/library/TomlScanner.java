package dev.couplet.transform.library;

/**
 * Finds places in TOML that the parser does not give. It passes over comments and
 * strings.
 */
final class TomlScanner {

	private static final int NOT_FOUND = -1;

	private final String toml;

	private int index;

	// where a string has an escape that is half of a surrogate pair
	private int surrogate = NOT_FOUND;

	// where a value is inf or nan
	private int notFinite = NOT_FOUND;

	private TomlScanner(String toml) {
		this.toml = toml;
	}

	/**
	 * Finds the first escape of a surrogate in a string.
	 * @param toml well-formed TOML
	 * @return its index, or -1
	 */
	static int surrogate(String toml) {
		return new TomlScanner(toml).scan().surrogate;
	}

	/**
	 * Finds the first value that is an infinity or NaN.
	 * @param toml well-formed TOML
	 * @return its index, or -1
	 */
	static int notFinite(String toml) {
		return new TomlScanner(toml).scan().notFinite;
	}

	private TomlScanner scan() {
		while (this.index < this.toml.length()) {
			char unit = this.toml.charAt(this.index);
			if (unit == '#') {
				skipTo("\n");
			}
			else if (unit == '"' || unit == '\'') {
				skipString(unit);
			}
			else if (isBare(unit)) {
				readBare();
			}
			else {
				this.index++;
			}
		}
		return this;
	}

	private void skipTo(String end) {
		int found = this.toml.indexOf(end, this.index);
		this.index = (found < 0) ? this.toml.length() : found + end.length();
	}

	private void skipString(char quote) {
		String triple = String.valueOf(quote).repeat(3);
		String end = this.toml.startsWith(triple, this.index) ? triple : String.valueOf(quote);
		this.index += end.length();
		while (this.index < this.toml.length() && !this.toml.startsWith(end, this.index)) {
			boolean escape = quote == '"' && this.toml.charAt(this.index) == '\\';
			if (escape && this.surrogate == NOT_FOUND && isSurrogate(this.index + 1)) {
				this.surrogate = this.index;
			}
			this.index += escape ? 2 : 1;
		}
		this.index += end.length();
		// a multi-line string can end with quotation marks of its own
		while (this.toml.startsWith(String.valueOf(quote), this.index)) {
			this.index++;
		}
	}

	private boolean isSurrogate(int start) {
		boolean escaped = this.toml.startsWith("u", start) || this.toml.startsWith("U0000", start);
		int first = this.toml.startsWith("u", start) ? start + 1 : start + 5;
		return escaped && this.toml.regionMatches(true, first, "d", 0, 1) && first + 1 < this.toml.length()
				&& "89abcdef".indexOf(Character.toLowerCase(this.toml.charAt(first + 1))) >= 0;
	}

	private void readBare() {
		int start = this.index;
		while (this.index < this.toml.length() && isBare(this.toml.charAt(this.index))) {
			this.index++;
		}
		boolean special = switch (this.toml.substring(start, Math.min(this.index, start + 5))) {
			case "inf", "+inf", "-inf", "nan", "+nan", "-nan" -> true;
			default -> false;
		};
		if (special && this.notFinite == NOT_FOUND && !isKey(start)) {
			this.notFinite = start;
		}
	}

	// before an equals sign, or in the header of a table
	private boolean isKey(int start) {
		int next = this.index;
		while (next < this.toml.length() && (this.toml.charAt(next) == ' ' || this.toml.charAt(next) == '\t')) {
			next++;
		}
		if (this.toml.startsWith("=", next) || this.toml.startsWith(".", next)) {
			return true;
		}
		int line = this.toml.lastIndexOf('\n', start) + 1;
		String before = this.toml.substring(line, start).strip();
		return this.toml.startsWith("]", next) && (before.equals("[") || before.equals("[["));
	}

	private static boolean isBare(char unit) {
		return AsciiCharacter.isLetterOrDigit(unit) || "_-+.".indexOf(unit) >= 0;
	}

}
