package dev.couplet.transform;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The reason why a value was not transformed. Each protocol translates these exceptions
 * in one place. The message can be shown to the caller: it is one line of printable ASCII
 * under 200 characters, and contains no part of the caller's value.
 */
public abstract sealed class TransformException extends RuntimeException
		permits UnknownTransformException, MalformedRecipeException, BadArgumentException, ValueRefusedException,
		MalformedTextException, ValueTooLargeException, TooExpensiveException, TransformFailedException,
		RemoteFailedException, RemoteTimeoutException, UnavailableException, ClientGoneException {

	private static final Pattern NOT_PRINTABLE = Pattern.compile("[^ -~]");

	// how all messages name a step and a position
	private static final Pattern STEP = Pattern.compile("^step ([0-9]+(?:\\.[0-9]+)*+)");

	private static final Pattern POSITION = Pattern
		.compile("\\b(?:at|see|from) (?:its )?((?:character|byte) [0-9]+|line [0-9]+(?:, column [0-9]+)?)");

	private static final int MAX_NAME_LENGTH = 40;

	private static final int MAX_MESSAGE_LENGTH = 199;

	private static final long serialVersionUID = 1L;

	/**
	 * Creates an exception without a stack trace. Errors in requests can be frequent, and
	 * the message says all that matters.
	 * @param message the message for the caller
	 */
	TransformException(String message) {
		super(sanitize(message), null, false, false);
	}

	TransformException(String message, @Nullable Throwable cause) {
		super(sanitize(message), cause);
	}

	@Override
	public String getMessage() {
		String message = super.getMessage();
		return (message != null) ? message : "";
	}

	/**
	 * Returns the step at which the error occurred.
	 * @return the number of the step, from 1; that of a step in brackets is such as
	 * {@code 2.1}. Null if the error is not about a step
	 */
	public @Nullable String step() {
		return find(STEP);
	}

	/**
	 * Returns where in the value or the argument the error occurred.
	 * @return such as {@code character 5}, {@code byte 5}, or {@code line 5, column 3},
	 * from 1; null if it is not known
	 */
	public @Nullable String position() {
		return find(POSITION);
	}

	private @Nullable String find(Pattern pattern) {
		Matcher matcher = pattern.matcher(getMessage());
		return matcher.find() ? matcher.group(1) : null;
	}

	/**
	 * Adds the place of the error.
	 * @param place the step at which it occurred
	 * @return a new exception, or this one if the place does not matter
	 */
	TransformException at(String place) {
		return this;
	}

	private static String sanitize(String message) {
		String printable = NOT_PRINTABLE.matcher(message).replaceAll("?");
		if (printable.length() <= MAX_MESSAGE_LENGTH) {
			return printable;
		}
		// no half of a sentence that says what to do
		int advice = printable.lastIndexOf("; ", MAX_MESSAGE_LENGTH);
		return printable.substring(0, (advice > 0) ? advice : MAX_MESSAGE_LENGTH);
	}

	/**
	 * Makes a name from a request safe to show, by escaping and truncating it.
	 * @param name any string
	 * @return printable ASCII of at most about 40 characters
	 */
	static String shown(String name) {
		StringBuilder shown = new StringBuilder();
		for (int i = 0; i < name.length(); i++) {
			char unit = name.charAt(i);
			boolean printable = unit > ' ' && unit < 0x7F && unit != '\\' && unit != '\'';
			String piece = printable ? String.valueOf(unit) : String.format("\\u%04x", (int) unit);
			if (shown.length() + piece.length() > MAX_NAME_LENGTH) {
				return shown.append("...").toString();
			}
			shown.append(piece);
		}
		return shown.toString();
	}

}
