package dev.couplet;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Tests that the startup fails with a message that names the setting.
 */
@ExtendWith(OutputCaptureExtension.class)
@Tag("slow")
class StartFailureIntegrationTests {

	@ParameterizedTest
	@CsvSource({ "netstring, couplet.netstring.port", "socketmap, couplet.socketmap.port", "grpc, couplet.grpc.port",
			"poem-1, couplet.poetry.servers[0].port" })
	void portInUseFailsTheStartupWithSpringBootsMessage(String listener, String property, CapturedOutput output)
			throws IOException {
		try (ServerSocket taken = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
			int port = taken.getLocalPort();
			assertStartupFails(property + "=" + port);
			assertThat(output).contains("APPLICATION FAILED TO START")
				.contains("The " + listener + " listener failed to start. Port " + port + " was already in use.")
				.contains("or set " + property + " to another port");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "server.port", "management.server.port" })
	void httpPortInUseFailsTheStartupWithTheNameOfTheSetting(String property, CapturedOutput output)
			throws IOException {
		try (ServerSocket taken = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
			int port = taken.getLocalPort();
			assertStartupFails(property + "=" + port);
			assertThat(output).contains("Port " + port + " was already in use.")
				.contains("or set " + property + " to another port");
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			couplet.address                 | ''          | must not be blank
			couplet.netstring.port          | 65536       | must be less than or equal to 65535
			couplet.netstring.port          | -1          | must be greater than or equal to 0
			couplet.netstring.port          | x           | must be a whole number from 0 to 65535
			couplet.netstring.port          | 1.5         | must be a whole number from 0 to 65535
			couplet.netstring.port          | 99999999999 | must be a whole number from 0 to 65535
			couplet.netstring.port          | ''          | must be a whole number from 0 to 65535
			couplet.netstring.enabled       | maybe       | must be true or false
			couplet.netstring.keep-alive    | 2           | must be true or false
			couplet.socketmap.enabled       | ''          | must be true or false
			couplet.socketmap.port          | 65536       | must be less than or equal to 65535
			couplet.grpc.port               | 65536       | must be less than or equal to 65535
			couplet.grpc.port               | x           | must be a whole number from 0 to 65535
			couplet.grpc.enabled            | maybe       | must be true or false
			couplet.grpc.max-calls-per-connection | 0     | must be greater than or equal to 1
			couplet.socketmap.unchanged     | maybe       | must be one of ok, not-found
			couplet.socketmap.max-session-age | -1s       | must be longer than or equal to 0
			couplet.socketmap.max-session-age | 366d      | must be shorter than or equal to 365 days
			couplet.socketmap.max-session-age | long      | must be a duration with a unit, such as 500ms, 10s or 1m
			couplet.transform.max-text-size | 0B          | must be from 1B to 256MB
			couplet.transform.max-text-size | -1          | must be from 1B to 256MB
			couplet.transform.max-text-size | 1GB         | must be from 1B to 256MB
			couplet.transform.max-text-size | much        | must be a size with a unit, such as 512KB or 1MB
			couplet.tcp.max-connections     | 0           | must be greater than or equal to 1
			couplet.tcp.max-connections     | 2000000     | must be less than or equal to 1000000
			couplet.tcp.max-connections     | many        | must be a whole number from 1 to 1000000
			couplet.tcp.request-timeout     | -1s         | must be longer than or equal to 0
			couplet.tcp.idle-timeout        | soon        | must be a duration with a unit, such as 500ms, 10s or 1m
			couplet.tcp.idle-timeout        | 1w          | must be a duration with a unit, such as 500ms, 10s or 1m
			couplet.tcp.write-timeout       | 25h         | must be shorter than or equal to 1 day
			couplet.poetry.servers[0].port  | 70000       | must be less than or equal to 65535
			couplet.poetry.servers[0].port  | x           | must be a whole number from 0 to 65535
			couplet.poetry.servers[0].framing | morse     | must be one of raw, netstring
			couplet.poetry.servers[0].num-bytes | 0       | must be greater than or equal to 1
			couplet.poetry.servers[0].num-bytes | x       | must be a whole number from 1 to
			couplet.poetry.servers[0].delay | -1s         | must be longer than or equal to 0
			couplet.poetry.servers[0].delay | 2m          | must be shorter than or equal to 1 minute
			couplet.poetry.servers[0].delay | soon        | must be a duration with a unit, such as 500ms, 10s or 1m
			couplet.http.request-timeout    | -1s         | must be longer than or equal to 0
			couplet.log.warnings            | 0           | must be greater than or equal to 1
			couplet.log.warnings            | few         | must be a whole number from 1 to 1000000
			couplet.log.interval            | 0s          | must be at least 1ms
			couplet.log.interval            | 2d          | must be shorter than or equal to 1 day
			couplet.log.interval            | often       | must be a duration with a unit, such as 500ms, 10s or 1m
			couplet.netstring.client-auth   | maybe       | must be one of none, want, need
			server.ssl.bundle               | nosuch      | must be the name of an SSL bundle
			server.port                     | 70000       | must be less than or equal to 65535
			couplet.remotes.engine.timeout  | 0           | must be at least 1ms
			couplet.remotes.engine.timeout  | 2m          | must be shorter than or equal to 1 minute
			couplet.remotes.engine.fallback | guess       | must be one of fail, text
			couplet.remotes.engine.gives    | json        | must be one of text, bytes
			couplet.remotes.engine.max-concurrent | 0     | must be greater than or equal to 1
			couplet.remotes.engine.uri      | ''          | must be set to a URI such as netstring://
			couplet.kafka.flows.poems.from  | 'a b'       | must be the name of a topic: 1 to 249 letters
			couplet.kafka.flows.poems.to    | ''          | must be the name of a topic
			couplet.kafka.flows.poems.concurrency | 0     | must be greater than or equal to 1
			couplet.kafka.flows.poems.retries | -1        | must be greater than or equal to 0
			couplet.kafka.flows.poems.max-retry-delay | 0 | must be at least 1s
			server.port                     | -2          | must be greater than or equal to -1
			couplet.readiness.shutdown-delay | -1s        | must be longer than or equal to 0
			spring.lifecycle.timeout-per-shutdown-phase | -1s | must be longer than or equal to 0
			spring.lifecycle.timeout-per-shutdown-phase | soon | must be a duration with a unit
			""")
	void invalidSettingFailsTheStartupWithItsNameValueAndAllowedValues(String property, String value, String reason,
			CapturedOutput output) {
		assertStartupFails(property + "=" + value);
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains(property + " is '" + value + "', but " + reason)
			.doesNotContain("\tat ");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					couplet.recipes.tidy            | trim,nosuch | there is no transform 'nosuch'
					couplet.recipes.tidy            | trim,       | has no name
					couplet.recipes.tidy            | ''          | has no name
					couplet.recipes.tidy            | wrap=0      | whole number
					couplet.recipes.tidy            | wrap=1:2    | takes at most 1 argument
					couplet.recipes.tidy            | trim,tidy   | uses itself: tidy -> tidy
					couplet.recipes.trim            | trim        | A transform with this name already exists
					couplet.recipes.Tidy            | trim        | lower-case letters
					couplet.poetry.directory        | /nonexistent | cannot be read
					couplet.poetry.directory        | pom.xml     | NotDirectoryException
					couplet.poetry.directory        | src         | The directory contains no *.txt file
					couplet.poetry.servers[0].poem  | nosuch      | There are: low-tide, night-train, the-kettle
					couplet.readiness.file          | src         | It must be a file in an existing directory
					couplet.readiness.file          | /nosuch/ready | It must be a file in an existing directory
					couplet.readiness.shutdown-delay | 8s         | It must be shorter than spring.lifecycle.timeout-per-shutdown-phase, 8000 ms
					couplet.socketmap.path          | src         | There is already a file that is not a socket
					couplet.socketmap.path          | pom.xml     | There is already a file that is not a socket
					couplet.socketmap.path          | /nosuch/socketmap | Its directory must exist
					couplet.netstring.ssl-bundle    | nosuch      | There is no such bundle under spring.ssl.bundle. There is none.
					couplet.socketmap.ssl-bundle    | nosuch      | There is no such bundle
					couplet.netstring.client-auth   | need        | Set couplet.netstring.ssl-bundle too
					couplet.netstring.prot          | 12          | The settings are: couplet.address, couplet.grpc.client-auth,
					couplet.nettstring.port         | 12          | There is no such setting
					couplet.tcp                     | 12          | There is no such setting
					couplet.tcp.timeout             | 12          | There is no such setting
					couplet.recipe.tidy             | trim        | couplet.recipes.<name>
					couplet.poetry.server[0].port   | 0           | couplet.poetry.servers[n].port
					couplet.poetry.servers[0].dely  | 1s          | couplet.poetry.servers[n].delay
					couplet.poetry.servers.port     | 0           | There is no such setting
					couplet.remotes.engine.uri      | engine:11000/trim | It must be netstring://HOST:PORT/RECIPE
					couplet.remotes.engine.uri      | ftp://engine/trim | socketmap://HOST:PORT/RECIPE
					couplet.remotes.engine.url      | x           | couplet.remotes.<name>.uri
					couplet.remotes.engine          | x           | There is no such setting
					server.port                     | x           | Integer
					""")
	void unusableValueOrUnknownNameFailsTheStartupWithTheReason(String property, String value, String reason,
			CapturedOutput output) {
		assertStartupFails(property + "=" + value, "couplet.poetry.servers[0].port=0");
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("Invalid value '" + value + "' for configuration property '" + property + "'")
			.contains(reason)
			.doesNotContain("\tat ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "no.such.host.invalid", "a b" })
	void invalidAddressIsReportedAsItWasSet(String address, CapturedOutput output) {
		assertStartupFails("couplet.address=" + address);
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("couplet.address is '" + address
					+ "', but must be a host name that can be resolved, or an IP address.");
	}

	@Test
	void remoteTransformWithAnUnusableNameOrUriFailsTheStartup(CapturedOutput output) {
		assertStartupFails("couplet.remotes.Engine.uri=netstring://localhost:1/trim");
		assertThat(output).contains("couplet.remotes.Engine", "lower-case letters");
		assertStartupFails("couplet.remotes.trim.uri=netstring://localhost:1/trim");
		assertThat(output).contains("couplet.remotes.trim", "A transform with this name already exists");
		assertStartupFails("couplet.remotes.engine.timeout=1s");
		assertThat(output).contains("couplet.remotes.engine.uri is not set, but must be set to a URI");
		assertStartupFails("couplet.remotes.engine.uri=http://user:secret@localhost/trim");
		assertThat(output).contains("It must have no user name, password or fragment").doesNotContain("secret");
		assertStartupFails("couplet.remotes.engine.uri=http://localhost/trim", "couplet.remotes.engine.fallback=text",
				"couplet.remotes.engine.gives=bytes");
		assertThat(output).contains("couplet.remotes.engine.fallback", "takes and gives the same kind");
	}

	@Test
	void fileOfTokensThatCannotBeUsedFailsTheStartup(@TempDir Path directory, CapturedOutput output)
			throws IOException {
		Path file = Files.writeString(directory.resolve("tokens"), "# clients\nlaptop rosebud\n");
		assertStartupFails("couplet.http.tokens=" + file);
		assertThat(output).contains("Invalid value '" + file + "' for configuration property 'couplet.http.tokens'")
			.contains("Line 2 must be a name", "printf %s \"$TOKEN\" | sha256sum")
			.doesNotContain("rosebud", "\tat ");
		assertStartupFails("couplet.http.tokens=/nosuch/tokens");
		assertThat(output).contains("Invalid value '/nosuch/tokens'", "The file must exist");
		assertStartupFails("couplet.http.tokens=");
		assertThat(output).contains("It must be the path of a file");
	}

	@Test
	void tokenOfARemoteTransformThatCannotBeSentFailsTheStartup(@TempDir Path directory, CapturedOutput output)
			throws IOException {
		Path file = Files.writeString(directory.resolve("token"), "rosebud rosebud");
		assertStartupFails("couplet.remotes.engine.uri=http://localhost/trim",
				"couplet.remotes.engine.token-file=" + file);
		assertThat(output)
			.contains("Invalid value '" + file + "' for configuration property 'couplet.remotes.engine.token-file'",
					"It must be a file that the server can read, with nothing but a token")
			.doesNotContain("rosebud", "\tat ");
		assertStartupFails("couplet.remotes.engine.uri=netstring://localhost:1/trim",
				"couplet.remotes.engine.token-file=" + file);
		assertThat(output).contains("A token can only be sent to an http or https URL");
	}

	@Test
	void poemServerWithoutAPortFailsTheStartup(CapturedOutput output) {
		assertStartupFails("couplet.poetry.servers[0].poem=low-tide");
		assertThat(output).contains("couplet.poetry.servers[0].port").contains("must be set to a port from 0 to 65535");
	}

	@Test
	void twoListenersOnOnePortFailTheStartup(CapturedOutput output) throws IOException {
		int port;
		try (ServerSocket free = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
			port = free.getLocalPort();
		}
		assertStartupFails("couplet.netstring.port=" + port, "couplet.socketmap.port=" + port);
		assertThat(output).contains("Port " + port + " was already in use.")
			.containsPattern("or set couplet\\.(netstring|socketmap)\\.port to another port");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					poems | from | poems-raw    | trim   | The topics of from, to and failures must be different ones
					poems | from | to           | trim   | The topics of from, to and failures must be different ones
					poems | to   | poems-failed | ''     | It must be set to a recipe such as trim,lower-case, or recipe-header to true
					poems | to   | poems-failed | nosuch | there is no transform 'nosuch'
					poems | to   | poems-failed | wrap=0 | whole number
					Poems | to   | poems-failed | trim   | lower-case letters, digits and single hyphens
					""")
	void invalidFlowFailsTheStartup(String name, String to, String failures, String recipe, String reason,
			CapturedOutput output) {
		String flow = "couplet.kafka.flows." + name;
		assertStartupFails(flow + ".from=from", flow + ".to=" + to, flow + ".failures=" + failures,
				flow + ".recipe=" + recipe);
		assertThat(output).contains("APPLICATION FAILED TO START").contains(flow).contains(reason);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a>b!f b>a!g", "a>b!f b>c!g c>a!h", "a>b!f f>a!g", "x>y!f a>b!f b>c!a" })
	void flowsWhoseRecordsComeBackFailTheStartup(String flows, CapturedOutput output) {
		List<String> settings = new ArrayList<>();
		for (String flow : flows.split(" ", -1)) {
			String prefix = "couplet.kafka.flows.flow-" + flow.charAt(0) + ".";
			settings.addAll(List.of(prefix + "from=" + flow.charAt(0), prefix + "to=" + flow.charAt(2),
					prefix + "failures=" + flow.charAt(4), prefix + "recipe=trim"));
		}
		assertStartupFails(settings.toArray(String[]::new));
		assertThat(output).containsPattern("couplet\\.kafka\\.flows\\.flow-[abf]\\.from")
			.contains("Other flows would write what this flow has written");
	}

	@Test
	void flowsThatShareATopicAndAGroupFailTheStartup(CapturedOutput output) {
		assertStartupFails("couplet.kafka.flows.upper.from=from", "couplet.kafka.flows.upper.to=upper",
				"couplet.kafka.flows.upper.failures=upper-failed", "couplet.kafka.flows.upper.recipe=upper-case",
				"couplet.kafka.flows.lower.from=from", "couplet.kafka.flows.lower.to=lower",
				"couplet.kafka.flows.lower.failures=lower-failed", "couplet.kafka.flows.lower.recipe=lower-case",
				"couplet.kafka.flows.lower.group=couplet-upper");
		assertThat(output).containsPattern("couplet\\.kafka\\.flows\\.(upper|lower)\\.group")
			.contains("Another flow reads the same topic with this group");
	}

	@Test
	void flowWithoutItsTopicsFailsTheStartup(CapturedOutput output) {
		assertStartupFails("couplet.kafka.flows.poems.recipe=trim");
		assertThat(output).contains("couplet.kafka.flows.poems.from is not set, but must be the name of a topic");
	}

	private static void assertStartupFails(String... properties) {
		assertThatException().isThrownBy(() -> {
			SpringApplication application = new SpringApplication(CoupletApplication.class);
			application.setDefaultProperties(Map.of("couplet.netstring.port", "0", "couplet.socketmap.port", "0",
					"couplet.grpc.port", "0", "couplet.poetry.servers", "", "server.port", "0"));
			String[] arguments = Stream.of(properties).map("--"::concat).toArray(String[]::new);
			try (ConfigurableApplicationContext context = application.run(arguments)) {
				assertThat(context.isActive()).as("context is active").isFalse();
			}
		});
	}

}
