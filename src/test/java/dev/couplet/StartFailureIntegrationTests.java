package dev.couplet;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Tests for a start that must fail: with a sentence that names the setting.
 */
@ExtendWith(OutputCaptureExtension.class)
class StartFailureIntegrationTests {

	@ParameterizedTest
	@CsvSource({ "netstring, couplet.netstring.port", "socketmap, couplet.socketmap.port",
			"poem-1, couplet.poetry.servers[0].port" })
	void aPortInUseFailsTheStartInSpringBootsWords(String listener, String property, CapturedOutput output)
			throws IOException {
		try (ServerSocket taken = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
			int port = taken.getLocalPort();
			assertStartFails(property + "=" + port);
			assertThat(output).contains("APPLICATION FAILED TO START")
				.contains("The " + listener + " listener failed to start. Port " + port + " was already in use.")
				.contains("or set " + property + " to another port");
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					couplet.netstring.port          | 65536       | must be less than or equal to 65535
					couplet.netstring.port          | -1          | must be greater than or equal to 0
					couplet.netstring.port          | x           | For input string
					couplet.netstring.enabled       | maybe       | Invalid boolean value
					couplet.transform.max-text-size | 0B          | must be from 1B to 256MB
					couplet.transform.max-text-size | 1073741824B | must be from 1B to 256MB
					couplet.transform.max-text-size | much        | does not match data size
					couplet.tcp.max-connections     | 0           | must be greater than or equal to 1
					couplet.tcp.request-timeout     | PT-1S       | must be longer than or equal to
					couplet.tcp.idle-timeout        | soon        | is not a valid duration
					couplet.tcp.write-timeout       | PT48H       | must be shorter than or equal to
					couplet.recipes.tidy            | trim,nosuch | there is no transform 'nosuch'
					couplet.recipes.tidy            | trim,       | has no name
					couplet.recipes.tidy            | wrap=0      | whole number
					couplet.recipes.tidy            | trim,tidy   | uses itself: tidy -> tidy
					couplet.recipes.trim            | trim        | transform of that name already
					couplet.netstring.ssl-bundle    | nosuch      | There is no such bundle under spring.ssl.bundle. There is none.
					couplet.socketmap.ssl-bundle    | nosuch      | There is no such bundle
					couplet.netstring.client-auth   | need        | Set couplet.netstring.ssl-bundle too
					couplet.netstring.client-auth   | maybe       | No enum constant
					couplet.socketmap.port          | 65536       | must be less than or equal to 65535
					couplet.recipes.Tidy            | trim        | lower-case letters
					couplet.poetry.directory        | /nonexistent | cannot be read
					couplet.poetry.servers[0].poem  | nosuch      | There are: low-tide, night-train, the-kettle
					couplet.poetry.servers[0].port  | 70000       | must be less than or equal to 65535
					couplet.poetry.servers[0].framing | morse     | No enum constant
					couplet.poetry.servers[0].num-bytes | 0       | must be greater than or equal to 1
					couplet.poetry.servers[0].delay | PT-1S       | must be longer than or equal to
					""")
	void aBadSettingFailsTheStartAndIsNamedWithItsValueAndWhatIsAllowed(String property, String value, String reason,
			CapturedOutput output) {
		assertStartFails(property + "=" + value);
		// Spring Boot names some settings as they are written, others as the record has
		// them
		String name = property.substring(property.lastIndexOf('.') + 1);
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains(value)
			.contains(reason)
			.containsPattern("(?i)" + name.replace("-", "-?"));
	}

	private static void assertStartFails(String property) {
		assertThatException().isThrownBy(() -> {
			SpringApplication application = new SpringApplication(CoupletApplication.class);
			application.setDefaultProperties(
					Map.of("couplet.netstring.port", "0", "couplet.socketmap.port", "0", "couplet.poetry.servers", ""));
			try (ConfigurableApplicationContext context = application.run("--server.port=0", "--" + property)) {
				assertThat(context.isActive()).as("started all the same").isFalse();
			}
		});
	}

}
