package dev.couplet.transform.library;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;

import dev.couplet.transform.BadArgumentException;
import dev.couplet.transform.ValueRefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for json-query: {@link JsonPathParser} and {@link JsonPathRun}. The known answers
 * are those of RFC 9535.
 */
class JsonQueryTests extends LibraryRunner {

	private static final String STORE = """
			{"store":{"book":[\
			{"category":"reference","author":"Nigel Rees","title":"Sayings of the Century","price":8.95},\
			{"category":"fiction","author":"Evelyn Waugh","title":"Sword of Honour","price":12.99},\
			{"category":"fiction","author":"Herman Melville","title":"Moby Dick","isbn":"0-553-21311-3","price":8.99},\
			{"category":"fiction","author":"J. R. R. Tolkien","title":"The Lord of the Rings",\
			"isbn":"0-395-19395-8","price":22.99}],\
			"bicycle":{"color":"red","price":399}}}""";

	private static final String LETTERS = "[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\"]";

	private static final String FILTERED = """
			{"a":[3,5,1,2,4,6,{"b":"j"},{"b":"k"},{"b":{}},{"b":"kilo"}],\
			"o":{"p":1,"q":2,"r":3,"s":5,"t":{"u":6}},"e":"f"}""";

	private static String query(String path, String json) {
		return run("json-query=" + encoded(path), json);
	}

	private static String encoded(String path) {
		return URLEncoder.encode(path, StandardCharsets.UTF_8).replace("+", "%20").replace(".", "%2E");
	}

