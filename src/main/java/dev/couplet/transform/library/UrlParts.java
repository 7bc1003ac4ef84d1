package dev.couplet.transform.library;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.couplet.transform.PercentEncoding;
import dev.couplet.transform.ValueRefusedException;

/**
 * The components of a URL (RFC 3986, section 3), which may contain any letters (RFC
 * 3987).
 */
final class UrlParts {

	private static final int MAX_PORT = 65_535;

	private static final String REMEDY = "a URL starts with such as https://";

	private final String text;

	private final Map<String, JsonTree> members = new LinkedHashMap<>();

	private UrlParts(String text) {
		this.text = text;
	}

	/**
	 * Splits a URL.
	 * @param text the URL, which may have white space around it
	 * @return an object of its components, without those that it does not have
	 * @throws ValueRefusedException if it is not a URL with a scheme
	 */
	static JsonTree parse(String text) {
		UrlParts parts = new UrlParts(text);
		int start = 0;
		int end = text.length();
		while (start < end && WhiteSpace.is(text.charAt(start))) {
			start++;
		}
		while (end > start && WhiteSpace.is(text.charAt(end - 1))) {
			end--;
		}
		parts.requireCharacters(start, end);
		parts.parse(start, end);
		return new JsonTree.Members(parts.members, 0);
	}

	private void requireCharacters(int start, int end) {
		for (int i = start; i < end; i++) {
			char unit = this.text.charAt(i);
			if (WhiteSpace.is(unit)) {
				throw refusal("white space inside the URL", i, "a space is written %20");
			}
			if (Character.isISOControl(unit)) {
				throw refusal("a control character in the URL", i, "it is percent-encoded there");
			}
			if (unit == '\\') {
				throw refusal("a backslash in the URL", i, "browsers read it as / and others do not; %5C is clear");
			}
			if (unit == '%' && !(i + 2 < end && HexFormat.isHexDigit(this.text.charAt(i + 1))
					&& HexFormat.isHexDigit(this.text.charAt(i + 2)))) {
				throw refusal("a '%' without two hexadecimal digits in the URL", i, "'%' itself is written %25");
			}
		}
	}

	private void parse(int start, int end) {
		int colon = start;
		while (colon < end && Urls.isInScheme(this.text.charAt(colon))) {
			colon++;
		}
		if (colon == start || colon == end || this.text.charAt(colon) != ':'
				|| !AsciiCharacter.isLetter(this.text.charAt(start))) {
			throw refusal("no scheme in the URL", start, REMEDY);
		}
		put("scheme", this.text.substring(start, colon).toLowerCase(Locale.ROOT));
		int fragment = indexOf('#', colon, end);
		int query = indexOf('?', colon, fragment);
		int path = colon + 1;
		if (this.text.startsWith("//", path) && path + 2 <= query) {
			int authority = path + 2;
			path = indexOf('/', authority, query);
			authority(authority, path);
		}
		put("path", this.text.substring(path, query));
		if (query < fragment) {
			put("query", this.text.substring(query + 1, fragment));
			parameters(query + 1, fragment);
		}
		if (fragment < end) {
			put("fragment", this.text.substring(fragment + 1, end));
		}
	}

	// the end if there is none
	private int indexOf(char unit, int from, int end) {
		int index = this.text.indexOf(unit, from, end);
		return (index < 0) ? end : index;
	}

	private void authority(int start, int end) {
		int at = indexOf('@', start, end);
		int host = start;
		if (at < end) {
			int password = indexOf(':', start, at);
			put("user", decoded(start, password));
			if (password < at) {
				put("password", decoded(password + 1, at));
			}
			host = at + 1;
			if (indexOf('@', host, end) < end) {
				throw refusal("a second at sign before the host of the URL", indexOf('@', host, end),
						"in a user name or password, it is written %40");
			}
		}
		int hostEnd = indexOf(':', host, end);
		if (this.text.startsWith("[", host) && host < end) {
			hostEnd = Math.min(end, indexOf(']', host, end) + 1);
			if (!isAddress(host + 1, hostEnd - 1)) {
				throw refusal("no IPv6 address in the brackets of the URL", host, "such as [2001:db8::1]");
			}
		}
		put("host", this.text.substring(host, hostEnd).toLowerCase(Locale.ROOT));
		port(hostEnd, end);
	}

	private boolean isAddress(int start, int end) {
		if (end < start || this.text.charAt(end) != ']') {
			return false;
		}
		String address = this.text.substring(start, end);
		// %25 and a zone (RFC 6874)
		int zone = address.indexOf("%25");
		String plain = (zone < 0) ? address : address.substring(0, zone);
		return plain.equals("::") || IpAddresses.isVersion6(plain);
	}

	private void port(int start, int end) {
		if (start == end) {
			return;
		}
		int port = 0;
		for (int i = start + 1; i < end; i++) {
			char unit = this.text.charAt(i);
			port = AsciiCharacter.isDigit(unit) ? port * 10 + unit - '0' : MAX_PORT + 1;
			if (port > MAX_PORT) {
				throw refusal("no port number", i, "a port is a number up to " + MAX_PORT);
			}
		}
		if (this.text.charAt(start) != ':') {
			throw refusal("no port number", start, "after the brackets comes a colon, or a slash");
		}
		if (end > start + 1) {
			this.members.put("port", new JsonTree.Literal(String.valueOf(port), 0));
		}
	}

	private void parameters(int start, int end) {
		List<JsonTree> parameters = new ArrayList<>();
		int from = start;
		while (from < end) {
			int to = indexOf('&', from, end);
			if (to > from) {
				int equals = indexOf('=', from, to);
				Map<String, JsonTree> parameter = new LinkedHashMap<>();
				parameter.put("name", new JsonTree.Text(formDecoded(from, equals), 0));
				parameter.put("value", new JsonTree.Text(formDecoded(Math.min(to, equals + 1), to), 0));
				parameters.add(new JsonTree.Members(parameter, 0));
			}
			from = to + 1;
		}
		this.members.put("parameters", new JsonTree.Elements(parameters, 0));
	}

	private String formDecoded(int start, int end) {
		return decode(this.text.substring(start, end).replace('+', ' '), start);
	}

	private String decoded(int start, int end) {
		return decode(this.text.substring(start, end), start);
	}

	private String decode(String part, int start) {
		return PercentEncoding.decode(part,
				(reason) -> refusal("percent-encoded bytes in the URL that are not UTF-8, in the part", start, ""));
	}

	private void put(String name, String value) {
		this.members.put(name, new JsonTree.Text(value, 0));
	}

	private ValueRefusedException refusal(String what, int index, String remedy) {
		String place = " at character " + (this.text.codePointCount(0, index) + 1);
		return new ValueRefusedException(what + place + (remedy.isEmpty() ? "" : "; " + remedy));
	}

}
