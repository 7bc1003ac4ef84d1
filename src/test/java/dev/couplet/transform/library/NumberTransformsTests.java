package dev.couplet.transform.library;

import java.util.Locale;

import dev.couplet.transform.BadArgumentException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link NumberTransforms}. Known answers are from Python 3.11, except for
 * those of RFC 9562.
 */
class NumberTransformsTests extends LibraryRunner {

	@ParameterizedTest
	@CsvSource({ "36:10, zz, 1295", "8:10, -777, -511", "10:2, 1994, 11111001010", "16:10, 0xDEADBEEF, 3735928559",
			"2:16, 0b11111111, ff", "8:10, 0o17, 15", "16:10, 0b1, 177", "36:10, 0x1, 1189", "10:36, -0, 0",
			"10:16, ' +255\n', ff", "10:10, 007, 7",
			"16:10, 100000000000000000000000000000000000000000000000000, 1606938044258990275541962092341162602522202993782792835301376" })
	void numbersChangeTheirBase(String bases, String number, String result) {
		assertThat(run("number-base=" + bases, number)).isEqualTo(result);
	}

	@ParameterizedTest
	@CsvSource({ "2:10, 12, not a digit of base 2 at character 2", "10:2, '', no number in the text",
			"10:2, -, no number in the text", "10:2, 1 2, not a digit of base 10 at character 2",
			"10:2, 1e9, not a digit of base 10 at character 2", "10:2, \u0661, not a digit of base 10 at character 1",
			"16:2, 0x, not a digit of base 16 at character 2", "10:2, 1_000, at character 2",
			"10:2, --1, at character 2" })
	void whatIsNoNumberIsRefused(String bases, String text, String reason) {
		assertRefused("number-base=" + bases, text, reason);
	}

	@Test
	void longNumbersAreRefused() {
		assertThat(run("number-base=10:10", "9".repeat(10_000))).hasSize(10_000);
		assertRefused("number-base=10:10", "9".repeat(10_001), "a number of more than 10000 digits");
	}

	@Test
	void everyRomanNumeralIsRestored() {
		for (int number = 1; number < 4000; number++) {
			String numeral = run("roman-encode", String.valueOf(number));
			assertThat(run("roman-decode", numeral)).isEqualTo(String.valueOf(number));
		}
	}

