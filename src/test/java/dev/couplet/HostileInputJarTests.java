package dev.couplet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import dev.couplet.netstring.NetstringCodec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that hostile names, arguments and texts get the specified error on every
 * protocol. The server has too little memory to build the requested results, and ends if
 * it runs out of memory.
 */
@Timeout(180)
@Tag("slow")
class HostileInputJarTests {

	private static final int SMALL = 5000;

	private static final int CLIENTS = 4;

	private static final NetstringCodec CODEC = new NetstringCodec(Integer.MAX_VALUE);

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	@TempDir
	private static Path folder;

	private static JarServer server;

	@BeforeAll
	static void start() throws IOException {
		server = JarServer.start(folder, "-Xmx128m", "-XX:+ExitOnOutOfMemoryError");
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	static Stream<Hostile> hostile() {
		return Stream.of(new Hostile("a new line in a name", "trim\r\nX-Injected: yes\r\n\r\nERROR INJECTED", "x", 400),
				new Hostile("an escape sequence in a name", "\u001b[31mINJECTED\u0007\u0000", "x", 400),
				new Hostile("a lookup in a name", "${jndi:ldap://injected}", "x", 400),
				new Hostile("right-to-left text in a name", "\u202eINJECTED\u2066", "x", 400),
				new Hostile("a path in a name", "../../injected", "x", 400),
				new Hostile("a name of 1,000 characters", "injected-" + "x".repeat(991), "x", 404),
				new Hostile("a recipe of 1,001 characters", "x".repeat(1001), "x", 400),
				new Hostile("a recipe of 17 steps", "trim" + ",trim".repeat(16), "x", 400),
				new Hostile("a large number", "wrap=" + "9".repeat(900), "x", 400),
				new Hostile("many arguments", "trim=" + ":".repeat(900), "x", 400),
				new Hostile("control characters in an argument", "wrap=%0D%0AX-Injected%3A%20INJECTED%00%1B", "x", 400),
				new Hostile("malformed UTF-8 in an argument", "replace=%FF%FE:" + "%C0%80".repeat(100), "x", 400),
				new Hostile("an unpaired surrogate in an argument", "replace=%ED%A0%80:x", "x", 400),
				new Hostile("indentation of many lines", "indent=100", "a\n".repeat(20_000), 413),
				new Hostile("nested indentation", "indent=100" + ",indent=100".repeat(15), "a\n".repeat(2000), 413),
				new Hostile("replacement by a long text", "replace=a:" + "b".repeat(900), "a".repeat(2000), 413),
				new Hostile("nested replacement by a repetition",
						"replace=a:aaaaaaaaaa" + ",replace=a:aaaaaaaaaa".repeat(15), "a", 413),
				new Hostile("join with a long separator", "join-lines=" + "x".repeat(100), "\n".repeat(20_000), 413),
				new Hostile("numbering of many lines", "number-lines=1000000", "\n".repeat(200_000), 413),
				new Hostile("nested hexadecimal", "hex-encode" + ",hex-encode".repeat(15), "x".repeat(1000), 413),
				new Hostile("nested base64", "base64-encode" + ",base64-encode".repeat(15), "x".repeat(20_000), 413),
				new Hostile("nested JSON strings", "json-encode" + ",json-encode".repeat(15), "\"".repeat(100), 413),
				new Hostile("percent-encoding of all characters", "url-encode", "\u00e9".repeat(200_000), 413),
				new Hostile("ligatures of eighteen letters", "to-latin", "\ufdfa".repeat(100_000), 413),
				new Hostile("decompositions", "nfkd", "\ufdfa".repeat(100_000), 413));
	}

	@ParameterizedTest
	@MethodSource("hostile")
	void isRefusedOverNetstring(Hostile hostile) throws IOException {
		assertThat(SocketClient.exchange(server.port("netstring"), hostile.frame("."))).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("hostile")
	void isRefusedOverSocketmapInPrintableCharacters(Hostile hostile) throws IOException {
		try (SocketClient client = SocketClient.connect(server.port("socketmap"))) {
			String answer = client.send(hostile.frame(" ")).halfClose().readToEnd();
			assertThat(answer).matches("[0-9]+:PERM [ -~]{10,199},").doesNotContain("INJECTED");
		}
	}

	@ParameterizedTest
	@MethodSource("hostile")
	void isRefusedOverHttpInPrintableCharacters(Hostile hostile) throws Exception {
		HttpResponse<String> response = hostile.post();
		assertThat(response.statusCode()).isEqualTo(hostile.status());
		assertThat(response.body()).matches("[ -~]+").doesNotContain("INJECTED");
		assertThat(response.headers().map()).doesNotContainKeys("x-injected", "X-Injected");
		assertThat(response.headers().firstValue("content-type")).hasValue("application/problem+json");
	}

	@Test
	void isRefusedInThousandsOfConcurrentRequests() throws Exception {
		List<Hostile> expanding = hostile().filter((hostile) -> hostile.status() == 413).toList();
		List<Hostile> small = expanding.stream().filter((hostile) -> hostile.text().length() <= SMALL).toList();
		assertThat(small).hasSizeGreaterThan(4);
		refuseAtOnce(small, 100);
		refuseAtOnce(expanding, 2);
	}

	private static void refuseAtOnce(List<Hostile> requests, int rounds) throws Exception {
		List<Callable<List<String>>> clients = Collections.nCopies(CLIENTS, () -> answers(requests, rounds));
		try (ExecutorService executor = Executors.newFixedThreadPool(CLIENTS)) {
			for (Future<List<String>> answers : executor.invokeAll(clients)) {
				assertThat(answers.get()).hasSize(rounds * requests.size())
					.allMatch((answer) -> answer.matches("PERM [ -~]{10,199}"));
			}
		}
	}

	@Test
	void isAcceptedIfTheWholeArgumentIsPercentEncoded() throws Exception {
		String recipe = "replace=" + "%61".repeat(300) + ":%0D%0A%1B%F0%9F%98%80";
		Hostile all = new Hostile("", recipe, "a".repeat(300), 200);
		String result = "\r\n\u001b\ud83d\ude00";
		assertThat(SocketClient.exchange(server.port("netstring"), all.frame("."))).isEqualTo("7:" + result + ",");
		assertThat(all.post().body()).isEqualTo(result);
	}

	@AfterEach
	void nextRequestIsServedAndNothingIsLogged() throws Exception {
		assertThat(server.isAlive()).as("is alive; log: %s", server.log()).isTrue();
		assertThat(SocketClient.exchange(server.port("netstring"), "27:cummingsify.HERE IS MY POEM,"))
			.isEqualTo("15:here is my poem,");
		assertThat(new Hostile("", "cummingsify", "HERE", 200).post().body()).isEqualTo("here");
		assertThat(server.log()).doesNotContainIgnoringCase("injected").doesNotContain("OutOfMemoryError");
	}

	// the replies of one pipelined session
	private static List<String> answers(List<Hostile> requests, int rounds) throws IOException {
		List<String> answers = new ArrayList<>();
		try (SocketClient client = SocketClient.connect(server.port("socketmap"))) {
			for (int i = 0; i < rounds; i++) {
				for (Hostile request : requests) {
					client.send(request.frame(" "));
				}
			}
			ByteArrayInputStream replies = new ByteArrayInputStream(client.halfClose().readBytesToEnd());
			for (byte[] reply = CODEC.read(replies); reply != null; reply = CODEC.read(replies)) {
				answers.add(new String(reply, StandardCharsets.UTF_8));
			}
		}
		return answers;
	}

	/**
	 * A request that asks for too much, or for something that does not exist.
	 *
	 * @param name a description
	 * @param recipe the recipe
	 * @param text the text
	 * @param status the expected HTTP status
	 */
	record Hostile(String name, String recipe, String text, int status) {

		String frame(String separator) throws IOException {
			// a space or a dot would end the recipe
			String written = this.recipe.replace(" ", "%20").replace(".", "%2E");
			ByteArrayOutputStream frame = new ByteArrayOutputStream();
			CODEC.write((written + separator + this.text).getBytes(StandardCharsets.UTF_8), frame);
			return frame.toString(StandardCharsets.UTF_8);
		}

		HttpResponse<String> post() throws IOException, InterruptedException {
			URI uri = URI.create("http://localhost:" + server.httpPort() + "/transforms/" + legalInPath());
			return HTTP.send(HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.ofString(this.text)).build(),
					HttpResponse.BodyHandlers.ofString());
		}

		private String legalInPath() {
			if (this.recipe.matches("([a-z0-9,=:-]|%[0-9A-F]{2})*")) {
				return this.recipe;
			}
			StringBuilder encoded = new StringBuilder();
			for (byte next : this.recipe.getBytes(StandardCharsets.UTF_8)) {
				encoded.append('%').append(HexFormat.of().toHexDigits(next));
			}
			return encoded.toString();
		}

		@Override
		public String toString() {
			return this.name;
		}

	}

}
