package dev.couplet.client;

import dev.couplet.client.ServerUri.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link ServerUri}.
 */
class ServerUriTests {

	@ParameterizedTest
	@CsvSource({ "netstring://h, NETSTRING, h, 11000, false, ''", "netstring://h:1/, NETSTRING, h, 1, false, ''",
			"socketmap://h, SOCKETMAP, h, 11001, false, ''", "SocketMap://[::1]:7, SOCKETMAP, ::1, 7, false, ''",
			"http://h, HTTP, h, 8080, false, ''", "http://h:80/, HTTP, h, 80, false, ''",
			"https://h, HTTP, h, 443, true, ''", "https://h:8443/text/couplet//, HTTP, h, 8443, true, /text/couplet",
			"http://h/%7Ea/b, HTTP, h, 8080, false, /%7Ea/b" })
	void parsesUrls(String text, Protocol protocol, String host, int port, boolean tls, String path) {
		assertThat(ServerUri.parse(text)).isEqualTo(new ServerUri(protocol, new ServerAddress(host, port), tls, path));
	}

	@ParameterizedTest
	@CsvSource({ "h, SOCKETMAP, h, 11001", "[::1], SOCKETMAP, ::1, 11001", "h:11001, SOCKETMAP, h, 11001",
			"h:11000, NETSTRING, h, 11000", "h:1, NETSTRING, h, 1", "1, NETSTRING, localhost, 1",
			"11001, SOCKETMAP, localhost, 11001", "h:8080, HTTP, h, 8080", "[::1]:8080, HTTP, ::1, 8080" })
	void aMissingSchemeIsThatOfThePort(String text, Protocol protocol, String host, int port) {
		assertThat(ServerUri.parse(text)).isEqualTo(new ServerUri(protocol, new ServerAddress(host, port), false, ""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ":", ":1", "h:", "h:0", "h:65536", "h:x", "::1", "[::1", "a b", "\u001B[31m", "h/path",
			"ftp://h", "http://", "http:///x", "http://h:", "http://user@h", "http://h/?recipe=trim", "http://h/#a",
			"http://h/%zz", "http://h/a b", "http://h\r\n", "netstring://h/trim", "socketmap://h:1/x", "//h",
			"http:h" })
	void rejectsEverythingElse(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> ServerUri.parse(text))
			.withMessageMatching(
					"a server must be .*|a port must be .*|invalid host name .*|only http.*|the path of .*");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "netstring://h:1", "socketmap://[::1]:11001", "http://h:80", "https://h:443/text/couplet" })
	void isWrittenAsItsUrl(String url) {
		assertThat(ServerUri.parse(url)).hasToString(url);
	}

	@Test
	void aPathIsChecked() {
		ServerAddress address = new ServerAddress("h", 1);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new ServerUri(Protocol.HTTP, address, false, "/ HTTP/1.1\r\nX: y"));
		assertThatIllegalArgumentException().isThrownBy(() -> new ServerUri(Protocol.SOCKETMAP, address, false, "/x"));
	}

}
