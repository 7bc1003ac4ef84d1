package dev.couplet.protocol.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;

import dev.couplet.transform.Catalogue;
import dev.couplet.transform.MemoryReservation;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.TransformService;
import jakarta.servlet.ServletInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.DelegatingServletInputStream;
import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for bodies with a {@code Content-Encoding}.
 */
@HttpServerTest
class CompressedBodyIntegrationTests {

	private static final int LIMIT = 2048;

	private static final String NOT_GZIP = "the body is not gzip, or not complete, as its Content-Encoding says";

	private static final String TOO_LONG = "the body has too long gzip headers, or too many gzip members";

	@LocalServerPort
	private int port;

	private RawClient client;

	@BeforeEach
	void connect() {
		this.client = new RawClient(this.port);
	}

	@ParameterizedTest
	@ValueSource(strings = { "gzip", "GZIP", "x-gzip" })
	void aCompressedBodyIsDecompressed(String coding) throws Exception {
		assertThat(post("/transforms/cummingsify", coding, "", gzip("A P\u00d6EM"))).isText("a p\u00f6em");
	}

	@Test
	void aCharsetIsThatOfTheDecompressedBody() throws Exception {
		byte[] text = "A P\u00d6EM".getBytes(StandardCharsets.ISO_8859_1);
		assertThat(
				post("/transforms/cummingsify", "gzip", "Content-Type: text/plain;charset=ISO-8859-1\r\n", gzip(text)))
			.isText("a p\u00f6em");
	}

	@Test
	void allMembersAreRead() throws Exception {
		assertThat(post("/transforms/cummingsify", "gzip", "", gzip("A PO") + gzip("EM"))).isText("a poem");
	}

	@Test
	void aMemberThatHasNotArrivedYetIsAwaited() throws Exception {
		InputStream first = new LateStream(gzip("A PO").getBytes(StandardCharsets.ISO_8859_1));
		InputStream second = new LateStream(gzip("EM").getBytes(StandardCharsets.ISO_8859_1));
		MockHttpServletRequest request = new MockHttpServletRequest() {

			@Override
			public ServletInputStream getInputStream() {
				return new DelegatingServletInputStream(new SequenceInputStream(first, second));
			}

		};
		request.addHeader("Content-Encoding", "gzip");
		TransformService service = new TransformService(new Catalogue(List.of()), new SizeLimit(LIMIT));
		try (MemoryReservation memory = service.newReservation()) {
			assertThat(RequestBody.read(request, LIMIT, memory).text()).isEqualTo("A POEM");
		}
	}

	@Test
	void nothingIsReservedBeforeTheBodyArrives() throws Exception {
		TransformService service = new TransformService(new Catalogue(List.of()), new SizeLimit(1 << 20));
		AtomicLong reserved = new AtomicLong(-1);
		InputStream body = new ByteArrayInputStream(gzip("a".repeat(100_000)).getBytes(StandardCharsets.ISO_8859_1)) {

			@Override
			public synchronized int read() {
				reserved.compareAndSet(-1, service.reservedMemory());
				return super.read();
			}

			@Override
			public synchronized int read(byte[] array, int offset, int length) {
				reserved.compareAndSet(-1, service.reservedMemory());
				return super.read(array, offset, length);
			}

		};
		MockHttpServletRequest request = new MockHttpServletRequest() {

			@Override
			public ServletInputStream getInputStream() {
				return new DelegatingServletInputStream(body);
			}

		};
		request.addHeader("Content-Encoding", "gzip");
		try (MemoryReservation memory = service.newReservation()) {
			assertThat(RequestBody.read(request, 1 << 20, memory).size()).isEqualTo(100_000);
			assertThat(reserved).hasValue(0);
			assertThat(service.reservedMemory()).isPositive();
		}
	}

	@Test
	void aBodyOfEmptyMembersIsLimitedByItsOwnSize() throws Exception {
		assertThat(post("/transforms/cummingsify", "gzip", "", gzip("").repeat(100))).isText("");
		assertThat(post("/transforms/cummingsify", "gzip", "", gzip("").repeat(10_000))).isProblem(400,
				"malformed-text", "Malformed text", TOO_LONG);
	}

	@Test
	void aHeaderWithoutAnEndIsLimited() throws Exception {
		String named = "\u001f\u008b\b\b\0\0\0\0\0\u00ff" + "x".repeat(100_000);
		assertThat(post("/transforms/cummingsify", "gzip", "", named)).isProblem(400, "malformed-text",
				"Malformed text", TOO_LONG);
	}

