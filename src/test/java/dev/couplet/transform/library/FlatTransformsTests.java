package dev.couplet.transform.library;

import java.io.IOException;
import java.io.StringReader;
import java.util.Properties;

import dev.couplet.transform.BadArgumentException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link FlatTransforms} and {@link MustacheTransforms}.
 */
class FlatTransformsTests extends LibraryRunner {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = {
					"?a=1&b=%C3%A9+x&a=2&c&=d&a=3|{\"a\":[\"1\",\"2\",\"3\"],\"b\":\"\u00e9 x\",\"c\":\"\",\"\":\"d\"}",
					"&&a=b=c&|{\"a\":\"b=c\"}", "``|{}", "?|{}", "`a=1\n`|{\"a\":\"1\"}", "a%3Db=%26|{\"a=b\":\"&\"}" })
	void queryStringsBecomeJson(String query, String json) {
		assertThat(run("query-string-to-json", query)).isEqualTo(json);
	}

	// urlencode(value, doseq=True) of Python 3, but for the asterisk and the tilde, which
	// are as in the URL Standard
	@Test
	void jsonBecomesAQueryString() {
		assertThat(run("json-to-query-string", "{\"a b\":[\"1\",\"\u00e9&\"],\"c\":\"~*-._\",\"d\":null,\"e\":1.10}"))
			.isEqualTo("a+b=1&a+b=%C3%A9%26&c=%7E*-._&d=&e=1.10");
	}

	@Test
	void queryStringsAreRefusedWithTheReason() {
		assertRefused("query-string-to-json", "a=%zz", "the '%' at character 3");
		assertRefused("query-string-to-json", "a=%ff", "from character 3 on are not UTF-8");
		assertRefused("query-string-to-json", "a=%C3&%A9=1", "UTF-8");
		assertRefused("query-string-to-json", "a=%C3=%A9", "UTF-8");
		assertRefused("json-to-query-string", "{\"a\":{}}", "not a flat object at line 1, column 6");
		assertRefused("json-to-query-string", "{\"a\":[[]]}", "not a flat object at line 1, column 7");
		assertRefused("json-to-query-string", "[]");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "`a=1 b=\"x \\\"y\\\"\" c d=`|{\"a\":\"1\",\"b\":\"x \\\"y\\\"\",\"c\":true,\"d\":\"\"}",
					"a=b=c|{\"a\":\"b=c\"}", "`a=1\tb=\"x\ty\"`|{\"a\":\"1\",\"b\":\"x\\ty\"}",
					"` a=\u00e9 `|{\"a\":\"\u00e9\"}", "a=\"\\u00e9\\n\"|{\"a\":\"\u00e9\\n\"}" })
	void logfmtBecomesJson(String line, String json) {
		assertThat(run("logfmt-to-json", line)).isEqualTo(json);
		assertThat(run("logfmt-to-json", line + "\r\n\n" + line)).isEqualTo(json + "\r\n\n" + json);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "a=1 a=2|a key that the line already has at line 1, column 5", "a=\"x|not closed on its line",
					"=1|no logfmt key at line 1, column 1",
					"a=\"x\"y|no space after a logfmt value at line 1, column 6", "a=x\"y|no space after",
					"a=\"\\x\"|a bad escape", "a\"b=1|no space after", "a=\"x\\|not closed on its line",
					"a=\"x\\\ty\"|a bad escape", "`a=\"x\n\"`|not closed on its line" })
	void logfmtRefusesWithThePlace(String line, String reason) {
		assertRefused("logfmt-to-json", line, reason);
	}

	@Test
	void jsonBecomesLogfmt() {
		assertThat(run("json-to-logfmt", "[{\"a\":\"x y\",\"b\":1.10,\"c\":\"\",\"d\":\"q\\\"z\"},{\"e\":null}]"))
			.isEqualTo("a=\"x y\" b=1.10 c= d=\"q\\\"z\"\ne=null\n");
		assertThat(run("json-to-logfmt", "{\"a\":1}\n{\"b\":true}\n")).isEqualTo("a=1\nb=true\n");
		assertThat(run("json-to-logfmt", "")).isEmpty();
		assertRefused("json-to-logfmt", "{\"a b\":1}", "line 1, column 8");
		assertRefused("json-to-logfmt", "{\"a\":[]}", "nested JSON at line 1, column 6");
		assertRefused("json-to-logfmt", "1", "JSON that is not an object");
	}

	// the JDK's own reader is the reference
	@ParameterizedTest
	@ValueSource(strings = { "! c\na=1", "b : 2", "c 3", "d", "e=x\\\n   y", "f\\ =z=1", "\\u00e9=\\u00E9", "g=a\\",
			"#x\\\na=1", "a\\:b=c", "a = b ", "\ta\f=\fb", "a=\\t\\n\\r\\f\\q\\\\", "a==b", "a:=b", "a = = b", "=b",
			":", "a\r\rb\r\nc", "a=b\\\r\n\\\r\n  c", "a\\\n b=c", "a\\\n=c", "  # c\n\n a", "\\#a=1", "a=1#2",
			"a=\\\n#b", "a=b\\\\\nc=d", "\\", "a=\\\n\nb=c", "a \\\n = b", "a=b\\\n\f\t c", "a\\\n\\\n:b" })
	void propertiesMatchTheJdk(String text) throws IOException {
		Properties properties = new Properties();
		properties.load(new StringReader(text));
		StringBuilder json = new StringBuilder();
		properties.forEach((key, value) -> json.append(json.isEmpty() ? "" : ",")
			.append(JsonString.encode((String) key))
			.append(":")
			.append(JsonString.encode((String) value)));
		assertThat(run("properties-to-json,json-sort-keys,json-minify", text))
			.isEqualTo(run("json-sort-keys,json-minify", "{" + json + "}"));
	}

	@Test
	void propertiesRefuseWithThePlace() {
		assertRefused("properties-to-json", "a=1\na=2", "already have at line 2, column 1");
		assertRefused("properties-to-json", "a=\\u12", "\\u without four hexadecimal digits at line 1, column 3");
		assertRefused("properties-to-json", "a=\\ud800", "half of a surrogate pair");
	}

	@Test
	void mustacheRendersJson() {
		assertThat(run("mustache={{a}}{{{a}}}{{b}}{{#c}}{{%2E}};{{/c}}{{^d}}none{{/d}}{{e%2Ef}}",
				"{\"a\":\"<&>\",\"c\":[1,2.50,\"x\"],\"e\":{\"f\":1E400}}"))
			.isEqualTo("&lt;&amp;&gt;<&>1;2.50;x;none1E400");
	}

	@Test
	void mustacheSeesNothingOfJava() {
		assertThat(run("mustache={{a%2Elength}}{{a%2Eclass}}{{c%2Esize}}{{c%2EisEmpty}}{{entrySet}}{{class}}",
				"{\"a\":\"x\",\"c\":[\"q\"]}"))
			.isEmpty();
		assertRefused("mustache={{c}}", "{\"c\":[]}", "the template names an object or array");
		assertRefused("mustache={{%2E}}", "{\"c\":[]}", "the template names an object or array");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{{> x}}", "{{#a}}", "{{/a}}", "{{#a}}{{/b}}", "{{#a}}{{> x}}{{/a}}",
			"{{^a}}{{<x}}{{/x}}{{/a}}", "{{}}", "{{ }}", "{{%3D}}", "Hi {{name}", "{{name", "{{a} {{b}}",
			"{{#a}}{{b{{/a}}" })
	void mustacheRefusesBadTemplates(String template) {
		assertThatExceptionOfType(BadArgumentException.class).isThrownBy(() -> run("mustache=" + template, "{}"));
	}

	@Test
	void mustacheTakesBracesThatAreNoTags() {
		assertThat(run("mustache={{a}}{ {b} }}", "{\"a\":1}")).isEqualTo("1{ {b} }}");
		assertThat(run("mustache={{%3D<%25 %25>%3D}}{{a}}<%25a%25>", "{\"a\":1}")).isEqualTo("{{a}}1");
	}

	@Test
	void mustacheIsLimited() {
		String array = "{\"a\":[" + "1,".repeat(1000) + "1]}";
		assertRefused("mustache=" + "{{#a}}".repeat(6) + "{{/a}}".repeat(6), array, "too many steps");
		assertRefused("mustache={{a}}", "[]", "JSON that is not an object");
	}

}
