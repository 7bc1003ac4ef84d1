package dev.couplet.transform.library;

import dev.couplet.transform.BadArgumentException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link CsvTransforms}.
 */
class CsvTransformsTests extends LibraryRunner {

	// the examples of RFC 4180, section 2
	@ParameterizedTest
	@ValueSource(strings = { "aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n", "aaa,bbb,ccc\r\nzzz,yyy,xxx",
			"\"aaa\",\"bbb\",\"ccc\"\r\nzzz,yyy,xxx", "aaa,bbb,ccc\nzzz,yyy,xxx\n\n" })
	void csvMatchesItsSpecification(String csv) {
		assertThat(run("csv-to-json=%2C:false", csv))
			.isEqualTo("[[\"aaa\",\"bbb\",\"ccc\"],[\"zzz\",\"yyy\",\"xxx\"]]");
		assertThat(run("csv-to-json", csv)).isEqualTo("[{\"aaa\":\"zzz\",\"bbb\":\"yyy\",\"ccc\":\"xxx\"}]");
	}

	@Test
	void quotedFieldsMatchTheSpecification() {
		assertThat(run("csv-to-json=%2C:false", "\"aaa\",\"b\r\nbb\",\"b\"\"bb\"\r\n\"\",,\"\"\"\""))
			.isEqualTo("[[\"aaa\",\"b\\r\\nbb\",\"b\\\"bb\"],[\"\",\"\",\"\\\"\"]]");
	}

	// csv.writer of Python 3
	@Test
	void jsonToCsvMatchesPython() {
		assertThat(run("json-to-csv", "[[\"a\",\"b,c\"],[\"d\\\"e\",\"f\\ng\"],[\"\",\" h \"],[\"\"]]"))
			.isEqualTo("a,\"b,c\"\r\n\"d\"\"e\",\"f\ng\"\r\n, h \r\n\"\"\r\n");
	}

	@Test
	void objectsHaveAHeaderOfAllKeys() {
		assertThat(run("json-to-csv", "[{\"a\":1.10,\"b\":true},{\"c\":\"x\",\"a\":null}]"))
			.isEqualTo("a,b,c\r\n1.10,true,\r\n,,x\r\n");
		assertThat(run("json-to-csv=tab", "[{\"a\":1,\"b\":\"x,y\"}]")).isEqualTo("a\tb\r\n1\tx,y\r\n");
		assertThat(run("json-to-csv", "[]")).isEmpty();
		assertThat(run("json-to-csv", "[{}]")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "`a,b\n1`|a CSV record of 1 field, where the first record has 2, at line 2, column 1",
					"`a,b\n1,x\"y`|does not begin with one, at line 2, column 4",
					"`a,b\n1,\"x\"y`|after the closing quotation mark of a CSV field at line 2, column 6",
					"`a,b\n1,\"xy`|a quotation mark that is not closed, in CSV, at line 2, column 3",
					"`a\rb`|a carriage return",
					"`a,a\n1,2`|the field 2 of the CSV header is the same as an earlier one" })
	void csvRefusesWithThePlace(String csv, String reason) {
		assertRefused("csv-to-json", csv, reason);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '>', quoteCharacter = '`',
			value = { "`a;b\n1,2;3`>at line 2, column 1; if the delimiter is another one, use csv-to-json=%3B",
					"`a\tb\n1,2\t3`>at line 2, column 1; if the delimiter is another one, use csv-to-json=tab",
					"`a|b\n1,2|3`>at line 2, column 1; if the delimiter is another one, use csv-to-json=%7C",
					"`a;b\n1;\"2,5\"`>at line 2, column 3; if the delimiter is another one, use csv-to-json=%3B",
					"`\"a\";\"b\"`>at line 1, column 4; if the delimiter is another one, use csv-to-json=%3B" })
	void anotherDelimiterIsSuggested(String csv, String reason) {
		assertRefused("csv-to-json", csv, reason);
		assertRefused("csv-to-markdown", csv, reason.replaceFirst("use (csv-to-json=.*)", "put $1,json-to-csv first"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '>', quoteCharacter = '`',
			value = {
					"`name;price\ntea;3\n`>line 1, column 5; use csv-to-json=%3B or, for one column, csv-to-json=comma",
					"`n\tp\tq\r\n1\t\t2`>line 1, column 2; use csv-to-json=tab or, for one column, csv-to-json=comma",
					"`a|b\n\n1|2\n\n3|4`>line 1, column 2; use csv-to-json=%7C or, for one column, csv-to-json=comma" })
	void oneColumnWithAnotherDelimiterInEachLineIsRefused(String csv, String reason) {
		assertRefused("csv-to-json", csv, "CSV without a comma, but with another delimiter in each line, at " + reason);
		assertRefused("csv-to-json=%2C:false", csv, reason.replace(" or", ":false or") + ":false");
	}

	@Test
	void oneColumnIsReadWhereItIsMeant() {
		assertThat(run("csv-to-json=comma", "a;b\n1;2")).isEqualTo("[{\"a;b\":\"1;2\"}]");
		assertThat(run("json-to-csv=comma", "[[1,2]]")).isEqualTo("1,2\r\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\n1\n", "a;b\n12\n", "a;b\n1;2;3\n", "\"a;b\"\n\"1;2\"\n", "a;b\n\n" })
	void oneColumnIsReadWhereNoOtherDelimiterIsRegular(String csv) {
		assertThat(run("csv-to-json", csv)).startsWith("[");
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "{\"a\":1}", "[1]", "[{\"a\":[1]}]", "[[{}]]", "[{},[]]", "[[],{}]" })
	void onlyAFlatTableBecomesCsv(String json) {
		assertRefused("json-to-csv", json, "JSON that is not a flat table at line 1, column ");
	}

	@Test
	void delimitersAreOneCharacter() {
		assertThat(run("csv-to-json=%3B:false", "a;b,c")).isEqualTo("[[\"a\",\"b,c\"]]");
		assertThat(run("csv-to-json=\uD83D\uDE00:false", "a\uD83D\uDE00b")).isEqualTo("[[\"a\",\"b\"]]");
		assertThatExceptionOfType(BadArgumentException.class).isThrownBy(() -> run("csv-to-json=%22", ""));
		assertThatExceptionOfType(BadArgumentException.class).isThrownBy(() -> run("csv-to-json=xy", ""));
		assertThatExceptionOfType(BadArgumentException.class).isThrownBy(() -> run("json-to-csv=%0A", ""));
	}

	@Test
	void markdownCellsStayOnTheirLine() {
		assertThat(run("csv-to-markdown", "a,b\n1|2,\"x\r\ny\"\n"))
			.isEqualTo("| a | b |\n| --- | --- |\n| 1\\|2 | x<br>y |\n");
		assertThat(run("csv-to-markdown", "")).isEmpty();
	}

}
