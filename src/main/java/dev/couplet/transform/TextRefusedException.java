package dev.couplet.transform;

/**
 * A transform does not take this text: it is not base64, for example.
 */
public final class TextRefusedException extends TransformException {

	private static final long serialVersionUID = 1L;

	/**
	 * Refuses a text.
	 * @param reason why, in printable ASCII and without anything of the text: "the text
	 * is not base64"
	 */
	public TextRefusedException(String reason) {
		super(reason);
	}

}
