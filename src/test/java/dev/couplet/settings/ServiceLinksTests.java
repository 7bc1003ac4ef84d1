package dev.couplet.settings;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ServiceLinks}.
 */
class ServiceLinksTests {

	@ParameterizedTest
	@CsvSource({ "COUPLET_NETSTRING_PORT, tcp://10.0.0.1:11000, couplet.netstring.port",
			"COUPLET_GRPC_PORT, tcp://[fd00::1]:9090, couplet.grpc.port",
			"COUPLET_SOCKETMAP_PORT, udp://10.0.0.1:11001, couplet.socketmap.port",
			"COUPLET_POETRY_SERVERS_0_PORT, tcp://10.0.0.1:10001, couplet.poetry.servers[0].port",
			"SERVER_PORT, tcp://10.0.0.1:80, server.port",
			"MANAGEMENT_SERVER_PORT, sctp://10.0.0.1:80, management.server.port",
			"SPRING_GRPC_SERVER_PORT, tcp://10.0.0.1:9090, spring.grpc.server.port" })
	void addressOfAServiceIsNotASettingButCanStillBeReferredTo(String variable, String value, String setting) {
		ConfigurableEnvironment environment = environment(Map.of(variable, value));
		assertThat(environment.getProperty(setting)).isNull();
		assertThat(environment.getProperty(variable)).isEqualTo(value);
		assertThat(ServiceLinks.mistakable(environment, (_) -> true)).containsExactly(variable);
	}

	@ParameterizedTest
	@CsvSource({ "COUPLET_NETSTRING_PORT, 11000, couplet.netstring.port",
			"COUPLET_NETSTRING_PORT, x, couplet.netstring.port",
			"COUPLET_NETSTRING_PORT, http://10.0.0.1:11000, couplet.netstring.port",
			"COUPLET_REMOTES_ENGINE_URI, tcp://10.0.0.1:11000, couplet.remotes.engine.uri",
			"ENGINE_SERVICE_HOST, 10.0.0.1, engine.service.host", "ENGINE_PORT, tcp://10.0.0.1:1, engine.port" })
	void anyOtherVariableRemainsASetting(String variable, String value, String setting) {
		ConfigurableEnvironment environment = environment(Map.of(variable, value));
		assertThat(environment.getProperty(setting)).isEqualTo(value);
		assertThat(ServiceLinks.mistakable(environment, (_) -> true)).isEmpty();
	}

	@Test
	void noVariableOfAServiceBecomesAKeyOfAMap() {
		ConfigurableEnvironment environment = environment(linksOf("COUPLET_REMOTES_ENGINE"));
		assertThat(Binder.get(environment).bind("couplet.remotes", Map.class).isBound()).isFalse();
	}

	@Test
	void onlyVariablesWithTheNameOfASettingCanBeMistakenForOne() {
		Map<String, Object> variables = new HashMap<>(linksOf("COUPLET"));
		variables.putAll(linksOf("COUPLET_GRPC"));
		assertThat(ServiceLinks.mistakable(environment(variables), "COUPLET_GRPC_PORT"::equals))
			.containsExactly("COUPLET_GRPC_PORT");
	}

	@Test
	void environmentWithoutServicesIsLeftAsItIs() {
		ConfigurableEnvironment environment = environment(Map.of("COUPLET_NETSTRING_PORT", "0"));
		assertThat(environment.getPropertySources()).hasSize(3);
	}

	private static ConfigurableEnvironment environment(Map<String, Object> variables) {
		StandardEnvironment environment = new StandardEnvironment();
		String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
		environment.getPropertySources().replace(name, new SystemEnvironmentPropertySource(name, variables));
		new ServiceLinks().postProcessEnvironment(environment, new SpringApplication());
		ConfigurationPropertySources.attach(environment);
		return environment;
	}

	private static Map<String, Object> linksOf(String service) {
		return Map.of(service + "_SERVICE_HOST", "10.0.0.1", service + "_SERVICE_PORT", "80",
				service + "_SERVICE_PORT_HTTP", "80", service + "_PORT", "tcp://10.0.0.1:80", service + "_PORT_80_TCP",
				"tcp://10.0.0.1:80", service + "_PORT_80_TCP_PROTO", "tcp", service + "_PORT_80_TCP_PORT", "80",
				service + "_PORT_80_TCP_ADDR", "10.0.0.1");
	}

}
