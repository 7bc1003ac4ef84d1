package dev.couplet.transform.library;

/**
 * What decoders of pasted text have in common.
 */
final class Decoders {

	private Decoders() {
	}

	/**
	 * Says what to put first, by the first character that is not of the encoding.
	 * @param text the text
	 * @param unit the UTF-16 code unit at the place of the error
	 * @return the end of a refusal, empty if nothing is known
	 */
	static String hint(String text, char unit) {
		if (text.startsWith("data:")) {
			return "; if it is a data URL, put regex-replace=^data[^%2C]*%2C: first";
		}
		if (text.startsWith("-----BEGIN")) {
			return "; if it is PEM, put drop-lines=^----- first";
		}
		return switch (unit) {
			case '%' -> "; if it is percent-encoded, put url-decode first";
			case '"' -> "; if it is a JSON string, put json-decode first";
			case '&' -> "; if it has character references, put html-decode first";
			case '-' -> "; if hyphens separate it, put replace=-: first";
			case ',' -> "; if commas separate it, put replace=%2C: first";
			case '\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF', '\u00AD' ->
				"; it is invisible, so put strip-invisible first";
			default -> "";
		};
	}

	/**
	 * Says how to decode each line.
	 * @param between the text from the end of one encoded value to the start of the next
	 * @param decoder the name of the transform
	 * @return the end of a refusal, empty if there is no line break
	 */
	static String eachLineHint(String between, String decoder) {
		return (between.indexOf('\n') >= 0) ? "; for one value on each line, use each-line(" + decoder + ")" : "";
	}

}