	@ParameterizedTest
	@CsvSource({ "1, I", "4, IV", "1994, MCMXCIV", "3999, MMMCMXCIX", "' 2024\n', MMXXIV", "0009, IX" })
	void numbersBecomeRoman(String number, String numeral) {
		assertThat(run("roman-encode", number)).isEqualTo(numeral);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "0", "4000", "-1", "1.5", "IV", "99999999999999999999" })
	void onlyNumbersFrom1To3999AreRoman(String text) {
		assertRefused("roman-encode", text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "IIII", "VV", "IC", "IXI", "MMMM", "CMC", "X I", "5", "IVI", "\u2163" })
	void onlyTheUsualFormOfRomanNumeralsIsRead(String text) {
		assertRefused("roman-decode", text, "not a Roman numeral");
	}

	@Test
	void romanNumeralsCanBeInLowerCase() {
		assertThat(run("roman-decode", " mcmxciv\n")).isEqualTo("1994");
	}

	@ParameterizedTest
	@CsvSource({ "unix-to-iso, 0, 1970-01-01T00:00:00Z", "unix-to-iso, -1, 1969-12-31T23:59:59Z",
			"unix-to-iso=Asia/Kolkata, 1700000000, 2023-11-15T03:43:20+05:30",
			"unix-to-iso=America/New_York, 1700000000, 2023-11-14T17:13:20-05:00",
			"unix-to-iso=Europe/Berlin, 1711846800, 2024-03-31T03:00:00+02:00",
			"unix-to-iso=+0100, ' 1700000000\n', 2023-11-14T23:13:20+01:00",
			"unix-to-iso=-05%3A30, 1700000000, 2023-11-14T16:43:20-05:30",
			"unix-to-iso, 1700000000.25, 2023-11-14T22:13:20.25Z", "unix-to-iso, -0.5, 1969-12-31T23:59:59.5Z",
			"unix-to-iso, 1700000000123, 2023-11-14T22:13:20.123Z",
			"unix-to-iso, 1700000000123456, 2023-11-14T22:13:20.123456Z",
			"unix-to-iso, 1700000000123456789, 2023-11-14T22:13:20.123456789Z",
			"unix-to-iso, 99999999999, 5138-11-16T09:46:39Z" })
	void unixTimesBecomeDates(String recipe, String unix, String iso) {
		assertThat(run(recipe, unix)).isEqualTo(iso);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "1e9", "12345678901234567890", "1.", ".5", "1700000000123.5", "1 2",
			"1.1234567890", "\u0661" })
	void whatIsNoUnixTimeIsRefused(String text) {
		assertRefused("unix-to-iso", text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Europe/Atlantis", "+25%3A00", "x", "../etc" })
	void unknownZonesAreBadArguments(String zone) {
		assertThatExceptionOfType(BadArgumentException.class)
			.isThrownBy(() -> run("unix-to-iso=" + zone.replace(".", "%2E"), "0"))
			.withMessageContaining("'zone' is neither a time zone such as Europe/Berlin nor an offset");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"', value = { "iso-to-unix, 2023-11-14T22:13:20+00:00, 1700000000",
			"iso-to-unix=us, 1969-12-31T23:59:59.5Z, -500000", "iso-to-unix, 1969-12-31T23:59:59.5Z, -1",
			"iso-to-unix=ms, 2000-02-29, 951782400000", "iso-to-unix=us, 9999-12-31T23:59:59Z, 253402300799000000",
			"iso-to-unix, 0001-01-01, -62135596800", "iso-to-unix=ns, 9999-12-31T23:59:59Z, 253402300799000000000",
			"iso-to-unix=us, 2023-11-14T23:13:20.123456+01:00, 1700000000123456",
			"iso-to-unix, 2023-11-14 23:13:20 +0100, 1700000000", "iso-to-unix, 2023-11-14t22:13z, 1699999980",
			"iso-to-unix, \" 2023-11-14T22:13:20,9\n\", 1700000000",
			"iso-to-unix, 2023-11-14T23:13:20+01, 1700000000" })
	void datesBecomeUnixTimes(String recipe, String iso, String unix) {
		assertThat(run(recipe, iso)).isEqualTo(unix);
	}

	@ParameterizedTest
	@CsvSource({ "'', not a date of ISO 8601", "14.11.2023, not a date of ISO 8601", "2023-11-14T, not a date",
			"2023-02-29, not in the calendar", "2023-13-01, not in the calendar",
			"2023-01-01T24:00, not in the calendar", "2016-12-31T23:59:60Z, not in the calendar",
			"2023-01-01T00:00+19:00, not in the calendar", "2023-1-1, not a date",
			"2023-01-01T00:00:00.1234567890Z, not a date", "2023-01-01Z, not a date" })
	void whatIsNoDateIsRefused(String text, String reason) {
		assertRefused("iso-to-unix", text, reason);
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "1700000000", "-62135596800", "-1" })
	void unixTimesAreRestored(String unix) {
		assertThat(run("unix-to-iso=Asia/Kolkata,iso-to-unix", unix)).isEqualTo(unix);
	}

	// RFC 9562, appendix A and sections 5.9 and 5.10
	@ParameterizedTest
	@CsvSource({ "C232AB00-9414-11EC-B3C8-9F6BDECED846, 1, 2022-02-22T19:22:22Z",
			"5df41881-3aed-3515-88a7-2f4a814cf09e, 3,", "919108f7-52d1-4320-9bac-f847db4148a8, 4,",
			"2ed6657d-e927-568b-95e1-2665a8aea6a2, 5,", "1EC9414C-232A-6B00-B3C8-9F6BDECED846, 6, 2022-02-22T19:22:22Z",
			"017F22E2-79B0-7CC3-98C4-DC0C0C07398F, 7, 2022-02-22T19:22:22Z",
			"2489E9AD-2EE2-8E00-8EC9-32D5F69181C0, 8," })
	void uuidsOfTheSpecificationAreDescribed(String uuid, String version, String time) {
		assertThat(run("uuid-parse", uuid))
			.isEqualTo("{\"uuid\":\"" + uuid.toLowerCase(Locale.ROOT) + "\",\"variant\":\"RFC 9562\",\"version\":"
					+ version + ((time != null) ? ",\"time\":\"" + time + "\"}" : "}"));
	}

	@ParameterizedTest
	@CsvSource({ "00000000-0000-0000-0000-000000000000, nil", "ffffffff-ffff-ffff-ffff-ffffffffffff, max",
			"00000000-0000-0000-c000-000000000046, Microsoft", "00000000-0000-1000-0000-000000000001, NCS",
			"00000000-0000-1000-e000-000000000000, reserved" })
	void otherVariantsHaveNoVersion(String uuid, String variant) {
		assertThat(run("uuid-parse", uuid)).isEqualTo("{\"uuid\":\"" + uuid + "\",\"variant\":\"" + variant + "\"}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{919108f7-52d1-4320-9bac-f847db4148a8}", "urn:uuid:919108f7-52d1-4320-9bac-f847db4148a8",
			"919108f752d143209bacf847db4148a8", " 919108F7-52D1-4320-9BAC-F847DB4148A8\n" })
	void uuidsHaveSeveralForms(String text) {
		assertThat(run("uuid-parse", text)).contains("\"uuid\":\"919108f7-52d1-4320-9bac-f847db4148a8\"");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "", "919108f7", "919108f7-52d1-4320-9bac-f847db4148ag", "919108f7-52d14320-9bac-f847db4148a8",
					"{919108f7-52d1-4320-9bac-f847db4148a8", "919108f7-52d1-4320-9bac-f847db4148a80" })
	void whatIsNoUuidIsRefused(String text) {
		assertRefused("uuid-parse", text, "not a UUID");
	}

}
