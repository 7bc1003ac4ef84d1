package dev.couplet.transform.library;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A part of an XML document.
 */
sealed interface XmlNode {

	/**
	 * An element, or the document itself, which has no name.
	 *
	 * @param name its name, with the prefix
	 * @param attributes the attributes in order, by name
	 * @param children the children
	 */
	record Element(String name, Map<String, String> attributes, List<XmlNode> children) implements XmlNode {

		Element(String name) {
			this(name, new LinkedHashMap<>(), new ArrayList<>());
		}

		boolean keepsSpace(boolean outer) {
			String space = this.attributes.getOrDefault("xml:space", "");
			return space.equals("preserve") || (outer && !space.equals("default"));
		}

		boolean hasText() {
			return this.children.stream().anyMatch((child) -> child instanceof Text text && !text.isBlank());
		}

	}

	/**
	 * Text.
	 *
	 * @param value the text, decoded
	 * @param cdata whether it is a CDATA section
	 */
	record Text(String value, boolean cdata) implements XmlNode {

		boolean isBlank() {
			return !this.cdata && this.value.chars()
				.allMatch((unit) -> unit == ' ' || unit == '\t' || unit == '\n' || unit == '\r');
		}

	}

	/**
	 * A comment, a processing instruction or the XML declaration.
	 *
	 * @param markup the node as XML
	 */
	record Markup(String markup) implements XmlNode {

	}

}
