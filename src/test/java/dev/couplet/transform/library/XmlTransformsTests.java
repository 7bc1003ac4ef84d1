package dev.couplet.transform.library;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.couplet.transform.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link XmlTransforms}.
 */
class XmlTransformsTests extends LibraryRunner {

	@Test
	void prettyKeepsWhatMatters() {
		assertThat(run("xml-pretty", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><!-- c --><a x='1' y=\"a&quot;&#10;b\">"
				+ "<b>t <i>x</i> <i>y</i></b><c/><d> </d><e><![CDATA[<z>]]></e><f>&lt;&amp;&gt;&#13;\u00e9</f><?pi data?></a>"))
			.isEqualTo("""
					<?xml version="1.0" encoding="UTF-8"?>
					<!-- c -->
					<a x="1" y="a&quot;&#10;b">
					  <b>t <i>x</i> <i>y</i></b>
					  <c/>
					  <d> </d>
					  <e><![CDATA[<z>]]></e>
					  <f>&lt;&amp;&gt;&#13;\u00e9</f>
					  <?pi data?>
					</a>""");
	}

	@ParameterizedTest
	@ValueSource(strings = { "xml-pretty", "xml-minify" })
	void theDeclarationHasTheEncodingOfTheResult(String recipe) {
		byte[] xml = "<?xml version='1.0' encoding='ISO-8859-1' standalone='yes'?><a>\u00e9</a>"
			.getBytes(StandardCharsets.ISO_8859_1);
		assertThat(run("charset-decode=windows-1252," + recipe, Value.of(xml)).text().replace("\n", ""))
			.isEqualTo("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><a>\u00e9</a>");
		assertThat(run(recipe, "<?xml version='1.0'?><a/>").replace("\n", "")).isEqualTo("<?xml version=\"1.0\"?><a/>");
	}

	@Test
	void minifyRemovesOnlySpaceBetweenElements() {
		assertThat(run("xml-minify", "<a>\n  <b> x </b>\n  <c xml:space=\"preserve\">\n <d/> </c></a>\n"))
			.isEqualTo("<a><b> x </b><c xml:space=\"preserve\">\n <d/> </c></a>");
		assertThat(run("xml-minify", "<n:a xmlns:n=\"u\" n:x=\"1\" x=\"2\"><n:b/></n:a>"))
			.isEqualTo("<n:a xmlns:n=\"u\" n:x=\"1\" x=\"2\"><n:b/></n:a>");
	}

