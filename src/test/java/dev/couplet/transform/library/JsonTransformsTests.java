package dev.couplet.transform.library;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JsonTransforms}.
 */
class JsonTransformsTests extends LibraryRunner {

	// json.dumps(value, indent=4, ensure_ascii=False) of Python 3
	@Test
	void prettyMatchesPython() {
		assertThat(run("json-pretty=4", "{\"a\":[1,{},[]],\"b\":\"\\u00e9\"}"))
			.isEqualTo("{\n    \"a\": [\n        1,\n        {},\n        []\n    ],\n    \"b\": \"\u00e9\"\n}");
	}

	// jq -S . (jq 1.7), without its line break at the end
	@Test
	void sortedKeysMatchJq() {
		assertThat(
				run("json-sort-keys", "{\"b\":{\"z\":1,\"\u00e9\":2,\"Z\":[{\"y\":1,\"x\":null}]},\"a\":\"\\u00e9\"}"))
			.isEqualTo("{\n  \"a\": \"\u00e9\",\n  \"b\": {\n    \"Z\": [\n      {\n        \"x\": null,\n"
					+ "        \"y\": 1\n      }\n    ],\n    \"z\": 1,\n    \"\u00e9\": 2\n  }\n}");
	}

	@Test
	void keysAreSortedByCodePoint() {
		assertThat(run("json-sort-keys,json-minify", "{\"\uFB00\":1,\"\uD83D\uDE00\":2}"))
			.isEqualTo("{\"\uFB00\":1,\"\uD83D\uDE00\":2}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "1.10", "1E400", "12345678901234567890", "-0", "0.0", "1e-999999999", "[1.10,1E400,-0.0]",
			"{\"b\":1.0,\"a\":2.00}" })
	void numbersKeepTheirDigitsAndKeysTheirOrder(String json) {
		assertThat(run("json-minify", json)).isEqualTo(json);
		assertThat(run("json-pretty,json-minify", json)).isEqualTo(json);
		assertThat(run("json-lines-to-json,json-to-json-lines", json)).isEqualTo(json + "\n");
	}

