package dev.couplet.benchmark;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes records of 100 bytes and 1,000 keys to a topic. The value of a record ends with
 * its number.
 */
final class KafkaWriter implements AutoCloseable {

	private static final String TEXT = "Anyone Lived In A Pretty How Town (With Up So Floating Many Bells Down) "
			+ "Spring Summer Autumn";

	private static final int DIGITS = 8;

	private static final int KEYS = 1_000;

	private final KafkaProducer<byte[], byte[]> producer;

	private final String topic;

	private final AtomicInteger written = new AtomicInteger();

	/**
	 * Connects to a broker.
	 * @param broker its address
	 * @param topic the topic
	 * @param linger milliseconds to wait for more records to send with one
	 */
	KafkaWriter(String broker, String topic, int linger) {
		// one request at a time, because a new partition takes a second batch as its
		// first if it was not ready for the first, which it then refuses
		this.producer = new KafkaProducer<>(
				Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker, ProducerConfig.LINGER_MS_CONFIG, linger,
						ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1),
				new ByteArraySerializer(), new ByteArraySerializer());
		this.topic = topic;
	}

	/**
	 * Writes records as fast as the broker takes them.
	 * @param first the number of the first record
	 * @param count how many
	 */
	void write(int first, int count) {
		for (int i = 0; i < count; i++) {
			send(first + i);
		}
		this.producer.flush();
	}

	/**
	 * Writes records at a steady rate.
	 * @param first the number of the first record
	 * @param count how many
	 * @param rate records a second
	 */
	void write(int first, int count, int rate) {
		long start = System.nanoTime();
		for (int i = 0; i < count; i++) {
			long due = start + TimeUnit.SECONDS.toNanos(i) / rate;
			while (System.nanoTime() < due) {
				LockSupport.parkNanos(due - System.nanoTime());
			}
			send(first + i);
		}
		this.producer.flush();
	}

	private void send(int number) {
		byte[] key = bytes("key " + number % KEYS);
		this.producer.send(new ProducerRecord<>(this.topic, key, bytes(text(number))), (_, failure) -> {
			if (failure != null) {
				Progress.show("a record was not written: " + failure);
			}
			else {
				this.written.incrementAndGet();
			}
		});
	}

	/**
	 * Returns the text of a record.
	 * @param number the number of the record
	 * @return 100 characters of ASCII
	 */
	static String text(int number) {
		return TEXT + ("%0" + DIGITS + "d").formatted(number);
	}

	/**
	 * Returns the number of a record.
	 * @param text its text, before or after its transform
	 * @return the number
	 */
	static int number(String text) {
		return Integer.parseInt(text.substring(text.length() - DIGITS));
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Returns how many records the broker has.
	 * @return the number
	 */
	int written() {
		return this.written.get();
	}

	@Override
	public void close() {
		this.producer.close();
	}

}