	@Test
	void aMemberThatIsCutInItsHeaderIsMalformed() throws Exception {
		for (int length = 1; length < 10; length++) {
			assertThat(post("/transforms/cummingsify", "gzip", "", gzip("A POEM") + gzip("x").substring(0, length)))
				.isProblem(400, "malformed-text", "Malformed text", NOT_GZIP);
		}
	}

	@Test
	void bytesCanBeCompressed() throws Exception {
		assertThat(post("/transforms/hex-encode", "gzip", "", gzip(new byte[] { (byte) 0xFF, 0 }))).isText("ff00");
	}

	@Test
	@Tag("slow")
	void aClientThatStopsInTheMiddleIsNotMalformed() throws Exception {
		String half = gzip("A POEM").substring(0, 12);
		assertThat(this.client
			.send("POST /transforms/cummingsify HTTP/1.1\r\nHost: localhost\r\n"
					+ "Content-Encoding: gzip\r\nContent-Length: 100\r\n\r\n" + half)
			.status()).isEqualTo(408);
	}

	@Test
	void theLimitIsForTheDecompressedBody() throws Exception {
		String largest = "a".repeat(LIMIT);
		assertThat(post("/transforms/cummingsify", "gzip", "", gzip(largest))).isText(largest);
		assertThat(post("/transforms/cummingsify", "gzip", "", gzip(largest + "a"))).isProblem(413, "too-large",
				"Too large", "the body is over the limit of 2048 bytes");
	}

	@Test
	void aBombIsRefusedAtTheLimit() throws Exception {
		assertThat(post("/transforms/cummingsify", "gzip", "", gzip(new byte[50_000_000]))).isProblem(413, "too-large",
				"Too large", "the body is over the limit of 2048 bytes");
	}

	@Test
	void aBatchMayBeCompressed() throws Exception {
		assertThat(post("/transforms", "gzip", "Content-Type: application/json\r\n",
				gzip("{\"recipe\":\"cummingsify\",\"texts\":[\"A\"]}")))
			.isJson("{\"results\":[{\"text\":\"a\"}]}");
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 9, 15, 25 })
	void anIncompleteBodyIsMalformed(int length) throws Exception {
		assertThat(post("/transforms/cummingsify", "gzip", "", gzip("A POEM").substring(0, length))).isProblem(400,
				"malformed-text", "Malformed text", NOT_GZIP);
	}

	@Test
	void aBodyThatIsNotCompressedIsMalformed() throws Exception {
		assertThat(post("/transforms/cummingsify", "gzip", "", "a poem that is not compressed")).isProblem(400,
				"malformed-text", "Malformed text", NOT_GZIP);
	}

	@Test
	void aDamagedBodyIsMalformed() throws Exception {
		String poem = gzip("A POEM");
		String damaged = poem.substring(0, poem.length() - 8) + "\0\0\0\0\0\0\0\0";
		assertThat(post("/transforms/cummingsify", "gzip", "", damaged)).isProblem(400, "malformed-text",
				"Malformed text", NOT_GZIP);
	}

	@ParameterizedTest
	@ValueSource(strings = { "br", "deflate", "gzip, gzip", "rosebud" })
	void anotherCodingIsUnsupported(String coding) throws Exception {
		assertThat(post("/transforms/cummingsify", coding, "", "x")).isPlainProblem(415, "Unsupported Media Type",
				"no Content-Encoding but gzip is supported");
	}

	private Answer post(String path, String coding, String headers, String body) throws IOException {
		return this.client
			.send("POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Encoding: %s\r\n%sContent-Length: %d\r\n\r\n%s"
				.formatted(path, coding, headers, body.length(), body));
	}

	private static String gzip(String text) {
		return gzip(text.getBytes(StandardCharsets.UTF_8));
	}

	// one character for each byte
	private static String gzip(byte[] bytes) {
		ByteArrayOutputStream compressed = new ByteArrayOutputStream();
		try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
			out.write(bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return compressed.toString(StandardCharsets.ISO_8859_1);
	}

	/**
	 * A stream that does not know of bytes before it is asked for them.
	 */
	private static final class LateStream extends ByteArrayInputStream {

		private LateStream(byte[] bytes) {
			super(bytes);
		}

		@Override
		public int available() {
			return 0;
		}

	}

}
