package dev.couplet.soak;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

import dev.couplet.netstring.NetstringCodec;
import dev.couplet.transform.BuiltInTransforms;
import dev.couplet.transform.Example;
import dev.couplet.transform.Transform;
import org.jspecify.annotations.Nullable;

/**
 * Clients that follow the protocol and check every reply.
 */
final class GoodVisits {

	private static final int BATCHES = 20;

	private static final int IN_FLIGHT = 16;

	private static final int LONG_TEXT = 64 * 1024;

	private static final String TOOL_CALL = """
			{"jsonrpc":"2.0","id":1,"method":"tools/call","params":\
			{"name":"transform","arguments":{"recipe":"cummingsify","text":"HERE IS MY POEM"}}}""";

	private static final NetstringCodec CODEC = new NetstringCodec(Integer.MAX_VALUE);

	private final SoakServer server;

	private final Latencies latencies;

	private final List<Example> examples = examples();

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final byte[] poem = SoakServer.poem();

	GoodVisits(SoakServer server, Latencies latencies) {
		this.server = server;
		this.latencies = latencies;
	}

	private static List<Example> examples() {
		List<Example> examples = new ArrayList<>();
		BuiltInTransforms.service(1)
			.catalogue()
			.transforms()
			.stream()
			.map(Transform::example)
			.flatMap(Stream::ofNullable)
			// encoded for a URI
			.filter((example) -> example.recipe().matches("[a-z0-9,=:-]+"))
			.forEach(examples::add);
		examples.add(new Example("cummingsify", "A".repeat(LONG_TEXT), "a".repeat(LONG_TEXT)));
		return examples;
	}

	void oneShot() throws IOException {
		Example example = any();
		long start = System.nanoTime();
		expect(example.result(), call(example.recipe(), bytes(example.text())));
		took(start);
	}

	/**
	 * Compresses and decompresses, which takes memory outside the heap.
	 */
	void compression() throws IOException {
		byte[] value = new byte[LONG_TEXT];
		ThreadLocalRandom.current().nextBytes(value);
		long start = System.nanoTime();
		expect(value, call("gunzip", call("gzip", value)));
		took(start);
	}

	private byte[] call(String recipe, byte[] value) throws IOException {
		try (Socket socket = this.server.connect("netstring")) {
			BufferedOutputStream output = new BufferedOutputStream(socket.getOutputStream());
			CODEC.write(bytes(recipe + "."), value, output);
			output.flush();
			byte[] reply = CODEC.read(socket.getInputStream());
			if (reply == null) {
				throw new IOException("no reply");
			}
			expect(socket.getInputStream().read() < 0, "the connection is not closed after the reply");
			return reply;
		}
	}

	void session() throws IOException {
		try (Socket socket = this.server.connect("socketmap")) {
			for (int i = 0; i < BATCHES; i++) {
				long start = System.nanoTime();
				List<Example> batch = new ArrayList<>();
				BufferedOutputStream output = new BufferedOutputStream(socket.getOutputStream());
				for (int j = 0; j < IN_FLIGHT; j++) {
					Example example = any();
					batch.add(example);
					CODEC.write(bytes(example.recipe() + " " + example.text()), output);
				}
				output.flush();
				for (Example example : batch) {
					expect("OK " + example.result(), CODEC.read(socket.getInputStream()));
				}
				took(start);
			}
		}
	}

	void http() throws IOException, InterruptedException {
		Example example = any();
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.server.url() + "/transforms/" + example.recipe()))
			.POST(HttpRequest.BodyPublishers.ofString(example.text()))
			.build();
		long start = System.nanoTime();
		HttpResponse<byte[]> response = this.http.send(request, HttpResponse.BodyHandlers.ofByteArray());
		expect(response.statusCode() == 200, "the status is " + response.statusCode());
		expect(example.result(), response.body());
		took(start);
	}

	void mcp() throws IOException, InterruptedException {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.server.url() + "/mcp"))
			.header("Content-Type", "application/json")
			.header("Accept", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(TOOL_CALL))
			.build();
		long start = System.nanoTime();
		HttpResponse<String> response = this.http.send(request, HttpResponse.BodyHandlers.ofString());
		expect(response.body().contains("\"structuredContent\":{\"text\":\"here is my poem\"}"),
				"a wrong result of a tool");
		took(start);
	}

	void poem() throws IOException {
		try (Socket socket = this.server.connect("poem-1")) {
			expect(this.poem, socket.getInputStream().readAllBytes());
		}
	}

	void slowPoem() throws IOException, InterruptedException {
		byte[] read = new byte[this.poem.length];
		try (Socket socket = this.server.connect("poem-2")) {
			int count = 0;
			while (count < read.length) {
				int next = socket.getInputStream().read(read, count, Math.min(7, read.length - count));
				expect(next > 0, "the poem is truncated after " + count + " bytes");
				count += next;
				Thread.sleep(1);
			}
			expect(socket.getInputStream().read() < 0, "the poem does not end");
		}
		expect(this.poem, read);
	}

	private Example any() {
		return this.examples.get(ThreadLocalRandom.current().nextInt(this.examples.size()));
	}

	private void took(long start) {
		this.latencies.add(System.nanoTime() - start);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static void expect(String expected, byte @Nullable [] reply) throws IOException {
		expect(bytes(expected), reply);
	}

	private static void expect(byte[] expected, byte @Nullable [] reply) throws IOException {
		expect(Arrays.equals(expected, reply), "a wrong reply, or none");
	}

	private static void expect(boolean condition, String otherwise) throws IOException {
		if (!condition) {
			throw new IOException(otherwise);
		}
	}

}
