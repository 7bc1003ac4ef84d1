package dev.couplet.transform.library;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.couplet.transform.Parameter;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformLibrary;

/**
 * The layout of XML, and XML as JSON.
 */
class XmlTransforms implements TransformLibrary {

	private static final int INDENT = 2;

	private static final int MAX_INDENT = 8;

	private static final int WEIGHT = 1000;

	private static final int CALL_COST = 80_000;

	@Override
	public List<Transform> transforms() {
		return List.of(pretty(), minify(), toJson());
	}

	private static Transform pretty() {
		Parameter<Integer> indent = Parameter.integer("indent", 1, MAX_INDENT, INDENT);
		return Transform.named("xml-pretty")
			.synonyms("xml-format", "xml-beautify", "format-xml", "xmllint", "prettify-xml")
			.describedAs("Formats XML 1.0 with a line for each element. White space in elements with text, or with "
					+ "xml:space=\"preserve\", is kept, and a declared encoding becomes UTF-8. A document type is refused.")
			.with(indent)
			.weighing(WEIGHT)
			.callCost(CALL_COST)
			.example("xml-pretty", "<moon><tide n=\"1\">low</tide><tide/></moon>", """
					<moon>
					  <tide n="1">low</tide>
					  <tide/>
					</moon>""")
			.binding((arguments) -> {
				int spaces = arguments.get(indent);
				return ByteOrderMark.keptBy((text, limit) -> XmlWriter.write(XmlDocument.read(text), spaces, limit));
			});
	}

	private static Transform minify() {
		return Transform.named("xml-minify")
			.synonyms("xml-compact", "minify-xml", "compact-xml")
			.describedAs("Removes white space between the elements of XML 1.0. White space in elements with text, or "
					+ "with xml:space=\"preserve\", is kept, and a declared encoding becomes UTF-8. A document type is refused.")
			.weighing(WEIGHT)
			.callCost(CALL_COST)
			.example("xml-minify", "<moon>\n  <tide n='1'>low</tide>\n</moon>\n",
					"<moon><tide n=\"1\">low</tide></moon>")
			.applyingWithin(ByteOrderMark.keptBy((text, limit) -> XmlWriter.write(XmlDocument.read(text), 0, limit)));
	}

	private static Transform toJson() {
		return Transform.named("xml-to-json")
			.synonyms("xml2json", "xmltodict", "from-xml", "xml-parse", "parse-xml")
			.describedAs(
					"Converts XML 1.0 to JSON as Python's xmltodict does: attributes have an @, text beside them is "
							+ "#text, and repeated elements are an array. Comments, and the order of mixed content, are lost.")
			.weighing(WEIGHT)
			.callCost(CALL_COST)
			.example("xml-to-json", "<moon><tide n=\"1\">low</tide><tide/></moon>",
					"{\"moon\":{\"tide\":[{\"@n\":\"1\",\"#text\":\"low\"},null]}}")
			.applyingWithin(
					ByteOrderMark.droppedBy((text, limit) -> JsonWriter.write(object(XmlDocument.read(text)), limit)));
	}

	private static JsonTree object(XmlNode.Element element) {
		Map<String, JsonTree> members = new LinkedHashMap<>();
		element.attributes().forEach((name, value) -> members.put("@" + name, new JsonTree.Text(value, 0)));
		StringBuilder text = new StringBuilder();
		for (XmlNode child : element.children()) {
			if (child instanceof XmlNode.Element inner) {
				JsonTree.add(members, inner.name(), object(inner));
			}
			else if (child instanceof XmlNode.Text part) {
				text.append(part.value());
			}
		}
		String content = WhiteSpace.trim(text.toString());
		if (members.isEmpty()) {
			return content.isEmpty() ? new JsonTree.Literal("null", 0) : new JsonTree.Text(content, 0);
		}
		if (!content.isEmpty()) {
			members.put("#text", new JsonTree.Text(content, 0));
		}
		return new JsonTree.Members(members, 0);
	}

}