	// the names of JSONTestSuite
	@ParameterizedTest
	@ValueSource(strings = { "[[]   ]", "[\"\"]", "[]", "[\"a\"]", "[false]", "[null, 1, \"1\", {}]", "[1\n]", "[2] ",
			"[123e65]", "[0e+1]", "[0e1]", "[ 4]", "[-0.00]", "[20e1]", "[-1]", "[1E-2]", "[1E+2]", "{\"a\":[]}",
			"{\"\":0}", "{\"foo\\u0000bar\": 42}", "[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"]", "[\"\\uD801\\udc37\"]",
			"[\"\u2028\u2029\u007f\"]", "\"\"", "42", "true", " [] ", "[\"\uFFFF\"]" })
	void acceptsWhatJsonAllows(String json) {
		String minified = run("json-minify", json);
		assertThat(run("json-minify", minified)).isEqualTo(minified);
		assertThat(run("json-pretty=1,json-minify", json)).isEqualTo(minified);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "[1 true]", "[\"\": 1]", "[\"\"],", "[,1]", "[1,,2]", "[\"x\"]]", "[\"\",]",
			"[\"x\"", "[x", "[3[4]]", "[,]", "[-]", "[1,", "[*]", "[1,\n1\n,1", "[{}", "[fals]", "[nul]", "[tru]",
			"[++1234]", "[+1]", "[-01]", "[-1.0.]", "[-2.]", "[-NaN]", "[.123]", "[0.1.2]", "[0.3e+]", "[0e]", "[1.0e]",
			"[0x1]", "[0x42]", "[Infinity]", "[NaN]", "[\uff11]", "[1+2]", "[012]", "[1ea]", "[1a]", "{\"x\", null}",
			"{\"x\"::\"b\"}", "{\"a\":\"a\" 123}", "{key: 'value'}", "{\"a\" b}", "{:\"b\"}", "{\"a\"", "{1:1}",
			"{\"a\":0,}", "{\"a\":/*c*/1}", "{\"a\":\"b\"}#", "[\"\\x00\"]", "[\"\\\\\\\"]", "[\"\\a\"]",
			"[\"\\u00A\"]", "[\"\\uqqqq\"]", "['a']", "[\"new\nline\"]", "[\"\t\"]", "\u00e5", "<.>", "[<null>]", "]",
			"{", "}", "[\u2060]", "[\\n]", "{}}", "[\f]", "nul", "-", "\u00a0[]", "[\"a\u0000a\"]", "[\"\\ud800\"]",
			"{\"\\udc00\":1}", "[\"\\ud800\\ud800\"]", "[\"\\udfff\"]", "\uFEFF\uFEFF[]" })
	void refusesWhatJsonDoesNotAllow(String json) {
		assertRefused("json-minify", json);
		assertRefused("json-pretty", json);
		assertRefused("json-sort-keys", json);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{"a":1,"a":2}     | a key that the object already has at line 1, column 8
					{"a":1,"\\u0061":2} | a key that the object already has at line 1, column 8
					[1,]              | not JSON at line 1, column 4; there is no comma after the last element
					{"a":1,}          | not JSON at line 1, column 8; there is no comma after the last element
					{"a":'b'}         | not JSON at line 1, column 6; keys and strings have double quotation marks
					{a:1}             | not JSON at line 1, column 2; keys and strings have double quotation marks
					{"a":1,b:1}       | not JSON at line 1, column 8; keys and strings have double quotation marks
					{1:1}             | not JSON at line 1, column 2; keys and strings have double quotation marks
					hello             | not JSON at line 1, column 1; keys and strings have double quotation marks
					[1,\uD83D\uDE00]  | not JSON at line 1, column 4; keys and strings have double quotation marks
					{"a":NaN}         | not JSON at line 1, column 6; JSON has no NaN or infinity, so write null or a string
					[Infinity]        | not JSON at line 1, column 2; JSON has no NaN or infinity
					`[-Infinity\n]`   | not JSON at line 1, column 2; JSON has no NaN or infinity
					[True]            | not JSON at line 1, column 2; true, false and null are in lower case
					[None]            | not JSON at line 1, column 2; write null instead
					[01]              | not JSON at line 1, column 2; a number has no plus sign or leading zero
					[1, -.5]          | not JSON at line 1, column 5; a number has no plus sign or leading zero, and digits before
					[1,,2]            | not JSON at line 1, column 4; a value is missing before it
					[,1]              | not JSON at line 1, column 2; a value is missing before it
					{"a":}            | not JSON at line 1, column 6; a value is missing before it
					{"a":1 "b":2}     | not JSON at line 1, column 8; a comma or colon is missing before it
					[1 2]             | not JSON at line 1, column 4; a comma or colon is missing before it
					{"a" 1}           | not JSON at line 1, column 6; a comma or colon is missing before it
					{"a"}             | not JSON at line 1, column 5; a key is followed by a colon, and a bracket
					{"a"=1}           | not JSON at line 1, column 5; a key is followed by a colon
					[1}               | not JSON at line 1, column 3; a bracket is closed by one of its kind
					[1]]              | not JSON at line 1, column 4; a bracket is closed by one of its kind
					["a":1]           | not JSON at line 1, column 5; only keys of an object are followed by a colon
					["C:\\moon", "\\\\"] | not JSON at line 1, column 5; a backslash itself is written as two
					["\\\\\\"[,", tru] | not JSON at line 1, column 12; keys and strings have double quotation marks
					[1] // moon       | not JSON at line 1, column 5; JSON has no comments
					[1] # moon        | not JSON at line 1, column 5; JSON has no comments
					`["a\nb"]`        | at line 1, column 4; a control character in a string is written as an escape
					`["a\tb"]`        | at line 1, column 4; a control character in a string is written as an escape
					[1,2              | the JSON is cut off at line 1, column 5
					["\uD83D\uDE00" x | not JSON at line 1, column 6
					1 2               | more after the JSON value, at line 1, column 3; put json-lines-to-json first
					["\\ud800"]       | half of a surrogate pair in the JSON string at line 1, column 2
					""")
	void aRefusalNamesThePlace(String json, String reason) {
		assertRefused("json-minify", json, reason);
	}

	@Test
	void theColumnIsRightInALargeText() {
		String many = "[" + "1,\n".repeat(30_000);
		assertRefused("json-minify", many + "  x]", "not JSON at line 30001, column 3");
		assertRefused("json-minify", many + "{\"a\":1, \"a\":1}]", "at line 30001, column 9");
	}

	@Test
	void longNumbersAndKeysAreKept() {
		String json = "{\"" + "k".repeat(100_000) + "\":" + "9".repeat(2000) + "}";
		assertThat(run("json-minify", json)).isEqualTo(json);
	}

	@Test
	void depthIsLimited() {
		assertThat(run("json-minify", "[".repeat(100) + "1" + "]".repeat(100))).hasSize(201);
		assertRefused("json-minify", "[".repeat(101) + "]".repeat(101),
				"more than 100 levels of JSON at line 1, column 101");
		assertRefused("json-minify", "{\"a\":".repeat(100_000), "more than 100 levels");
	}

	@Test
	void keysWithTheSameHashAreNotSlow() {
		StringBuilder json = new StringBuilder("{");
		for (int i = 0; i < 1 << 14; i++) {
			for (int bit = 0; bit < 14; bit++) {
				json.append((bit == 0) ? ((i > 0) ? ",\"" : "\"") : "").append((((i >> bit) & 1) == 0) ? "Aa" : "BB");
			}
			json.append("\":0");
		}
		assertThat(run("json-minify", json + "}")).hasSize(json.length() + 1);
	}

	@Test
	void jsonLinesBecomeAnArrayAndBack() {
		assertThat(run("json-lines-to-json", "{\"a\": 1}\r\n\r\n[2]\n\"x\"")).isEqualTo("[{\"a\":1},[2],\"x\"]");
		assertThat(run("json-lines-to-json", "")).isEqualTo("[]");
		assertThat(run("json-to-json-lines", "[{\"a\": 1}, [2], \"x\\n\"]")).isEqualTo("{\"a\":1}\n[2]\n\"x\\n\"\n");
		assertThat(run("json-to-json-lines", "[]")).isEmpty();
		assertThat(run("json-to-json-lines", "{\n}")).isEqualTo("{}\n");
		assertRefused("json-lines-to-json", "1\n2\nx", "at line 3, column 1");
	}

}
