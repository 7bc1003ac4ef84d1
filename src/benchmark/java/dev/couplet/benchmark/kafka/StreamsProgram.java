package dev.couplet.benchmark.kafka;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;

/**
 * A program with Kafka Streams that does what a flow with the recipe {@code lower-case}
 * does: reads texts, and writes them in lower case, each exactly once. Its settings are
 * the defaults of Kafka Streams, apart from the number of threads.
 */
public final class StreamsProgram {

	private StreamsProgram() {
	}

	/**
	 * Runs until the process is terminated.
	 * @param arguments the address of the broker, the application's name, the topics to
	 * read and to write, and the number of threads
	 * @throws Exception if there is no directory for temporary files
	 */
	public static void main(String... arguments) throws Exception {
		Path state = Files.createTempDirectory("streams");
		Properties settings = new Properties();
		settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, arguments[0]);
		settings.put(StreamsConfig.APPLICATION_ID_CONFIG, arguments[1]);
		settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, arguments[4]);
		settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
		settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
		settings.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
		settings.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
		StreamsBuilder builder = new StreamsBuilder();
		builder.<byte[], byte[]>stream(arguments[2]).mapValues(StreamsProgram::lowerCase).to(arguments[3]);
		KafkaStreams streams = new KafkaStreams(builder.build(), settings);
		Runtime.getRuntime().addShutdownHook(new Thread(streams::close));
		streams.start();
	}

	private static byte[] lowerCase(byte[] value) {
		String text = new String(value, StandardCharsets.UTF_8);
		return text.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
	}

}
