package dev.couplet.transform.library;

import java.util.ArrayDeque;
import java.util.Deque;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

import dev.couplet.transform.ValueRefusedException;

/**
 * Reads an XML document into a tree.
 */
final class XmlDocument {

	private final Deque<XmlNode.Element> open = new ArrayDeque<>();

	private final StringBuilder text = new StringBuilder();

	private XmlDocument() {
		this.open.push(new XmlNode.Element(""));
	}

	/**
	 * Reads a document.
	 * @param text the XML
	 * @return an element without name, with the nodes of the document
	 * @throws ValueRefusedException if the text is not well-formed, or has a document
	 * type
	 */
	static XmlNode.Element read(String text) {
		XmlDocument document = new XmlDocument();
		XmlReader.read(text, document::add);
		return document.open.getFirst();
	}

	private void add(XMLStreamReader reader) {
		int event = reader.getEventType();
		if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.SPACE) {
			this.text.append(reader.getText());
			return;
		}
		flushText();
		switch (event) {
			case XMLStreamConstants.START_DOCUMENT -> addDeclaration(reader);
			case XMLStreamConstants.START_ELEMENT -> start(reader);
			case XMLStreamConstants.END_ELEMENT -> this.open.pop();
			case XMLStreamConstants.CDATA -> add(new XmlNode.Text(reader.getText(), true));
			case XMLStreamConstants.COMMENT -> add(new XmlNode.Markup("<!--" + reader.getText() + "-->"));
			case XMLStreamConstants.PROCESSING_INSTRUCTION -> {
				String data = reader.getPIData();
				boolean empty = data == null || data.isEmpty();
				add(new XmlNode.Markup("<?" + reader.getPITarget() + (empty ? "" : " " + data) + "?>"));
			}
			default -> {
				// the end of the document
			}
		}
	}

	private void addDeclaration(XMLStreamReader reader) {
		String version = reader.getVersion();
		if (version != null) {
			// a text has been decoded, and is sent as UTF-8
			String encoding = (reader.getCharacterEncodingScheme() != null) ? " encoding=\"UTF-8\"" : "";
			add(new XmlNode.Markup("<?xml version=\"" + version + "\"" + encoding + standalone(reader) + "?>"));
		}
	}

	private static String standalone(XMLStreamReader reader) {
		if (!reader.standaloneSet()) {
			return "";
		}
		return reader.isStandalone() ? " standalone=\"yes\"" : " standalone=\"no\"";
	}

	private void start(XMLStreamReader reader) {
		XmlNode.Element element = new XmlNode.Element(reader.getLocalName());
		for (int i = 0; i < reader.getAttributeCount(); i++) {
			String prefix = reader.getAttributePrefix(i);
			String name = reader.getAttributeLocalName(i);
			boolean prefixed = prefix != null && !prefix.isEmpty();
			element.attributes().put(prefixed ? prefix + ":" + name : name, reader.getAttributeValue(i));
		}
		add(element);
		this.open.push(element);
	}

	private void flushText() {
		if (!this.text.isEmpty()) {
			add(new XmlNode.Text(this.text.toString(), false));
			this.text.setLength(0);
		}
	}

	private void add(XmlNode node) {
		this.open.getFirst().children().add(node);
	}

}
