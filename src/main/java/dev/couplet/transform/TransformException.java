package dev.couplet.transform;

import org.jspecify.annotations.Nullable;

/**
 * Why a text was not transformed. Every protocol answers each kind in its own way, in one
 * place. The message is fit for a caller's eyes: one line of printable ASCII under 200
 * characters, with nothing of the caller's text in it.
 */
public abstract sealed class TransformException extends RuntimeException
		permits UnknownTransformException, MalformedRecipeException, BadArgumentException, TextRefusedException,
		MalformedTextException, TextTooLargeException, TooExpensiveException, TransformFailedException,
		UnavailableException, ClientGoneException {

	private static final int LONGEST_NAME_SHOWN = 40;

	private static final int LONGEST_MESSAGE = 199;

	private static final long serialVersionUID = 1L;

	/**
	 * A caller's mistake carries no stack trace: there may be many a second, and what
	 * matters is in the message.
	 * @param message what to tell the caller
	 */
	TransformException(String message) {
		super(fitForReply(message), null, false, false);
	}

	TransformException(String message, @Nullable Throwable cause) {
		super(fitForReply(message), cause);
	}

	@Override
	public String getMessage() {
		String message = super.getMessage();
		return (message != null) ? message : "";
	}

	private static String fitForReply(String message) {
		String printable = message.replaceAll("[^ -~]", "?");
		return (printable.length() <= LONGEST_MESSAGE) ? printable : printable.substring(0, LONGEST_MESSAGE);
	}

	/**
	 * A name that came from outside, cut short and escaped so that it can be shown.
	 * @param name any string
	 * @return printable ASCII of at most about 40 characters
	 */
	static String shown(String name) {
		StringBuilder shown = new StringBuilder();
		for (int i = 0; i < name.length(); i++) {
			char unit = name.charAt(i);
			boolean printable = unit > ' ' && unit < 0x7F && unit != '\\' && unit != '\'';
			String piece = printable ? String.valueOf(unit) : String.format("\\u%04x", (int) unit);
			if (shown.length() + piece.length() > LONGEST_NAME_SHOWN) {
				return shown.append("...").toString();
			}
			shown.append(piece);
		}
		return shown.toString();
	}

}
