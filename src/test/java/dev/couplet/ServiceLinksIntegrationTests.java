package dev.couplet;

import java.util.HashMap;
import java.util.Map;

import dev.couplet.tcp.Listener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.StandardEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the server starts with variables that are not its own: those of Kubernetes,
 * for services that have the names of settings, and those of the command line.
 */
@ExtendWith(OutputCaptureExtension.class)
class ServiceLinksIntegrationTests {

	@Test
	void servicesWithTheNamesOfSettingsAreReportedAndChangeNoPort(CapturedOutput output) throws Exception {
		Map<String, Object> variables = new HashMap<>();
		for (String service : new String[] { "COUPLET", "COUPLET_NETSTRING", "COUPLET_SOCKETMAP", "COUPLET_GRPC",
				"COUPLET_REMOTES_ENGINE", "COUPLET_RECIPES_TIDY", "SERVER", "MANAGEMENT_SERVER",
				"SPRING_GRPC_SERVER" }) {
			addLinks(variables, service);
		}
		try (ConfigurableApplicationContext server = start(variables)) {
			Listener netstring = server.getBean("netstringListener", Listener.class);
			assertThat(SocketClient.exchange(netstring.port(), "27:cummingsify.HERE IS MY POEM,"))
				.isEqualTo("15:here is my poem,");
		}
		assertThat(output.getOut().lines()).filteredOn((line) -> line.contains(" WARN "))
			.singleElement()
			.asString()
			.contains("Ignored in the environment, because Kubernetes sets them to the address of a service")
			.endsWith(": COUPLET_GRPC_PORT, COUPLET_NETSTRING_PORT, COUPLET_RECIPES_TIDY_PORT, COUPLET_SOCKETMAP_PORT, "
					+ "MANAGEMENT_SERVER_PORT, SERVER_PORT, SPRING_GRPC_SERVER_PORT");
		assertThat(output).doesNotContain("10.9.8.7");
	}

	@Test
	void variablesOfTheCommandLineAreNotUnknownSettings(CapturedOutput output) {
		Map<String, Object> variables = Map.of("COUPLET_CLIENT_SERVER", "http://localhost", "COUPLET_CLIENT_TOKEN_FILE",
				"x", "COUPLET_JAVA", "x", "COUPLET_CACHE", "off", "COUPLET_NOSUCH", "x");
		start(variables).close();
		assertThat(output.getOut().lines()).filteredOn((line) -> line.contains(" WARN "))
			.singleElement()
			.asString()
			.endsWith("Unknown settings in the environment: COUPLET_NOSUCH");
	}

	private static void addLinks(Map<String, Object> variables, String service) {
		String port = service + "_PORT";
		variables.put(port, "tcp://10.9.8.7:1234");
		variables.put(service + "_SERVICE_HOST", "10.9.8.7");
		variables.put(service + "_SERVICE_PORT", "1234");
		variables.put(service + "_SERVICE_PORT_NETSTRING", "1234");
		variables.put(port + "_1234_TCP", "tcp://10.9.8.7:1234");
		variables.put(port + "_1234_TCP_PROTO", "tcp");
		variables.put(port + "_1234_TCP_PORT", "1234");
		variables.put(port + "_1234_TCP_ADDR", "10.9.8.7");
	}

	private static ConfigurableApplicationContext start(Map<String, Object> variables) {
		SpringApplication application = new SpringApplication(CoupletApplication.class);
		application.setDefaultProperties(Map.of("couplet.netstring.port", "0", "couplet.socketmap.port", "0",
				"couplet.grpc.port", "0", "couplet.poetry.servers[0].port", "0"));
		application.setEnvironment(new StandardEnvironment() {
			@Override
			public Map<String, Object> getSystemEnvironment() {
				return variables;
			}
		});
		// application.yml has priority over the defaults
		return application.run("--server.port=0");
	}

}
