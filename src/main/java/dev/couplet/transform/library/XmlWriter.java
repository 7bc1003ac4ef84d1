package dev.couplet.transform.library;

import java.util.List;

import dev.couplet.transform.SizeLimit;

/**
 * Writes an XML document. White space is only changed where there is nothing else: in an
 * element with other text, or with {@code xml:space="preserve"}, all of it is kept.
 */
final class XmlWriter {

	private final LimitedBuilder xml;

	private final int indent;

	private XmlWriter(LimitedBuilder xml, int indent) {
		this.xml = xml;
		this.indent = indent;
	}

	/**
	 * Writes a document.
	 * @param document an element without name
	 * @param indent the number of spaces for each level, or 0 for no white space
	 * @param limit the maximum size of the result
	 * @return the XML, without a line break at the end
	 */
	static String write(XmlNode.Element document, int indent, SizeLimit limit) {
		LimitedBuilder xml = new LimitedBuilder(limit);
		XmlWriter writer = new XmlWriter(xml, indent);
		for (XmlNode child : document.children()) {
			if (!(child instanceof XmlNode.Text)) {
				xml.append((indent > 0 && !xml.isEmpty()) ? "\n" : "");
				writer.write(child, 1, false);
			}
		}
		return xml.toString();
	}

	private void write(XmlNode node, int depth, boolean keeps) {
		switch (node) {
			case XmlNode.Markup markup -> this.xml.append(markup.markup());
			case XmlNode.Text text ->
				this.xml.append(text.cdata() ? "<![CDATA[" + text.value() + "]]>" : escaped(text.value()));
			case XmlNode.Element element -> writeElement(element, depth, element.keepsSpace(keeps));
		}
	}

	private void writeElement(XmlNode.Element element, int depth, boolean preserved) {
		this.xml.append("<").append(element.name());
		element.attributes()
			.forEach((name, value) -> this.xml.append(" ")
				.append(name)
				.append("=\"")
				.append(escaped(value).replace("\"", "&quot;").replace("\n", "&#10;").replace("\t", "&#9;"))
				.append("\""));
		// mixed content: white space in it, and in the elements in it, can matter
		boolean keeps = preserved || element.hasText();
		List<XmlNode> children = keeps ? element.children()
				: element.children().stream().filter((child) -> !(child instanceof XmlNode.Text)).toList();
		// an element with only white space has it as its content
		if (children.isEmpty() && !element.children().isEmpty()) {
			children = element.children();
			keeps = true;
		}
		if (children.isEmpty()) {
			this.xml.append("/>");
			return;
		}
		this.xml.append(">");
		for (XmlNode child : children) {
			this.xml.append(lineBreak(depth, keeps));
			write(child, depth + 1, keeps);
		}
		this.xml.append(lineBreak(depth - 1, keeps)).append("</").append(element.name()).append(">");
	}

	private String lineBreak(int depth, boolean keeps) {
		return (keeps || this.indent == 0) ? "" : "\n" + " ".repeat(depth * this.indent);
	}

	// ">" is escaped because "]]>" may not be in text
	private static String escaped(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;");
	}

}
