package dev.couplet.transform.library;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * Scalars by the Core schema of YAML 1.2.2, section 10.3.2.
 */
final class YamlScalar {

	private static final Pattern NULL = Pattern.compile("null|Null|NULL|~|");

	private static final Pattern TRUE = Pattern.compile("true|True|TRUE");

	private static final Pattern FALSE = Pattern.compile("false|False|FALSE");

	private static final Pattern DECIMAL = Pattern.compile("\\+?(-?)0*+([0-9]*)(?:\\.([0-9]*+))?([eE][-+]?[0-9]++)?");

	private static final int EXPONENT = 4;

	private static final Pattern NOT_FINITE = Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

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
			case TAGS + "bool" -> TRUE.matcher(value).matches() || FALSE.matcher(value).matches();
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
		return !NULL.matcher(value).matches() && !TRUE.matcher(value).matches() && !FALSE.matcher(value).matches()
				&& !NOT_FINITE.matcher(value).matches() && number(value) == null && radix(value) == 0;
	}

	private static JsonTree resolve(String value, ScalarEvent scalar) {
		if (NULL.matcher(value).matches()) {
			return new JsonTree.Literal("null", 0);
		}
		if (TRUE.matcher(value).matches()) {
			return new JsonTree.Literal("true", 0);
		}
		if (FALSE.matcher(value).matches()) {
			return new JsonTree.Literal("false", 0);
		}
		if (NOT_FINITE.matcher(value).matches()) {
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
		Matcher matcher = DECIMAL.matcher(value);
		if (!matcher.matches() || value.startsWith("+-")) {
			return null;
		}
		int mantissa = (matcher.start(EXPONENT) >= 0) ? matcher.start(EXPONENT) : value.length();
		if (value.chars().limit(mantissa).noneMatch((unit) -> unit >= '0' && unit <= '9')) {
			return null;
		}
		String fraction = matcher.group(3);
		String exponent = matcher.group(EXPONENT);
		String whole = matcher.group(2).isEmpty() ? "0" : matcher.group(2);
		return matcher.group(1) + whole + ((fraction == null || fraction.isEmpty()) ? "" : "." + fraction)
				+ ((exponent != null) ? exponent : "");
	}

}
