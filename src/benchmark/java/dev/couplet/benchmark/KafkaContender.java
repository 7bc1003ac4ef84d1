package dev.couplet.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.couplet.benchmark.kafka.StreamsProgram;

/**
 * A program that reads one topic and writes another.
 */
enum KafkaContender {

	COUPLET("Couplet") {

		@Override
		List<String> command(Settings settings, Job job) {
			String flow = "--couplet.kafka.flows.benchmark.";
			return List.of("-jar", settings.jar().toString(), "--server.port=0", "--couplet.netstring.port=0",
					"--couplet.socketmap.port=0", "--couplet.grpc.port=0", "--couplet.poetry.servers[0].port=0",
					"--couplet.poetry.servers[1].port=0", "--couplet.poetry.servers[2].port=0",
					"--spring.kafka.bootstrap-servers=" + job.broker(), flow + "group=" + job.to(),
					flow + "from=" + job.from(), flow + "to=" + job.to(), flow + "failures=" + job.failures(),
					flow + "recipe=lower-case", flow + "concurrency=" + job.threads());
		}

	},

	STREAMS("Kafka Streams") {

		@Override
		List<String> command(Settings settings, Job job) {
			return List.of("-cp", System.getProperty("java.class.path"),
					"-Dlogback.configurationFile=warnings-only-logback.xml", StreamsProgram.class.getName(),
					job.broker(), job.to(), job.from(), job.to(), String.valueOf(job.threads()));
		}

	};

	private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();

	private final String title;

	KafkaContender(String title) {
		this.title = title;
	}

	String title() {
		return this.title;
	}

	/**
	 * Starts instances of the program, without waiting until they are ready.
	 * @param settings the settings
	 * @param job what they share
	 * @param instances their number
	 * @return the instances
	 * @throws IOException if they cannot be started
	 */
	List<Server> start(Settings settings, Job job, int instances) throws IOException {
		List<String> command = new ArrayList<>(List.of(JAVA, "-Xmx256m", "--enable-native-access=ALL-UNNAMED"));
		command.addAll(command(settings, job));
		List<Server> servers = new ArrayList<>();
		for (int i : IntStream.range(0, instances).toArray()) {
			Path log = settings.workFolder().resolve("kafka-%s-%d.log".formatted(name(), i));
			servers.add(Server.start(command, settings.workFolder(), log, Map.of()));
		}
		return servers;
	}

	abstract List<String> command(Settings settings, Job job);

	/**
	 * What to do.
	 *
	 * @param broker the address of the broker
	 * @param from the topic to read
	 * @param to the topic to write, of which there is one for each job, and the name of
	 * the group
	 * @param failures the topic of what fails
	 * @param threads the number of consumers of each instance
	 */
	record Job(String broker, String from, String to, String failures, int threads) {

	}

}
