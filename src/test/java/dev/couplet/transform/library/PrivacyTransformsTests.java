package dev.couplet.transform.library;

import dev.couplet.transform.BadArgumentException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link PrivacyTransforms}.
 */
class PrivacyTransformsTests extends LibraryRunner {

	// the test numbers of card networks
	@ParameterizedTest
	@ValueSource(strings = { "4111111111111111", "4111 1111 1111 1111", "5555-5555-5555-4444", "378282246310005",
			"3782 822463 10005", "6011111111111117", "30569309025904", "3530111333300000", "4222222222222" })
	void cardNumbersAreRedacted(String card) {
		assertThat(run("redact=card", "card " + card + ", 12/27")).isEqualTo("card ***, 12/27");
		assertThat(run("redact=card", "card " + card + " 99")).isEqualTo("card *** 99");
		assertThat(run("redact=card", "a" + card + "b")).isEqualTo("a" + card + "b");
	}

	@ParameterizedTest
	@ValueSource(strings = { "4111111111111112", "41111111111", "00000000000000", "41111111111111111111111111111111" })
	void otherNumbersAreNoCards(String number) {
		assertThat(run("redact=card", number)).isEqualTo(number);
	}

	@ParameterizedTest
	@ValueSource(strings = { "1234 5678 9012 3456", "1234-5678-9012-3456", "x1234 5678 9012 3456",
			"order 0234 5678 9012 3456 7" })
	void aCardDoesNotBeginInTheMiddleOfANumber(String number) {
		assertThat(run("redact=card", number)).isEqualTo(number);
		assertThat(run("redact=card", "5678 9012 3456")).isEqualTo("***");
	}

	@ParameterizedTest
	@ValueSource(strings = { "12 ", "2025 ", "4111 1111 1111 1112 ", "5-", "00000000000000 ", "4111 1111, " })
	void aCardAfterAnotherNumberIsRedacted(String number) {
		assertThat(run("redact=card", number + "4111 1111 1111 1111")).isEqualTo(number + "***");
	}

	// examples of the IBAN registry of SWIFT
	@ParameterizedTest
	@ValueSource(strings = { "GB82 WEST 1234 5698 7654 32", "DE89370400440532013000", "FR1420041010050500013M02606",
			"NO93 8601 1117 947", "CH93-0076-2011-6238-5295-7", "MT84MALT011000012345MTLCAST001S",
			"BR1800360305000010009795493C1", "de89370400440532013000" })
	void ibansAreRedacted(String iban) {
		assertThat(run("redact=iban", "to " + iban + ", please")).isEqualTo("to ***, please");
		assertThat(run("redact", "to " + iban + ", please")).isEqualTo("to ***, please");
		String wrong = iban.replaceFirst("[0-9]", (iban.charAt(2) == '1') ? "2" : "1");
		assertThat(run("redact=iban", wrong)).isEqualTo(wrong);
	}

	@ParameterizedTest
	@ValueSource(strings = { "+49 30 901820", "+1 (555) 123-4567", "0049 30 901820", "(555) 123-4567", "555-123-4567",
			"1-555-123-4567", "020 7946 0958", "01 23 45 67 89", "0171/1234567", "+442079460958" })
	void phoneNumbersAreRedacted(String phone) {
		assertThat(run("redact=phone", "call " + phone + ".")).isEqualTo("call ***.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "2024-01-02", "01.02.2024", "01/02/2024 10:30", "1234567890", "10 000 000", "12.5", "+1",
			"v0171 1234567", "192.168.100.100" })
	void otherNumbersAreNoPhones(String number) {
		assertThat(run("redact=phone", number)).isEqualTo(number);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
			redact             | *** *** ***
			redact=email       | *** 192.0.2.1 +442079460958
			redact=ip%2Cphone  | a.b@night.example *** ***
			redact=all:last4   | ***mple ***.2.1 ***0958
			redact=all:hash    | email_ea15c3e93c8b ip_37fcff24bf62 phone_f0bf0228144d
			""")
	void kindsAndStylesCanBeChosen(String recipe, String result) {
		assertThat(run(recipe, "a.b@night.example 192.0.2.1 +442079460958")).isEqualTo(result);
	}

	@Test
	void shortFindsDoNotShowTheirLastCharacters() {
		assertThat(run("redact=ip:last4", "1.1.1.1 ::1 1.1.1.10")).isEqualTo("*** *** ***1.10");
	}

	@Test
	void theLastCharactersAreWhole() {
		assertThat(run("redact=email:last4", "moon@\ud800\udf48.de")).isEqualTo("***.de");
	}

	@Test
	void kindsCanBeInAnyOrder() {
		assertThat(run("redact=all:last4", "+442079460958 a@night.example 192.0.2.1"))
			.isEqualTo("***0958 ***mple ***.2.1");
	}

	@Test
	void pseudonymsDoNotDependOnTheGroups() {
		assertThat(run("redact=card:hash", "4111 1111 1111 1111"))
			.isEqualTo(run("redact=card:hash", "4111-1111-1111-1111"));
		assertThat(run("redact=iban:hash", "DE89 3704 0044 0532 0130 00"))
			.isEqualTo(run("redact=iban:hash", "de89370400440532013000"));
		assertThat(run("redact=email:hash", "A@b.com")).isEqualTo(run("redact=email:hash", "a@B.com"));
	}

	@Test
	void theMostCertainKindWinsWhereFindsOverlap() {
		assertThat(run("redact=all:hash", "00 4111 1111 1111 1111")).startsWith("00 card_");
		assertThat(run("redact=all:hash", "a@1.2.3.4.com")).startsWith("email_").doesNotContain("ip_");
	}

	@ParameterizedTest
	@ValueSource(strings = { "redact=emails", "redact=email%2C", "redact=email%2Call", "redact=EMAIL" })
	void unknownKindsAreBadArguments(String recipe) {
		assertThatExceptionOfType(BadArgumentException.class).isThrownBy(() -> run(recipe, "x"))
			.withMessageContaining("'kinds' must be all, or one or more of: email, iban, card, ip, phone");
	}

}