	// xmltodict.parse of Python
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"<a x=\"1\">t<b/><b>2</b><n:c>3</n:c> u</a>|{\"a\":{\"@x\":\"1\",\"b\":[null,\"2\"],\"n:c\":\"3\",\"#text\":\"t u\"}}",
			"<a> x </a>|{\"a\":\"x\"}", "<a><b y=\"2\"/></a>|{\"a\":{\"b\":{\"@y\":\"2\"}}}", "<a/>|{\"a\":null}",
			"<a><![CDATA[<z>]]></a>|{\"a\":\"<z>\"}", "<a>x<b/>y</a>|{\"a\":{\"b\":null,\"#text\":\"xy\"}}" })
	void jsonMatchesXmltodict(String xml, String json) {
		assertThat(run("xml-to-json", xml)).isEqualTo(json);
	}

	@ParameterizedTest
	@ValueSource(strings = { "<!DOCTYPE a><a/>", "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>",
			"<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>",
			"<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
			"<!DOCTYPE a [<!ENTITY % x SYSTEM \"http://127.0.0.1:1/\"> %x;]><a/>" })
	void documentTypesAreRefused(String xml) {
		for (String recipe : new String[] { "xml-pretty", "xml-minify", "xml-to-json" }) {
			assertRefused(recipe, xml, "an XML document type or entity at line 1, column ");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "<a>", "<a></b>", "<a x=\"1\" x=\"2\"/>", "<a/><b/>", "<a>&x;</a>", "<a x=1/>",
			"<a>\u0001</a>", "<a>&#1;</a>", "<a>]]></a>", "<a><!-- -- --></a>", "<a x='<'/>", "<?xml version='1.0'?>",
			" <?xml version='1.0'?><a/>" })
	void malformedXmlIsRefused(String xml) {
		assertRefused("xml-minify", xml, "not well-formed XML");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					``                        | line 1, column 1; there is no element
					hello                     | line 1, column 1; it begins with '<'
					{"a":1}                   | line 1, column 1; it begins with '<'
					<a><b></a>                | line 1, column 7; the element at line 1, column 4 is not closed
					`<a>\n <b>\n <b>x</b>`  | line 3, column 10; the element at line 2, column 2 is not closed
					`<a><br></a >`            | line 1, column 8; the element at line 1, column 4 is not closed
					<a></a></b>               | line 1, column 8; nothing is open that it could close
					<a>&nbsp;</a>             | line 1, column 4; '&' itself is written &amp;, and only &amp; &lt; &gt; &quot; &apos; have names
					<a>&</a>                  | line 1, column 4; '&' itself is written &amp;
					<a x='?b&c=1'/>           | line 1, column 9; '&' itself is written &amp;
					<a>1 < 2</a>              | line 1, column 6; '<' itself is written &lt;
					<a x='<'/>                | line 1, column 7; '<' itself is written &lt;
					<a>]]></a>                | line 1, column 4; ]]> itself is written ]]&gt;
					`<a>\n<b x=1/></a>`      | line 2, column 6; the value of an attribute has quotation marks
					<a b=c/>                  | line 1, column 6; the value of an attribute has quotation marks
					<a b='c/>                 | line 1, column 6; the quotation mark is not closed
					<input checked>           | line 1, column 15; an attribute has a value
					<a x="1" x="2"/>          | line 1, column 10; the attribute occurs twice
					<a x="1"<b/></a>          | line 1, column 9; a tag ends with '>'
					<a                        | line 1, column 3; a tag ends with '>'
					<a/><b/>                  | line 1, column 5; it has one outermost element
					<a/>b                     | line 1, column 5; nothing follows its outermost element
					` <?xml version='1.0'?><a/>` | line 1, column 2; the XML declaration is at the very start
					<?xml version='1.0'?>     | line 1, column 22; there is no element
					<a><!-- -- --></a>        | line 1, column 4; a comment ends with -->, and has no other --
					<a><![CDATA[</a>          | line 1, column 4; a CDATA section ends with ]]>
					`<a>\u0001</a>`           | line 1, column 4; it does not allow this character; strip-invisible removes it
					""")
	void malformedXmlIsRefusedWithThePlaceAndTheReason(String xml, String reason) {
		assertRefused("xml-minify", xml, "not well-formed XML at " + reason);
	}

	@Test
	void anElementHasAtMost200Attributes() {
		String attributes = IntStream.range(0, 200).mapToObj((i) -> " a" + i + "=\"\"").collect(Collectors.joining());
		assertThat(run("xml-minify", "<a" + attributes + "/>")).hasSize(attributes.length() + 4);
		assertRefused("xml-minify", "<a" + attributes + " x=''/>", "an element has at most 200 attributes");
	}

	@Test
	void depthIsLimited() {
		assertThat(run("xml-minify", "<a>".repeat(100) + "</a>".repeat(100))).hasSize(99 * 7 + 4);
		assertThat(run("xml-minify", "<a>" + "<b></b>".repeat(101) + "</a>")).endsWith("<b/></a>");
		assertRefused("xml-minify", "<a>".repeat(101) + "</a>".repeat(101), "more than 100 levels of XML");
	}

	@Test
	void longTextIsReadWhole() {
		String xml = "<a>" + "\u00e9&amp;\uD83D\uDE00".repeat(50_000) + "</a>";
		assertThat(run("xml-minify", xml)).isEqualTo(xml);
	}

}
