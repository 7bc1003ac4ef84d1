package dev.couplet.contract;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import dev.couplet.KafkaBroker;
import dev.couplet.KafkaClient;
import dev.couplet.transform.TransformException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;

import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The contract for a Kafka flow. The code of an error is its reason: in the headers of
 * the record if that has gone to the failures, and in the health of the flow while it is
 * put off.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("slow")
abstract class KafkaContract extends ProtocolContract {

	/**
	 * The topics of the flow.
	 */
	static final String FROM = "contract-from";

	static final String TO = "contract-to";

	static final String FAILURES = "contract-failures";

	private final HttpClient http = HttpClient.newHttpClient();

	private KafkaClient client;

	@LocalServerPort
	private int port;

	@BeforeAll
	void connect() {
		this.client = new KafkaClient(KafkaBroker.shared().address(), TO, FAILURES);
	}

	@AfterAll
	void disconnect() {
		this.client.close();
	}

	@Override
	String protocol() {
		return "kafka-contract";
	}

	@Override
	final Answer call(String recipe, byte[] text) {
		String id = UUID.randomUUID().toString();
		List<Header> headers = List.of(new RecordHeader("couplet-recipe", recipe.getBytes(StandardCharsets.UTF_8)),
				new RecordHeader("id", id.getBytes(StandardCharsets.US_ASCII)));
		long offset = this.client
			.send(new ProducerRecord<>(FROM, null, null, id.getBytes(StandardCharsets.US_ASCII), text, headers));
		ConsumerRecord<byte[], byte[]> answer = this.client.takeUnless((record) -> isAnswer(record, id),
				() -> isPutOff(offset));
		if (answer == null) {
			return Answer.error("unavailable");
		}
		return answer.topic().equals(TO) ? Answer.ok(answer.value()) : Answer.error(header(answer, "couplet-reason"));
	}

	// the key of a record that is too large for the topic is not its own
	private static boolean isAnswer(ConsumerRecord<byte[], byte[]> record, String id) {
		return id.equals(header(record, "id")) || (record.topic().equals(FAILURES) && header(record, "id").isEmpty());
	}

	private static String header(ConsumerRecord<?, ?> record, String name) {
		Header header = record.headers().lastHeader(name);
		return (header != null) ? new String(header.value(), StandardCharsets.UTF_8) : "";
	}

	private boolean isPutOff(long offset) {
		return get("/actuator/health/kafka-contract").contains("\"unavailable at offset " + offset + "\"");
	}

	private String get(String path) {
		try {
			HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path)).build();
			return this.http.send(request, HttpResponse.BodyHandlers.ofString()).body();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new UncheckedIOException(new InterruptedIOException());
		}
	}

	@Override
	final String codeFor(Class<? extends TransformException> error) {
		return Reasons.of(error);
	}

}
