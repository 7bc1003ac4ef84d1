package dev.couplet.transform;

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
