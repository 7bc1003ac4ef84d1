package dev.couplet.transform.library;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.couplet.transform.BadArgumentException;
import dev.couplet.transform.MalformedTextException;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.TransformFunction;
import dev.couplet.transform.Utf8;
import dev.couplet.transform.ValueRefusedException;
import dev.couplet.transform.ValueTooLargeException;

/**
 * Decodes encoded words (RFC 2047) in the values of mail headers. As in Python's
 * {@code email.header}, they can be next to other text, spaces and question marks can be
 * in them, and the bytes of words of one charset are joined before they are decoded,
 * because many programs cut characters in two.
 */
final class MimeWordReader {

	private static final int NONE = -1;

	private static final String WHITE_SPACE = " \t\r\n";

	// a charset with an optional language (RFC 2231), and the encoding
	private static final Pattern START = Pattern
		.compile("=\\?([A-Za-z0-9!#$%&'+._:^`{|}~-]{1,60}+)(?:\\*[A-Za-z0-9-]{0,60}+)?\\?([BbQq])\\?");

	private final String text;

	private final SizeLimit limit;

	private final LimitedBuilder result;

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

	// a text can have a hundred thousand words of the same few charsets
	private final Map<String, TransformFunction<byte[], String>> decodings = new HashMap<>();

	// of the words whose bytes are not decoded yet
	private String charset = "";

	private int firstWord = NONE;

	// the next end of a word, and the next line break: found once, as they can be far
	private int wordEnd;

	private int lineEnd;

	private MimeWordReader(String text, SizeLimit limit) {
		this.text = text;
		this.limit = limit;
		this.result = new LimitedBuilder(limit);
	}

	/**
	 * Decodes a text.
	 * @param text any text
	 * @param limit the maximum size of the result
	 * @return the text with its encoded words decoded, without the white space between
	 * two of them
	 * @throws ValueRefusedException if an encoded word is damaged, or its charset is not
	 * known
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	static String decode(String text, SizeLimit limit) {
		return new MimeWordReader(text, limit).decode();
	}

	private String decode() {
		Matcher starts = START.matcher(this.text);
		int end = 0;
		while (starts.find()) {
			int close = close(starts.end());
			if (close == NONE) {
				continue;
			}
			String between = this.text.substring(end, starts.start());
			if (this.firstWord == NONE || !isWhiteSpace(between)) {
				flush();
				this.result.append(between);
			}
			readWord(starts, close);
			end = close + "?=".length();
			starts.region(end, this.text.length());
		}
		flush();
		return this.result.append(this.text.substring(end)).toString();
	}

	private static boolean isWhiteSpace(String text) {
		for (int i = 0; i < text.length(); i++) {
			if (WHITE_SPACE.indexOf(text.charAt(i)) < 0) {
				return false;
			}
		}
		return true;
	}

	// the end of the contents of the word, on the same line, or -1
	private int close(int start) {
		if (this.wordEnd < start) {
			this.wordEnd = orLength(this.text.indexOf("?=", start));
		}
		if (this.lineEnd < start) {
			this.lineEnd = orLength(this.text.indexOf('\n', start));
		}
		return (this.wordEnd < this.lineEnd) ? this.wordEnd : NONE;
	}

	private int orLength(int index) {
		return (index >= 0) ? index : this.text.length();
	}

	private void readWord(Matcher start, int end) {
		if (!start.group(1).equalsIgnoreCase(this.charset)) {
			flush();
		}
		if (this.firstWord == NONE) {
			this.charset = start.group(1);
			this.firstWord = start.start();
		}
		if (start.group(2).equalsIgnoreCase("B")) {
			readBase64(start.start(), this.text.substring(start.end(), end));
		}
		else {
			readQuoted(start.start(), start.end(), end);
		}
	}

	private void readBase64(int word, String contents) {
		try {
			this.bytes.writeBytes(Base64Alphabet.STANDARD.decode(contents));
		}
		catch (ValueRefusedException ex) {
			throw refusal("has contents that are not base64", word);
		}
	}

	private void readQuoted(int word, int start, int end) {
		int i = start;
		while (i < end) {
			char unit = this.text.charAt(i);
			boolean escape = unit == '=' && i + 2 < end && HexFormat.isHexDigit(this.text.charAt(i + 1))
					&& HexFormat.isHexDigit(this.text.charAt(i + 2));
			if ((unit == '=' && !escape) || (!JavaEscapes.isPrintable(unit) && unit != '\t')) {
				throw refusal("has contents that are not in the Q encoding", word);
			}
			if (escape) {
				this.bytes.write(HexFormat.fromHexDigits(this.text, i + 1, i + 3));
			}
			else {
				this.bytes.write((unit == '_') ? ' ' : unit);
			}
			i += escape ? 3 : 1;
		}
	}

	private void flush() {
		if (this.firstWord == NONE) {
			return;
		}
		try {
			this.result.append(decoding().apply(this.bytes.toByteArray(), this.limit));
		}
		catch (BadArgumentException ex) {
			throw refusal("has an unknown charset", this.firstWord);
		}
		catch (ValueRefusedException | MalformedTextException ex) {
			throw refusal("has, with those after it, bytes that are not text in its charset", this.firstWord);
		}
		this.bytes.reset();
		this.charset = "";
		this.firstWord = NONE;
	}

	private TransformFunction<byte[], String> decoding() {
		return this.decodings.computeIfAbsent(this.charset, (name) -> {
			Charset found = CharsetNames.find(name);
			return found.equals(StandardCharsets.UTF_8) ? (octets, most) -> Utf8.decode(octets, 0, octets.length)
					: new CharsetDecoding(found);
		});
	}

	private ValueRefusedException refusal(String what, int index) {
		return new ValueRefusedException(
				"the encoded word at character %s %s".formatted(this.text.codePointCount(0, index) + 1, what));
	}

}
