package dev.couplet.client.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import dev.couplet.client.FakeServer;
import dev.couplet.client.command.CommandProcess.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ServerOptions} and their environment variables.
 */
@Timeout(20)
class ServerOptionsTests {

	@Test
	void serverIsCalledInTheProtocolOfItsUrl() {
		try (FakeServer server = FakeServer.replying("7:OK moon,")) {
			assertThat(transform(Map.of(), "--server", "socketmap://" + server.address()))
				.isEqualTo(new Result(0, "moon", ""));
			assertThat(transform(Map.of(), "--server", "netstring://" + server.address()))
				.isEqualTo(new Result(0, "OK moon", ""));
		}
	}

	@Test
	void reasonOfARefusalIsPrinted() {
		try (FakeServer server = FakeServer.replying("30:PERM step 1, trim: it is wrong,")) {
			assertThat(transform(Map.of(), "--server", "socketmap://" + server.address())).isEqualTo(
					new Result(1, "", "couplet: " + server.address() + " refuses this: step 1, trim: it is wrong\n"));
		}
	}

	@Test
	void aCloseOverSocketmapIsNoRefusal() {
		try (FakeServer server = FakeServer.replying("")) {
			assertThat(transform(Map.of(), "--server", "socketmap://" + server.address()))
				.isEqualTo(new Result(1, "", "couplet: " + server.address()
						+ " closed the connection without a reply; if it requires TLS, use --tls or https://\n"));
		}
	}

	@Test
	void variableIsTheServerUnlessTheOptionIsGiven() {
		try (FakeServer one = FakeServer.replying("6:OK one,"); FakeServer two = FakeServer.replying("6:OK two,")) {
			Map<String, String> variables = Map.of("COUPLET_CLIENT_SERVER", "socketmap://" + one.address());
			assertThat(transform(variables)).isEqualTo(new Result(0, "one", ""));
			assertThat(transform(variables, "--server", "socketmap://" + two.address()))
				.isEqualTo(new Result(0, "two", ""));
		}
	}

	@Test
	void emptyVariableIsNotSet() {
		Result result = transform(Map.of("COUPLET_CLIENT_SERVER", "", "COUPLET_CLIENT_TIMEOUT", "x"));
		assertThat(result.errors()).startsWith("couplet: COUPLET_CLIENT_TIMEOUT: ");
	}