	// section 1.5, table 2
	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
			$.store.book[*].author  ; ["Nigel Rees","Evelyn Waugh","Herman Melville","J. R. R. Tolkien"]
			$..author               ; ["Nigel Rees","Evelyn Waugh","Herman Melville","J. R. R. Tolkien"]
			$.store..price          ; [8.95,12.99,8.99,22.99,399]
			$..book[2].author       ; ["Herman Melville"]
			$..book[2].publisher    ; []
			$..book[-1].title       ; ["The Lord of the Rings"]
			$..book[0,1].title      ; ["Sayings of the Century","Sword of Honour"]
			$..book[:2].title       ; ["Sayings of the Century","Sword of Honour"]
			$..book[?@.isbn].title  ; ["Moby Dick","The Lord of the Rings"]
			$..book[?@.price<10].title ; ["Sayings of the Century","Moby Dick"]
			$.store.bicycle         ; [{"color":"red","price":399}]
			""")
	void selectsFromTheStoreOfTheRfc(String path, String result) {
		assertThat(query(path, STORE)).isEqualTo(result);
	}

	@Test
	void selectsEverything() {
		assertThat(query("$", STORE)).isEqualTo("[" + STORE + "]");
		assertThat(run("json-query=" + encoded("$..*") + ",json-to-json-lines", STORE).lines()).hasSize(27);
	}

	// sections 2.3.1.3, 2.3.2.3, 2.3.3.3, 2.3.4.3, 2.5.1.3, 2.5.2.3 and 2.6.1
	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
			{"o":{"j j":{"k.k":3}},"'":{"@":2}} ; $.o['j j']        ; [{"k.k":3}]
			{"o":{"j j":{"k.k":3}},"'":{"@":2}} ; $.o['j j']['k.k'] ; [3]
			{"o":{"j j":{"k.k":3}},"'":{"@":2}} ; $.o["j j"]["k.k"] ; [3]
			{"o":{"j j":{"k.k":3}},"'":{"@":2}} ; $["'"]["@"]       ; [2]
			{"o":{"j j":{"k.k":3}},"'":{"@":2}} ; $['\\'']['\\u0040'] ; [2]
			{"o":{"j":1,"k":2},"a":[5,3]} ; $[*]     ; [{"j":1,"k":2},[5,3]]
			{"o":{"j":1,"k":2},"a":[5,3]} ; $.o[*]   ; [1,2]
			{"o":{"j":1,"k":2},"a":[5,3]} ; $.o[*,*] ; [1,2,1,2]
			{"o":{"j":1,"k":2},"a":[5,3]} ; $.a[*]   ; [5,3]
			{"o":{"j":1,"k":2},"a":[5,3]} ; $.a.*    ; [5,3]
			["a","b"] ; $[1]  ; ["b"]
			["a","b"] ; $[-2] ; ["a"]
			["a","b"] ; $[2]  ; []
			["a","b"] ; $[-3] ; []
			{"o":{"j":1,"k":2},"a":[5,3,[{"j":4},{"k":6}]]} ; $..j         ; [1,4]
			{"o":{"j":1,"k":2},"a":[5,3,[{"j":4},{"k":6}]]} ; $..[0]       ; [5,{"j":4}]
			{"o":{"j":1,"k":2},"a":[5,3,[{"j":4},{"k":6}]]} ; $..o         ; [{"j":1,"k":2}]
			{"o":{"j":1,"k":2},"a":[5,3,[{"j":4},{"k":6}]]} ; $.o..[*, *]  ; [1,2,1,2]
			{"o":{"j":1,"k":2},"a":[5,3,[{"j":4},{"k":6}]]} ; $.a..[0, 1]  ; [5,3,{"j":4},{"k":6}]
			{"a":null,"b":[null],"c":[{}],"null":1} ; $.a            ; [null]
			{"a":null,"b":[null],"c":[{}],"null":1} ; $.a[0]         ; []
			{"a":null,"b":[null],"c":[{}],"null":1} ; $.a.d          ; []
			{"a":null,"b":[null],"c":[{}],"null":1} ; $.b[0]         ; [null]
			{"a":null,"b":[null],"c":[{}],"null":1} ; $.b[*]         ; [null]
			{"a":null,"b":[null],"c":[{}],"null":1} ; $.b[?@]        ; [null]
			{"a":null,"b":[null],"c":[{}],"null":1} ; $.b[?@==null]  ; [null]
			{"a":null,"b":[null],"c":[{}],"null":1} ; $.c[?@.d==null] ; []
			{"a":null,"b":[null],"c":[{}],"null":1} ; $.null         ; [1]
			""")
	void selectsAsInTheTablesOfTheRfc(String json, String path, String result) {
		assertThat(query(path, json)).isEqualTo(result);
	}

	@Test
	void descendantsAreInTheOrderOfTheRfc() {
		assertThat(query("$..*", "{\"o\":{\"j\":1,\"k\":2},\"a\":[5,3,[{\"j\":4},{\"k\":6}]]}"))
			.isEqualTo("[{\"j\":1,\"k\":2},[5,3,[{\"j\":4},{\"k\":6}]],1,2,5,3,[{\"j\":4},{\"k\":6}],"
					+ "{\"j\":4},{\"k\":6},4,6]");
	}

	// sections 2.3.4.3 and 2.5.1.3, and the bounds of slices
	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			$[1:3]     ; bc
			$[5:]      ; fg
			$[1:5:2]   ; bd
			$[5:1:-2]  ; fd
			$[::-1]    ; gfedcba
			$[0, 3]    ; ad
			$[0:2, 5]  ; abf
			$[0, 0]    ; aa
			$[::0]     ; ''
			$[-2:]     ; fg
			$[:-5]     ; ab
			$[100:]    ; ''
			$[-100:2]  ; ab
			$[ 1 : 3 : 1 ] ; bc
			$[::9007199254740991] ; a
			$[9007199254740991:-9007199254740991:-9007199254740991] ; g
			""")
	void slices(String path, String result) {
		assertThat(query(path, LETTERS).replaceAll("[^a-g]", "")).isEqualTo(result);
	}

	// section 2.3.5.3, table 11
	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
			$.absent1 == $.absent2 ; true
			$.absent1 <= $.absent2 ; true
			$.absent == 'g'        ; false
			$.absent1 != $.absent2 ; false
			$.absent != 'g'        ; true
			1 <= 2                 ; true
			1 > 2                  ; false
			13 == '13'             ; false
			'a' <= 'b'             ; true
			'a' > 'b'              ; false
			$.obj == $.arr         ; false
			$.obj != $.arr         ; true
			$.obj == $.obj         ; true
			$.obj != $.obj         ; false
			$.arr == $.arr         ; true
			$.arr != $.arr         ; false
			$.obj == 17            ; false
			$.obj != 17            ; true
			$.obj <= $.arr         ; false
			$.obj < $.arr          ; false
			$.obj <= $.obj         ; true
			$.arr <= $.arr         ; true
			1 <= $.arr             ; false
			1 >= $.arr             ; false
			1 > $.arr              ; false
			1 < $.arr              ; false
			true <= true           ; true
			true > true            ; false
			null <= null           ; true
			1 == 1.0               ; true
			-0 == 0                ; true
			-0 < 0                 ; false
			1 == 10e-1             ; true
			100 == 1E2             ; true
			-1 > -2                ; true
			-1 < 0.5               ; true
			9007199254740993 > 9007199254740992 ; true
			0.1 == 0.10000000000000000001       ; false
			1e999999999 < 1e1000000000          ; true
			1e99999999999999999999 > 1e999999999 ; true
			1e-99999999999999999999 < 1e-9      ; true
			1e-99999999999999999999 > 0         ; true
			-1e99999999999999999999 < 1e-9      ; true
			'\uFF5E' < '\uD83D\uDE00'           ; true
			!($.obj == $.arr)      ; true
			!$.absent              ; true
			$.arr[0] == 2 && $.arr[1] == 3 ; true
			($.absent || $.obj) && !($.arr[1] > 3) ; true
			length($.obj) == 1     ; true
			length($.obj.x) == 1   ; true
			length('\uD83D\uDE00') == 1 ; true
			length($.arr[0]) == $.absent ; true
			count($..*) == 5       ; true
			value($..x) == 'y'     ; true
			value($..*) == $.absent ; true
			""")
	void compares(String condition, boolean result) {
		String json = "{\"obj\":{\"x\":\"y\"},\"arr\":[2,3]}";
		assertThat(query("$[?" + condition + "]", json)).isEqualTo(result ? "[{\"x\":\"y\"},[2,3]]" : "[]");
	}

	// section 2.3.5.3, table 12
	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
			$.a[?@.b == 'kilo']            ; [{"b":"kilo"}]
			$.a[?(@.b == 'kilo')]          ; [{"b":"kilo"}]
			$.a[?@>3.5]                    ; [5,4,6]
			$.a[?@.b]                      ; [{"b":"j"},{"b":"k"},{"b":{}},{"b":"kilo"}]
			$[?@[?@.b]][0]                 ; [3]
			$[?@.*][?@==5]                 ; [5,5]
			$.o[?@<3, ?@<3]                ; [1,2,1,2]
			$.a[?@<2 || @.b == "k"]        ; [1,{"b":"k"}]
			$.a[?match(@.b, "[jk]")]       ; [{"b":"j"},{"b":"k"}]
			$.a[?search(@.b, "[jk]")]      ; [{"b":"j"},{"b":"k"},{"b":"kilo"}]
			$.o[?@>1 && @<4]               ; [2,3]
			$.o[?@.u || @.x]               ; [{"u":6}]
			$.a[?@.b == $.x]               ; [3,5,1,2,4,6]
			$.a[?@ == @]                   ; [3,5,1,2,4,6,{"b":"j"},{"b":"k"},{"b":{}},{"b":"kilo"}]
			$.a[?length(@.b)>1]            ; [{"b":"kilo"}]
			$.o[?count(@.*) == 1]          ; [{"u":6}]
			$ .a [ ? ! ( @ .b ) && @ >= 5 ]; [5,6]
			""")
	void filters(String path, String result) {
		assertThat(query(path, FILTERED)).isEqualTo(result);
	}

	// section 2.4.9, table 14, and the grammar
	@ParameterizedTest
	@CsvSource(delimiter = ';', quoteCharacter = '`',
			textBlock = """
					$[?length(@.*) < 3]       ; at character 11: only a path of names and indexes has one value
					$[?count(1) == 1]         ; at character 10: count and value take a path
					$[?match(@.t, 'E') == true] ; at character 4: match and search are conditions, and have no value
					$[?value(@..color)]       ; at character 4: a value is no condition; compare it
					$[?@.* == 1]              ; at character 4: only a path
					$[?true]                  ; at character 4: a value is no condition
					$[?!@.a == 1]             ; the ! is before a comparison
					$[?foo(@.a)]              ; at character 4: the functions are
					$[?match(@.a, @.b)]       ; at character 15: a pattern must be in quotation marks
					$[?match(@.a, 'a(b')]     ; the pattern at character 15 of 'path' is not a pattern of RE2: the bracket is not closed
					store                     ; at character 1: it starts with $
					$store                    ; at character 2: a dot, a square bracket or the end is expected
					$.                        ; at character 3: a name is expected
					$..                       ; at character 4: a name is expected
					$.a.                      ; at character 5: a name is expected
					$. a                      ; at character 3: a name is expected
					$.1a                      ; at character 3: a name is expected
					$.a-b                     ; at character 4: a dot, a square bracket or the end is expected
					$[                        ; at character 3: a selector is expected
					$[]                       ; at character 3: a selector is expected
					$[a]                      ; at character 3: a selector is expected
					$[0                       ; at character 4: a comma or the closing bracket ] is expected
					$[0,]                     ; at character 5: a selector is expected
					$[01]                     ; at character 3: a number has no leading zeros
					$[-0]                     ; at character 3: an index is not -0
					$[-]                      ; at character 4: a digit is expected
					$[9007199254740992]       ; at character 3: an index is not -0 and at most 9007199254740991
					$[99999999999999999999999999] ; at character 3: an index is not -0 and at most
					$['a]                     ; at character 3: the closing quotation mark is missing
					$['\\x']                  ; at character 4: there is no such escape
					$['\\']                   ; at character 3: the closing quotation mark is missing
					$["\\'"]                  ; at character 4: there is no such escape
					$['\\ud83d']              ; at character 3: the string has half of a surrogate pair
					$['\uD83D\uDE00'x]        ; at character 6: a comma or the closing bracket
					$[?@.a==01]               ; at character 9: a number has no leading zeros
					$[?@.a==1.]               ; at character 11: a digit is expected
					$[?@.a=1]                 ; at character 7: a comma or the closing bracket
					$[?(@.a]                  ; at character 8: the closing bracket ) is expected
					$[?@.a==[1]]              ; at character 9: a value is expected
					$[?@.a &&]                ; at character 10: a value is expected
					$[?length (@.a)==1]       ; at character 4: a value is expected
					$[?length(@.a,1)==1]      ; at character 14: the closing bracket ) is expected
					$[?match(@.a)]            ; at character 13: match and search take a value, a comma and a pattern
					""")
	void refusesWhatIsNoPathWithThePlaceAndTheReason(String path, String reason) {
		assertBad(path, reason);
	}

	@ParameterizedTest
	@ValueSource(strings = { "$ ", " $", "$.a ", "$.a\uD83D\uDE00 ", "$[?@.a==1 ||]", "$[?@.a<>1]", "$[1:2:3:4]",
			"$['a\u0001']", "$[?TRUE==true]", "$[?@.a==1e]", "$..[?]", "@.a", "$[(@.length-1)]", "$.length()" })
	void refusesWhatOtherDialectsAllow(String path) {
		assertBad(path, "");
	}

	@Test
	void levelsOfBracketsAreLimited() {
		String json = "[[[[[[[[[[[1]]]]]]]]]]]";
		assertThat(query("$[?@" + "[?@".repeat(9) + "]".repeat(10), json)).isEqualTo("[" + json.substring(1, 22) + "]");
		assertBad("$[?" + "(".repeat(10) + "@.a" + ")".repeat(10) + "]", "at character 13: it has at most 10 levels");
		assertBad("$[?" + "(".repeat(250), "it has at most 10 levels of brackets");
	}

	@Test
	void numbersKeepTheirDigits() {
		assertThat(query("$[?@>1]", "[1.10,1E400,-0,12345678901234567890]"))
			.isEqualTo("[1.10,1E400,12345678901234567890]");
	}

	// filters in filters, each of which descends through all levels
	@Test
	void deepPathsOverDeepJsonNeedLittleStack() throws InterruptedException {
		String path = "$" + "..[?@.x&&$".repeat(10) + "..x" + "]".repeat(10);
		String json = "{\"a\":".repeat(97) + "{\"x\":1}" + "}".repeat(97);
		AtomicReference<Throwable> failure = new AtomicReference<>();
		Thread thread = new Thread(null, () -> {
			try {
				run("json-query=" + encoded(path), json);
			}
			catch (ValueRefusedException ex) {
				// too much work is no stack overflow
			}
			catch (Throwable ex) {
				failure.set(ex);
			}
		}, "small-stack", 1 << 20);
		thread.start();
		thread.join();
		assertThat(failure.get()).isNull();
	}

	@Test
	void selectorsThatSelectNothingAreWorkToo() {
		String selectors = "[" + "9,".repeat(100) + "9]";
		String json = "[" + "{\"a\":".repeat(90) + "1" + "}".repeat(90) + "]";
		assertThat(query("$..*..[9]", json)).isEqualTo("[]");
		assertRefused("json-query=" + encoded("$..*.." + selectors), json, "visits the values");
	}

	@Test
	void pathsThatMultiplyTheWorkAreRefused() {
		String deep = "[".repeat(100) + "1" + "]".repeat(100);
		assertRefused("json-query=" + encoded("$..*..*..*..*"), deep, "visits the values of the JSON too often");
		String wide = "[" + "1,".repeat(20_000) + "1]";
		assertRefused("json-query=" + encoded("$[?count($.*)>1]"), wide, "visits the values");
		assertRefused("json-query=" + encoded("$[?$==$]"), wide, "visits the values");
		assertRefused("json-query=" + encoded("$[?@[?count($..*)>1]]"), wide.replace("1", "[1]"), "visits the values");
	}

	@Test
	void patternsThatReadTheSameTextAgainAndAgainAreRefused() {
		String json = "[\"" + "a".repeat(2000) + "\"" + ",1".repeat(2000) + "]";
		assertThat(query("$[?search(@,'b')]", json)).isEqualTo("[]");
		assertRefused("json-query=" + encoded("$[?search($[0],'b')]"), json, "read the JSON more than 2 times");
	}

	@Test
	void whatIsNotJsonIsRefusedWithItsPlace() {
		assertRefused("json-query=$", "[1,]", "not JSON at line 1, column 4");
	}

	private static void assertBad(String path, String reason) {
		assertThatExceptionOfType(BadArgumentException.class).isThrownBy(() -> query(path, "{}"))
			.withMessageMatching("[ -~]{10,199}")
			.withMessageContaining(reason);
	}

}
