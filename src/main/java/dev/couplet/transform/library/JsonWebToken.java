package dev.couplet.transform.library;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.couplet.transform.MalformedTextException;
import dev.couplet.transform.Utf8;
import dev.couplet.transform.ValueRefusedException;

/**
 * Reads JSON Web Tokens (RFC 7519) without verifying them.
 */
final class JsonWebToken {

	// as in the header Authorization
	private static final Pattern BEARER = Pattern.compile("(?i)(?:authorization:[ \t]*+)?bearer[ \t]++");

	private static final int PARTS = 3;

	private static final int PARTS_OF_ENCRYPTED = 5;

	private JsonWebToken() {
	}

	/**
	 * Decodes a token.
	 * @param text the token, which may have white space around it
	 * @return its header and its payload
	 * @throws ValueRefusedException if it is not a token, or encrypted
	 */
	static JsonTree decode(String text) {
		String token = WhiteSpace.trim(text);
		Matcher bearer = BEARER.matcher(token);
		if (bearer.lookingAt()) {
			token = token.substring(bearer.end());
		}
		String[] parts = token.split("\\.", PARTS_OF_ENCRYPTED + 1);
		if (parts.length == PARTS_OF_ENCRYPTED) {
			throw new ValueRefusedException(
					"the token is encrypted (JWE), with five parts; only a signed one is decoded");
		}
		if (parts.length != PARTS) {
			throw new ValueRefusedException(
					"not a JSON Web Token: it has %s instead of 3; periods are between the parts"
						.formatted((parts.length > PARTS_OF_ENCRYPTED) ? "more than 5 parts"
								: (parts.length == 1) ? "1 part" : parts.length + " parts"));
		}
		Map<String, JsonTree> members = new LinkedHashMap<>();
		members.put("header", object(parts[0], "header"));
		members.put("payload", object(parts[1], "payload"));
		bytes(parts[2], "signature");
		members.put("signature", new JsonTree.Text(parts[2], 0));
		members.put("verified", new JsonTree.Literal("false", 0));
		return new JsonTree.Members(members, 0);
	}

	private static JsonTree object(String part, String name) {
		byte[] bytes = bytes(part, name);
		try {
			JsonTree tree = JsonReader.read(Utf8.decode(bytes, 0, bytes.length));
			if (tree instanceof JsonTree.Members) {
				return tree;
			}
			throw new ValueRefusedException("it is not an object");
		}
		catch (ValueRefusedException ex) {
			throw new ValueRefusedException(
					"the %s of the token is not a JSON object: %s".formatted(name, ex.getMessage().split(";", 2)[0]));
		}
		catch (MalformedTextException ex) {
			throw new ValueRefusedException("the %s of the token is not UTF-8".formatted(name));
		}
	}

	private static byte[] bytes(String part, String name) {
		for (int i = 0; i < part.length(); i++) {
			char unit = part.charAt(i);
			if (!AsciiCharacter.isLetterOrDigit(unit) && unit != '-' && unit != '_') {
				throw new ValueRefusedException(
						"the %s of the token is not URL-safe base64 at its character %s".formatted(name, i + 1));
			}
		}
		try {
			return Base64Alphabet.URL_SAFE.decode(part);
		}
		catch (ValueRefusedException ex) {
			throw new ValueRefusedException("the %s of the token is cut off".formatted(name));
		}
	}

}