	@Test
	void timeoutCanBeAVariable() {
		try (FakeServer server = FakeServer.start((client) -> FakeServer.await(client, Duration.ofSeconds(30)))) {
			assertThat(transform(Map.of("COUPLET_CLIENT_TIMEOUT", "1"), "--server", server.address().toString()))
				.isEqualTo(new Result(1, "", "couplet: " + server.address() + " did not answer in time\n"));
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					COUPLET_CLIENT_SERVER     | ftp://h       | h             | COUPLET_CLIENT_SERVER: a server must be
					COUPLET_CLIENT_SERVER     | h:0           | h             | COUPLET_CLIENT_SERVER: a port must be
					COUPLET_CLIENT_TIMEOUT    | 0             | h             | COUPLET_CLIENT_TIMEOUT: a timeout must be
					COUPLET_CLIENT_TLS        | yes           | h             | COUPLET_CLIENT_TLS: must be true or false
					COUPLET_CLIENT_TLS        | true          | http://h      | http:// has no TLS, which COUPLET_CLIENT_TLS
					COUPLET_CLIENT_CA         | /nowhere/ca   | https://h     | COUPLET_CLIENT_CA: /nowhere/ca cannot be read
					COUPLET_CLIENT_CERT       | /nowhere/cert | https://h     | COUPLET_CLIENT_CERT requires COUPLET_CLIENT_KEY or --key
					COUPLET_CLIENT_KEY        | /nowhere/key  | https://h     | COUPLET_CLIENT_KEY requires COUPLET_CLIENT_CERT or --cert
					COUPLET_CLIENT_TOKEN      | a b           | http://h      | COUPLET_CLIENT_TOKEN: a token must be
					COUPLET_CLIENT_TOKEN_FILE | /nowhere/t    | http://h      | COUPLET_CLIENT_TOKEN_FILE: there is no file
					COUPLET_CLIENT_TOKEN_FILE | /dev/null     | http://h      | COUPLET_CLIENT_TOKEN_FILE: /dev/null: a token
					""")
	void malformedVariableIsWrongUsageThatNamesIt(String variable, String value, String server, String complaint) {
		Result result = variable.endsWith("_SERVER") ? transform(Map.of(variable, value))
				: transform(Map.of(variable, value), "--server", server);
		assertThat(result.status()).isEqualTo(2);
		assertThat(result.errors()).startsWith("couplet: " + complaint).contains("Usage: ");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			--tls                | http://h      | http:// has no TLS, which --tls requires: use https://
			--ca=ca.pem          | socketmap://h | --ca, --cert and --key require --tls or https://
			--token-file=t       | socketmap://h | --token-file requires a server with http:// or https://
			--token-file=/none/t | http://h      | there is no file /none/t
			""")
	void inconsistentOptionsAreWrongUsage(String option, String server, String complaint) {
		Result result = transform(Map.of(), option, "--server", server);
		assertThat(result.status()).isEqualTo(2);
		assertThat(result.errors()).startsWith("couplet: " + complaint + "\n");
	}

	@Test
	void tokenIsThatOfTheFileOrOfAVariable(@TempDir Path folder) throws IOException {
		Path file = Files.writeString(folder.resolve("token"), "fromfile\n");
		try (FakeServer server = FakeServer.start((client) -> {
			byte[] request = client.getInputStream().readNBytes(250);
			String text = new String(request, StandardCharsets.US_ASCII);
			String reply = text.replaceAll("(?s).*Bearer ([a-z]*).*", "$1");
			FakeServer.send(client, "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: " + reply.length()
					+ "\r\n\r\n" + reply);
		})) {
			String url = "http://" + server.address();
			String filler = "x".repeat(250);
			assertThat(CommandInProcess.withVariables(Map.of("COUPLET_CLIENT_TOKEN", "token"), filler, "transform",
					"trim", "--server", url))
				.isEqualTo(new Result(0, "token", ""));
			assertThat(CommandInProcess.withVariables(Map.of("COUPLET_CLIENT_TOKEN_FILE", file.toString()), filler,
					"transform", "trim", "--server", url))
				.isEqualTo(new Result(0, "fromfile", ""));
			assertThat(CommandInProcess.withVariables(Map.of("COUPLET_CLIENT_TOKEN", "token"), filler, "transform",
					"trim", "--server", url, "--token-file", file.toString()))
				.isEqualTo(new Result(0, "fromfile", ""));
		}
	}

	@Test
	void variablesOfTlsAndTokenDoNotConcernAServerThatHasNone() {
		try (FakeServer server = FakeServer.replying("7:OK moon,")) {
			assertThat(transform(Map.of("COUPLET_CLIENT_TOKEN", "token", "COUPLET_CLIENT_CA", "/nowhere",
					"COUPLET_CLIENT_TLS", "false"), "--server", "socketmap://" + server.address()))
				.isEqualTo(new Result(0, "moon", ""));
		}
	}

	@Test
	void helpNamesTheVariables() {
		assertThat(CommandInProcess.run("transform", "--help").output()).contains("COUPLET_CLIENT_SERVER")
			.contains("COUPLET_CLIENT_TOKEN");
	}

	private static Result transform(Map<String, String> variables, String... options) {
		String[] arguments = new String[options.length + 2];
		arguments[0] = "transform";
		arguments[1] = "trim";
		System.arraycopy(options, 0, arguments, 2, options.length);
		return CommandInProcess.withVariables(variables, "MOON", arguments);
	}

}
