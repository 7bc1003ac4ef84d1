package dev.couplet.transform.library;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.ValueTooLargeException;

/**
 * Lays out HTML as plain text: what a browser shows, without styles.
 */
final class HtmlText {

	private static final Set<String> PARAGRAPHS = Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre",
			"table", "dl", "figure", "hr", "ul", "ol", "menu");

	private static final Set<String> BLOCKS = Set.of("address", "article", "aside", "body", "caption", "center", "dd",
			"details", "dialog", "dir", "div", "dt", "fieldset", "figcaption", "footer", "form", "header", "hgroup",
			"html", "legend", "li", "main", "nav", "optgroup", "option", "search", "section", "summary", "tbody",
			"tfoot", "thead", "tr");

	private static final Set<String> NOT_SHOWN = Set.of("script", "style", "iframe", "noembed", "noframes", "title");

	private static final String WHITE_SPACE = " \t\n\f\r";

	// deeper lists are indented like this one
	private static final int MAX_INDENTS = 10;

	private final LimitedBuilder result;

	private final SizeLimit limit;

	// the lists around: the number of the last item, or -1 if they have no numbers
	private final Deque<Integer> lists = new ArrayDeque<>();

	private int templates;

	private int preformatted;

	private int lineBreaks;

	private boolean space;

	private boolean startOfPreformatted;

	// what the next piece of text starts with: the mark of a list item, or a number of
	// tabs
	private String mark = "";

	private int tabs;

	private boolean cells;

	private boolean startOfCell;

	private HtmlText(SizeLimit limit) {
		this.result = new LimitedBuilder(limit);
		this.limit = limit;
	}

	/**
	 * Converts HTML.
	 * @param html any text
	 * @param limit the maximum size of the result
	 * @return the text
	 * @throws ValueTooLargeException if the result would exceed the limit
	 */
	static String of(String html, SizeLimit limit) {
		HtmlText text = new HtmlText(limit);
		HtmlTokens tokens = new HtmlTokens(html, HtmlTokens.RAW);
		while (tokens.next()) {
			switch (tokens.kind()) {
				case TEXT -> text.text(html.substring(tokens.start(), tokens.end()), tokens.name());
				case START -> text.start(tokens);
				case END -> text.end(tokens.name());
				case OTHER -> {
				}
			}
		}
		return text.result.toString();
	}

	private void text(String source, String element) {
		if (this.templates > 0 || NOT_SHOWN.contains(element)) {
			return;
		}
		String text = HtmlEscapes.decode(source, this.limit);
		if (this.preformatted > 0) {
			int first = !this.startOfPreformatted ? 0 : text.startsWith("\r\n") ? 2 : text.startsWith("\n") ? 1 : 0;
			this.startOfPreformatted = false;
			append(text.substring(first));
			return;
		}
		int index = 0;
		while (index < text.length()) {
			int end = end(text, index);
			if (end > index) {
				append(text.substring(index, end));
			}
			index = skip(text, end);
			this.space |= index > end;
		}
	}

	private static int end(String text, int start) {
		int end = start;
		while (end < text.length() && WHITE_SPACE.indexOf(text.charAt(end)) < 0) {
			end++;
		}
		return end;
	}

	private static int skip(String text, int start) {
		int end = start;
		while (end < text.length() && WHITE_SPACE.indexOf(text.charAt(end)) >= 0) {
			end++;
		}
		return end;
	}

	private void start(HtmlTokens tag) {
		String name = tag.name();
		this.startOfCell &= !name.equals("tr") && !name.equals("table");
		breakBefore(name);
		switch (name) {
			case "template" -> this.templates++;
			case "br" -> lineBreak();
			case "pre" -> {
				this.preformatted++;
				this.startOfPreformatted = true;
			}
			case "ul", "menu" -> this.lists.push(-1);
			case "ol" -> this.lists.push(0);
			case "li" -> item();
			case "tr" -> {
				this.cells = false;
				this.tabs = 0;
			}
			case "td", "th" -> cell();
			case "img" -> {
				String alternative = tag.alternative();
				text((alternative != null) ? alternative : "", name);
			}
			default -> {
			}
		}
	}

	private void end(String name) {
		this.startOfCell &= !name.equals("tr") && !name.equals("table");
		if (name.equals("template")) {
			this.templates = Math.max(0, this.templates - 1);
		}
		else if (name.equals("pre")) {
			this.preformatted = Math.max(0, this.preformatted - 1);
		}
		breakBefore(name);
		if (!this.lists.isEmpty() && (name.equals("ul") || name.equals("ol") || name.equals("menu"))) {
			this.lists.pop();
			breakBefore(name);
		}
	}

	private void breakBefore(String name) {
		boolean list = name.equals("ul") || name.equals("ol") || name.equals("menu");
		if (PARAGRAPHS.contains(name) && !(list && !this.lists.isEmpty())) {
			requireBreaks(2);
		}
		else if (list || BLOCKS.contains(name)) {
			requireBreaks(1);
		}
	}

	private void requireBreaks(int count) {
		if (!this.startOfCell) {
			this.lineBreaks = Math.max(this.lineBreaks, count);
		}
		this.space = false;
	}

	private void lineBreak() {
		if (this.templates == 0) {
			this.space = false;
			this.lineBreaks++;
		}
	}

	private void item() {
		int depth = Math.clamp(this.lists.size() - 1L, 0, MAX_INDENTS);
		this.mark = "  ".repeat(depth) + "- ";
		if (!this.lists.isEmpty() && this.lists.getFirst() >= 0) {
			int number = this.lists.pop() + 1;
			this.lists.push(number);
			this.mark = "  ".repeat(depth) + number + ". ";
		}
	}

	private void cell() {
		if (this.cells) {
			this.tabs++;
			// blocks in cells do not break the line of the row
			this.lineBreaks = 0;
		}
		this.space = false;
		this.cells = true;
		this.startOfCell = true;
	}

	private void append(String piece) {
		if (piece.isEmpty()) {
			return;
		}
		boolean spaced = this.space && this.lineBreaks == 0 && this.tabs == 0 && this.mark.isEmpty();
		if (!this.result.isEmpty()) {
			this.result.append("\n".repeat(this.lineBreaks)).append(spaced ? " " : "");
		}
		this.result.append("\t".repeat(this.tabs)).append(this.mark).append(piece);
		this.lineBreaks = 0;
		this.tabs = 0;
		this.mark = "";
		this.space = false;
		this.startOfCell = false;
	}

}
