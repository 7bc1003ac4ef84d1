package dev.couplet.transform.remote;

import dev.couplet.client.ServerAddress;
import dev.couplet.transform.remote.RemoteUri.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link RemoteUri}.
 */
class RemoteUriTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			netstring://localhost:11000/trim,wrap=60   | NETSTRING | localhost | 11000 | trim,wrap=60
			NETSTRING://10.0.0.1:1/each-line(trim)     | NETSTRING | 10.0.0.1  | 1     | each-line(trim)
			socketmap://[::1]:11001/replace=a:%2E      | SOCKETMAP | ::1       | 11001 | replace=a:%2E
			netstring://engine:65535/replace=a:%C3%A9  | NETSTRING | engine    | 65535 | replace=a:%C3%A9
			http://engine/transforms/trim              | HTTP      | engine    | 80    | ''
			https://engine/transforms/trim?a=b         | HTTP      | engine    | 443   | ''
			http://engine:8080                         | HTTP      | engine    | 8080  | ''
			""")
	void readsServerAndRecipe(String uri, Protocol protocol, String host, int port, String recipe) {
		RemoteUri parsed = RemoteUri.parse(uri);
		assertThat(parsed.protocol()).isEqualTo(protocol);
		assertThat(parsed.server()).isEqualTo(new ServerAddress(host, port));
		assertThat(parsed.recipe()).isEqualTo(recipe);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "engine", "engine:11000/trim", "netstring:trim", "netstring://engine:11000",
			"netstring://engine:11000/", "netstring://engine/trim", "netstring://:11000/trim", "ftp://engine:21/trim",
			"netstring://engine:11000/trim?x", "netstring://engine:11000/tr im", "netstring://engine:11000/%zz",
			"http:///transforms/trim", "http://en gine/trim" })
	void refusesOtherUrisWithTheFormat(String uri) {
		assertThatIllegalArgumentException().isThrownBy(() -> RemoteUri.parse(uri))
			.withMessageStartingWith("It must be netstring://HOST:PORT/RECIPE, socketmap://HOST:PORT/RECIPE, or an "
					+ "http or https URL such as http://HOST:PORT/transforms/RECIPE");
	}

	@ParameterizedTest
	@ValueSource(strings = { "netstring://engine:0/trim", "netstring://engine:65536/trim", "http://engine:0/trim" })
	void refusesAPortOutOfRange(String uri) {
		assertThatIllegalArgumentException().isThrownBy(() -> RemoteUri.parse(uri)).withMessageContaining("65535");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://user:secret@engine/trim", "netstring://user@engine:11000/trim",
			"http://engine/trim#top" })
	void refusesAUserNameAndAFragment(String uri) {
		assertThatIllegalArgumentException().isThrownBy(() -> RemoteUri.parse(uri))
			.withMessage("It must have no user name, password or fragment");
	}

	@Test
	void refusesADotInTheRecipeOfANetstring() {
		assertThatIllegalArgumentException().isThrownBy(() -> RemoteUri.parse("netstring://engine:11000/replace=.:x"))
			.withMessage("The recipe must not contain '.'; in an argument, write %2E");
		assertThat(RemoteUri.parse("socketmap://engine:11000/replace=.:x").recipe()).isEqualTo("replace=.:x");
	}

	@Test
	void showsOperatorsTheServerWithoutTheRecipe() {
		assertThat(RemoteUri.parse("netstring://[::1]:11000/trim").origin()).isEqualTo("netstring://[::1]:11000");
		assertThat(RemoteUri.parse("HTTPS://engine/transforms/trim").origin()).isEqualTo("https://engine:443");
	}

}
