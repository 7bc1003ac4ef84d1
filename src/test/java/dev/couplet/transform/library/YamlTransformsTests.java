package dev.couplet.transform.library;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link YamlTransforms} and {@link TomlTransforms}.
 */
@Execution(ExecutionMode.CONCURRENT)
class YamlTransformsTests extends LibraryRunner {

	// YAML 1.2.2, section 10.3.2
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "no|`\"no\"`", "1.10|1.10", "007|7", "0x1F|31", "0o17|15", ".5|0.5", "5.|5", "+1|1", "-0.0|-0.0",
					"1_000|`\"1_000\"`", "12:30|`\"12:30\"`", "2001-01-01|`\"2001-01-01\"`", "~|null", "Null|null",
					"TRUE|true", "False|false", "tRUE|`\"tRUE\"`", "1e3|1e3", "1E400|1E400", "000|0", ".|`\".\"`",
					"-|[null]", "'1'|`\"1\"`", "!!str 1|`\"1\"`", "!!int 1|1", "!!float 1|1", "!!bool true|true",
					"-.5e-3|-0.5e-3", "12345678901234567890|12345678901234567890", "+-1|`\"+-1\"`", "e3|`\"e3\"`",
					"0x|`\"0x\"`", "0xg|`\"0xg\"`", "{a: 1, b}|{\"a\":1,\"b\":null}" })
	void yamlScalarsFollowTheCoreSchema(String yaml, String json) {
		assertThat(run("yaml-to-json", yaml)).isEqualTo(json);
	}

	// examples 2.3, 2.6 and 8.7 of YAML 1.2.2
	@Test
	void yamlMatchesItsSpecification() {
		assertThat(run("yaml-to-json", "american:\n- Boston Red Sox\n- Detroit Tigers\nnational:\n- New York Mets\n"))
			.isEqualTo("{\"american\":[\"Boston Red Sox\",\"Detroit Tigers\"],\"national\":[\"New York Mets\"]}");
		assertThat(run("yaml-to-json",
				"Mark McGwire: {hr: 65, avg: 0.278}\nSammy Sosa: {\n    hr: 63,\n    avg: 0.288,\n }"))
			.isEqualTo("{\"Mark McGwire\":{\"hr\":65,\"avg\":0.278},\"Sammy Sosa\":{\"hr\":63,\"avg\":0.288}}");
		assertThat(run("yaml-to-json", "|\n literal\n \ttext\n\n\n")).isEqualTo("\"literal\\n\\ttext\\n\"");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = { "`a: &x [1]\nb: *x`|a YAML alias at line 2, column 4",
			"`a: 1\na: 2`|already has at line 2, column 1",
			"a: .inf|a number that JSON does not have at line 1, column 4", "`a: [1\nb: 3`|not YAML at line 2",
			"`a\n---\nb`|a second YAML document at line 3, column 1", "{[1]: 2}|a YAML key that is not a scalar",
			"a: !foo b|a YAML tag", "!!str [1]|a YAML tag", "!!set {a}|a YAML tag", "!x {a: 1}|a YAML tag",
			"!!int abc|a YAML tag", "\"\\ud800\"|half of a surrogate pair", "\"\\ud800\": 1|half of a surrogate pair",
			"`a:\tb: c`|not YAML", "`a: \"\\UFFFFFFFF\"`|a YAML escape that is not a character at line 1, column",
			"`\"\\u`|a YAML escape that is not a character at line 1, column" })
	void yamlRefusesWithThePlace(String yaml, String reason) {
		assertRefused("yaml-to-json", yaml, reason);
	}

	@Test
	void yamlRefusesControlCharacters() {
		assertRefused("yaml-to-json", "a\u0001b", "a character that YAML does not allow, at character 2");
	}

	@Test
	void yamlReadsSurrogatePairsAnywhere() {
		for (String start : new String[] { "", "x" }) {
			String text = start + "\uD83D\uDE00".repeat(5000);
			assertThat(run("yaml-to-json", text)).isEqualTo('"' + text + '"');
		}
	}

	@Test
	void yamlDepthIsLimited() {
		assertThat(run("yaml-to-json", "[".repeat(100) + "]".repeat(100))).hasSize(200);
		assertRefused("yaml-to-json", "[".repeat(101) + "]".repeat(101), "more than 100 levels");
		assertRefused("yaml-to-json", "[".repeat(100_000));
		assertRefused("yaml-to-json", "- ".repeat(100_000));
		assertRefused("yaml-to-json", "? ".repeat(100_000));
	}

	@Test
	void manyDeeplyNestedBracketsOfYamlAreRefusedInLongTexts() {
		String list = "[".repeat(98) + "0" + ",0".repeat(300) + "]".repeat(98);
		assertThat(run("yaml-to-json", "[" + list + ("," + list).repeat(300) + "]")).hasSize(302 + 301 * list.length());
		assertRefused("yaml-to-json", "[" + list + ("," + list).repeat(400) + "]", "too many nested brackets of YAML");
	}

	@Test
	void yamlKeepsWhatJsonHas() {
		assertThat(run("json-to-yaml",
				"{\"a\":\"no\",\"b\":1.10,\"c\":\"is: my\",\"d\":[[1,2],{\"x\":[]}],\"y\":\"a\\nb\",\"e\":{},\"f\":null}"))
			.isEqualTo(
					"a: \"no\"\nb: 1.10\nc: 'is: my'\nd:\n- - 1\n  - 2\n- x: []\n\"y\": \"a\\nb\"\ne: {}\nf: null\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "no", "On", "y", "null", "~", "1", "1e3", "0x1", ".inf", "-", "- a", "a: b", "a #b",
			"a:", "#a", " a", "a ", "a\nb", "a\n", "\n", "\t", "a\tb", "\u0085", "\u2028", "\u00a0", "\u0000", "\u007f",
			"\uFFFE", "\uD83D\uDE00", "'", "\"", "\\", "it's", "[a]", "{a", "a,b", "a]", "&a", "*a", "!a", "%a", "@a",
			"`a", "|", ">", "?", "? a", ":", ": a", "---", "--- a", "...", "=", "<<", "12:30", "2001-01-01", "1_0",
			"+1", "\uFEFF", "a\uFEFF", "e1", "null ", "x\r\ny", "Infinity", "\u0301", "a\u0301" })
	void anyStringSurvivesYamlAndToml(String text) {
		String json = "[" + JsonString.encode(text) + "]";
		assertThat(run("json-to-yaml,yaml-to-json", json)).isEqualTo(json);
		String object = "{" + JsonString.encode(text) + ":" + json + "}";
		assertThat(run("json-to-yaml,yaml-to-json", object)).isEqualTo(object);
		assertThat(run("json-to-toml,toml-to-json", object)).isEqualTo(object);
	}

	@Test
	void longStringsAndKeysSurviveYaml() {
		String json = "{\"" + "key ".repeat(500) + "\":\"" + "moon ".repeat(500) + "\"}";
		assertThat(run("json-to-yaml,yaml-to-json", json)).isEqualTo(json);
	}

	@Test
	void tomlBecomesJsonAndBack() {
		assertThat(run("toml-to-json",
				"a = 1.10\nd = 0xff\nt = 1979-05-27T07:32:00Z\n[x.y]\nz = true\n[[q]]\nr=1\n[[q]]\nr=2"))
			.isEqualTo("{\"a\":1.10,\"d\":255,\"t\":\"1979-05-27T07:32:00Z\",\"x\":{\"y\":{\"z\":true}},"
					+ "\"q\":[{\"r\":1},{\"r\":2}]}");
		assertThat(run("json-to-toml",
				"{\"t\":{\"x\":{\"y\":1}},\"l\":[{\"a\":1},{\"a\":[]}],\"m\":[{\"b c\":{}},2],\"s\":\"q\"}"))
			.isEqualTo(
					"m = [{ \"b c\" = {} }, 2]\ns = \"q\"\n\n[t]\n\n[t.x]\ny = 1\n\n[[l]]\na = 1\n\n[[l]]\na = []\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a = 1\na = 2", "a = inf", "a = nan", "a =", "[a]\n[a]", "a = 1\na.b = 2", "= 1",
			"a = \"\\ud800\"", "a = 01", "a b = 1" })
	void tomlRefusesInvalidInput(String toml) {
		assertRefused("toml-to-json", toml);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					`a = `                          | at line 1, column 5; the text ends before a value, bracket or quotation mark
					`[a`                            | at line 1, column 3; the text ends before a value, bracket or quotation mark
					`a = 1\na = 2`                 | at line 2, column 6; a key occurs once
					`[a]\n[a]`                     | at line 2, column 3; a table occurs once
					`a = 1\na.b = 2`               | ; the key has a value already
					`a = moon`                      | at line 1, column 5; strings have quotation marks
					`a = True`                      | at line 1, column 5; strings have quotation marks, and true and false are
					`a: 1`                          | at line 1, column 2; a key is followed by '=' and its value
					`= 1`                           | at line 1, column 1; a key is followed by '=' and its value
					`a = 1 b = 2`                   | at line 1, column 7; each key is on a line of its own
					`a = 01`                        | at line 1, column 5; a number has no leading zero
					`a = \n1`                      | at line 1, column 5; a key and its value are on one line
					`a = "\\x"`                     | at line 1, column 6; a backslash itself is written as two
					`a = 1\nb = inf`               | an infinity or NaN, which JSON does not have, at line 2, column 5; make it a string
					`# inf\ns = "inf \\" inf"\nt = 'inf'\nb = [1, -inf]` | at line 4, column 9
					`inf = 1\n[nan]\na.inf = {nan = 1, inf . b = +nan}` | at line 3, column 29
					`[[inf ]]\nm = \"""\ninf \"""\na = nan # inf` | at line 4, column 5
					`[a.inf]\nb = [inf, nan]`      | at line 2, column 6
					`a = '''x''''\nb = \"""x\"""\""\nc = inf` | at line 3, column 5
					`"\\ud800" = 1`               | half of a surrogate pair in a TOML string at line 1, column 2
					`a = "x"\nb = "y\\ud83d"`       | half of a surrogate pair in a TOML string at line 2, column 7
					`a = '\\ud83d'\nb = "\\\\ud83d \\U0000DE00"` | at line 2, column 14
					""")
	void aRefusedTomlValueHasItsPlace(String toml, String reason) {
		assertRefused("toml-to-json", toml, reason);
	}

	@Test
	void tomlDoesNotExpandOrOverflow() {
		assertThat(run("toml-to-json", "a = 1e999999999")).isEqualTo("{\"a\":1E+999999999}");
		assertThat(run("toml-to-json", "a" + ".a".repeat(99) + " = 1")).endsWith(":1" + "}".repeat(100));
		assertRefused("toml-to-json", "a" + ".a".repeat(100) + " = 1", "the TOML has more than 100 levels");
		assertRefused("toml-to-json", "a = " + "[".repeat(100) + "]".repeat(100), "the TOML has more than 100 levels");
		assertRefused("toml-to-json", "a = " + "[".repeat(100_000));
		assertRefused("toml-to-json", "a = " + "9".repeat(100_000), "; a number has at most 1000 digits");
		assertRefused("toml-to-json", "a" + ".a".repeat(100_000) + " = 1");
		assertRefused("toml-to-json", "a = " + "{a=".repeat(100_000));
	}

	@Test
	void tomlRefusesWhatItDoesNotHave() {
		assertRefused("json-to-toml", "{\"a\":null}", "null, which TOML does not have, at line 1, column 6");
		assertRefused("json-to-toml", "{\"a\":9223372036854775808}", "a number that is too large for TOML");
		assertThat(run("json-to-toml", "{\"a\":9223372036854775807}")).isEqualTo("a = 9223372036854775807\n");
		assertRefused("json-to-toml", "[]", "JSON that is not an object");
	}

}
