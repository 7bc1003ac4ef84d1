package dev.couplet.transform.library;

import java.math.BigInteger;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * Scalars by the Core schema of YAML 1.2.2, section 10.3.2.
 */
final class YamlScalar {

	private static final Set<String> NOT_FINITE = Set.of(".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf",
			"-.Inf", "-.INF", ".nan", ".NaN", ".NAN");

	private static final int OCTAL = 8;

	private static final int HEXADECIMAL = 16;

	// a conversion takes quadratic time
	private static final int MAX_CONVERTED = 100;

	/**
	 * The prefix of the tags of the Core schema.
	 */
	static final String TAGS = "tag:yaml.org,2002:";

	/**
	 * What is wrong with a value whose tag is refused.
	 */
	static final String BAD_TAG = "a YAML tag that the value does not fit, or that is not of the Core schema,";

	private YamlScalar() {
	}

	/**
	 * Reads a scalar.
	 * @param scalar the scalar
	 * @return the value in JSON; numbers keep their digits
	 */
	static JsonTree read(ScalarEvent scalar) {
		String value = scalar.getValue();
		String tag = scalar.getTag().orElse("");
		if (tag.equals(TAGS + "str") || tag.equals("!") || (tag.isEmpty() && !scalar.isPlain())) {
			return new JsonTree.Text(value, 0);
		}
		JsonTree resolved = resolve(value, scalar);
		boolean fits = switch (tag) {
			case "" -> true;
			case TAGS + "null" -> resolved instanceof JsonTree.Literal literal && literal.isNull();
			case TAGS + "bool" -> resolved instanceof JsonTree.Literal literal && literal.isBoolean();
			case TAGS + "int", TAGS + "float" -> resolved instanceof JsonTree.Literal literal && literal.isNumber();
			default -> false;
		};
		if (!fits) {
			throw YamlReader.refusal(BAD_TAG, scalar.getStartMark(), "");
		}
		return resolved;
	}

	/**
	 * Returns whether a plain scalar would be read as a string.
	 * @param value a text
	 * @return false for what looks like null, a Boolean or a number
	 */
	static boolean isString(String value) {
		return word(value) == null && !NOT_FINITE.contains(value) && number(value) == null && radix(value) == 0;
	}

	private static JsonTree resolve(String value, ScalarEvent scalar) {
		String word = word(value);
		if (word != null) {
			return new JsonTree.Literal(word, 0);
		}
		if (NOT_FINITE.contains(value)) {
			throw YamlReader.refusal("a number that JSON does not have", scalar.getStartMark(),
					"put infinity and NaN in quotation marks");
		}
		int radix = radix(value);
		if (radix > 0) {
			if (value.length() > MAX_CONVERTED) {
				throw YamlReader.refusal("a number of more than 98 octal or hexadecimal digits", scalar.getStartMark(),
						"");
			}
			return new JsonTree.Literal(new BigInteger(value.substring(2), radix).toString(), 0);
		}
		String number = number(value);
		return (number != null) ? new JsonTree.Literal(number, 0) : new JsonTree.Text(value, 0);
	}

	private static @Nullable String word(String value) {
		return switch (value) {
			case "", "~", "null", "Null", "NULL" -> "null";
			case "true", "True", "TRUE" -> "true";
			case "false", "False", "FALSE" -> "false";
			default -> null;
		};
	}

	private static int radix(String value) {
		if (value.length() <= 2 || value.charAt(0) != '0') {
			return 0;
		}
		return switch (value.charAt(1)) {
			case 'o' -> hasDigits(value, OCTAL) ? OCTAL : 0;
			case 'x' -> hasDigits(value, HEXADECIMAL) ? HEXADECIMAL : 0;
			default -> 0;
		};
	}

	private static boolean hasDigits(String value, int radix) {
		return value.chars().skip(2).allMatch((unit) -> unit < 0x80 && Character.digit(unit, radix) >= 0);
	}

	private static @Nullable String number(String value) {
		boolean signed = value.startsWith("-") || value.startsWith("+");
		int start = signed ? 1 : 0;
		int point = skipDigits(value, start);
		boolean fraction = value.startsWith(".", point);
		int exponent = fraction ? skipDigits(value, point + 1) : point;
		int digits = exponent - start - (fraction ? 1 : 0);
		if (digits == 0 || (exponent < value.length() && !isExponent(value, exponent))) {
			return null;
		}
		int first = start;
		while (first < point - 1 && value.charAt(first) == '0') {
			first++;
		}
		String whole = (first < point) ? value.substring(first, point) : "0";
		// a point without digits after it is left out
		return (value.startsWith("-") ? "-" : "") + whole + value.substring((exponent == point + 1) ? exponent : point);
	}

	private static boolean isExponent(String value, int index) {
		if (value.charAt(index) != 'e' && value.charAt(index) != 'E') {
			return false;
		}
		boolean signed = value.startsWith("-", index + 1) || value.startsWith("+", index + 1);
		int digits = index + (signed ? 2 : 1);
		return digits < value.length() && skipDigits(value, digits) == value.length();
	}

	private static int skipDigits(String value, int start) {
		int index = start;
		while (index < value.length() && AsciiCharacter.isDigit(value.charAt(index))) {
			index++;
		}
		return index;
	}

}
