package dev.couplet.transform.library;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.couplet.transform.ValueRefusedException;
import org.jspecify.annotations.Nullable;

/**
 * Finds out why a text is not well-formed XML: what the parser says is in the language of
 * the system, and quotes the text. It knows the usual faults.
 */
final class XmlFault {

	private static final int MAX_ATTRIBUTES = 200;

	private static final Pattern NAME = Pattern.compile("[\\p{L}_:][^\\s<>&/='\"]*+");

	private static final Pattern REFERENCE = Pattern.compile("&(?:amp|lt|gt|quot|apos|#[0-9]++|#x[0-9A-Fa-f]++);");

	private static final String SPACES = " \t\r\n";

	private static final String LESS_THAN = "'<' itself is written &lt;";

	private final String text;

	private final Deque<Span> open = new ArrayDeque<>();

	private boolean root;

	private int index;

	private XmlFault(String text) {
		this.text = text;
	}

	/**
	 * Refuses a text.
	 * @param text a text that is not well-formed XML, or has a document type
	 * @return the exception to throw, or null if the fault is an unusual one
	 */
	static @Nullable ValueRefusedException refusal(String text) {
		XmlFault fault = new XmlFault(text);
		String remedy = fault.find();
		return remedy.isEmpty() ? null : TextPosition.refusal("not well-formed XML", text, fault.index, remedy);
	}

	// moves to the fault
	private String find() {
		String remedy = "";
		while (remedy.isEmpty() && this.index < this.text.length()) {
			remedy = switch (this.text.charAt(this.index)) {
				case '<' -> markup();
				case '&' -> reference();
				case ']' -> this.text.startsWith("]]>", this.index) ? "]]> itself is written ]]&gt;" : character();
				default -> character();
			};
		}
		if (!remedy.isEmpty() || this.index < this.text.length()) {
			return remedy;
		}
		return this.open.isEmpty() ? this.root ? "" : "there is no element" : notClosed();
	}

	private String notClosed() {
		return "the element at " + TextPosition.of(this.text, this.open.getFirst().start() - 1) + " is not closed";
	}

	private String character() {
		if (this.open.isEmpty() && SPACES.indexOf(this.text.charAt(this.index)) < 0) {
			return this.root ? "nothing follows its outermost element" : "it begins with '<'";
		}
		return allowed();
	}

	private String allowed() {
		char unit = this.text.charAt(this.index);
		if (unit < ' ' && SPACES.indexOf(unit) < 0) {
			return "it does not allow this character; strip-invisible removes it";
		}
		this.index++;
		return "";
	}

	private String reference() {
		Matcher reference = at(REFERENCE);
		if (!reference.lookingAt()) {
			return "'&' itself is written &amp;, and only &amp; &lt; &gt; &quot; &apos; have names";
		}
		this.index = reference.end();
		return "";
	}

	private String markup() {
		if (this.text.startsWith("<!--", this.index)) {
			return skip("<!--", "--", "-->", "a comment ends with -->, and has no other --");
		}
		if (this.text.startsWith("<![CDATA[", this.index)) {
			return skip("<![CDATA[", "]]>", "]]>", "a CDATA section ends with ]]>");
		}
		if (this.text.startsWith("<?xml ", this.index) && this.index > 0) {
			return "the XML declaration is at the very start";
		}
		if (this.text.startsWith("<?", this.index)) {
			return skip("<?", "?>", "?>", "it ends with ?>");
		}
		return this.text.startsWith("</", this.index) ? endTag() : startTag();
	}

	private String skip(String start, String found, String end, String remedy) {
		int place = this.text.indexOf(found, this.index + start.length());
		if (place < 0 || !this.text.startsWith(end, place)) {
			return remedy;
		}
		this.index = place + end.length();
		return "";
	}

	private String endTag() {
		int start = this.index + "</".length();
		Span opened = this.open.peek();
		if (opened == null) {
			return "nothing is open that it could close";
		}
		String name = opened.in(this.text);
		if (!this.text.startsWith(name, start) || !this.text.startsWith(">", afterSpace(start + name.length()))) {
			return notClosed();
		}
		this.open.pop();
		this.index = afterSpace(start + name.length()) + 1;
		return "";
	}

	private String startTag() {
		Matcher name = NAME.matcher(this.text).region(this.index + 1, this.text.length());
		if (!name.lookingAt()) {
			return LESS_THAN;
		}
		if (this.open.isEmpty() && this.root) {
			return "it has one outermost element";
		}
		this.root = true;
		int start = this.index;
		this.index = name.end();
		String remedy = attributes();
		if (remedy.isEmpty() && this.text.startsWith("/>", this.index)) {
			this.index += "/>".length();
		}
		else if (remedy.isEmpty()) {
			this.open.push(new Span(start + 1, name.end()));
			this.index++;
		}
		return remedy;
	}

	// moves to the end of the tag
	private String attributes() {
		Set<String> names = new HashSet<>();
		this.index = afterSpace(this.index);
		while (!this.text.startsWith(">", this.index) && !this.text.startsWith("/>", this.index)) {
			Matcher name = at(NAME);
			if (!name.lookingAt()) {
				return "a tag ends with '>'";
			}
			if (!names.add(name.group())) {
				return "the attribute occurs twice";
			}
			if (names.size() > MAX_ATTRIBUTES) {
				return "an element has at most " + MAX_ATTRIBUTES + " attributes";
			}
			this.index = afterSpace(name.end());
			if (!this.text.startsWith("=", this.index)) {
				return "an attribute has a value";
			}
			this.index = afterSpace(this.index + 1);
			String remedy = value();
			if (!remedy.isEmpty()) {
				return remedy;
			}
			this.index = afterSpace(this.index);
		}
		return "";
	}

	private String value() {
		String quote = this.text.substring(this.index, Math.min(this.index + 1, this.text.length()));
		if (!quote.equals("\"") && !quote.equals("'")) {
			return "the value of an attribute has quotation marks";
		}
		int start = this.index;
		this.index++;
		while (!this.text.startsWith(quote, this.index)) {
			if (this.index == this.text.length()) {
				this.index = start;
				return "the quotation mark is not closed";
			}
			String remedy = switch (this.text.charAt(this.index)) {
				case '<' -> LESS_THAN;
				case '&' -> reference();
				default -> allowed();
			};
			if (!remedy.isEmpty()) {
				return remedy;
			}
		}
		this.index++;
		return "";
	}

	private Matcher at(Pattern pattern) {
		return pattern.matcher(this.text).region(this.index, this.text.length());
	}

	private int afterSpace(int start) {
		int end = start;
		while (end < this.text.length() && SPACES.indexOf(this.text.charAt(end)) >= 0) {
			end++;
		}
		return end;
	}

}
