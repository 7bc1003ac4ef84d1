package dev.couplet.transform.library;

import java.io.StringReader;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import dev.couplet.transform.ValueRefusedException;

/**
 * Reads XML 1.0 without anything from outside: no document type, and no entities but the
 * five of XML.
 */
final class XmlReader {

	private final XMLStreamReader reader;

	private int depth;

	private XmlReader(XMLStreamReader reader) {
		this.reader = reader;
	}

	private static XMLInputFactory factory() {
		// the JDK's, whatever is on the class path
		XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		// names are kept with their prefixes
		factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
		factory.setProperty("http://java.sun.com/xml/stream/properties/report-cdata-event", true);
		// of two limits, ours has a clear reason
		factory.setProperty("jdk.xml.maxElementDepth", String.valueOf(2 * JsonReader.MAX_DEPTH));
		factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
			throw new XMLStreamException("nothing from outside");
		});
		return factory;
	}

	/**
	 * Reads a document.
	 * @param text the XML
	 * @param handler receives each event, the start of the document first
	 * @throws ValueRefusedException if the text is not well-formed, or has a document
	 * type
	 */
	static void read(String text, Handler handler) {
		try {
			// a factory for each text takes 20 microseconds. The JDK does not promise
			// that
			// threads can share one, and it keeps the last text in memory
			new XmlReader(factory().createXMLStreamReader(new StringReader(text))).read(handler);
		}
		catch (XMLStreamException ex) {
			ValueRefusedException fault = XmlFault.refusal(text);
			throw (fault != null) ? fault
					: refusal("not well-formed XML, or more than it may have,",
							(ex.getLocation() != null) ? ex.getLocation().getLineNumber() : 0,
							(ex.getLocation() != null) ? ex.getLocation().getColumnNumber() : 0, "");
		}
	}

	private void read(Handler handler) throws XMLStreamException {
		handler.accept(this.reader);
		while (this.reader.hasNext()) {
			int event = this.reader.next();
			if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
				throw refusal("an XML document type or entity", "neither is processed");
			}
			if (event == XMLStreamConstants.START_ELEMENT && ++this.depth > JsonReader.MAX_DEPTH) {
				throw refusal("more than " + JsonReader.MAX_DEPTH + " levels of XML", "");
			}
			if (event == XMLStreamConstants.END_ELEMENT) {
				this.depth--;
			}
			handler.accept(this.reader);
		}
	}

	private ValueRefusedException refusal(String what, String remedy) {
		return refusal(what, this.reader.getLocation().getLineNumber(), this.reader.getLocation().getColumnNumber(),
				remedy);
	}

	private static ValueRefusedException refusal(String what, int line, int column, String remedy) {
		String place = (line > 0) ? " at line " + line + ", column " + Math.max(1, column) : "";
		return new ValueRefusedException(what + place + (remedy.isEmpty() ? "" : "; " + remedy));
	}

	/**
	 * Receives the events of a document.
	 */
	interface Handler {

		void accept(XMLStreamReader reader) throws XMLStreamException;

	}

}
