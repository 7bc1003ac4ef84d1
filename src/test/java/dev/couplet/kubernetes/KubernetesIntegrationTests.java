package dev.couplet.kubernetes;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.couplet.CoupletApplication;
import dev.couplet.SocketClient;
import dev.couplet.TestCertificates;
import dev.couplet.endpoint.Phase;
import dev.couplet.kubernetes.CustomResources.ServiceMonitor;
import dev.couplet.tcp.Listener;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Tests that the manifests agree with the server that has been started with the settings
 * in their ConfigMaps.
 */
class KubernetesIntegrationTests {

	private static Manifests manifests;

	private static ConfigurableApplicationContext server;

	@BeforeAll
	static void start(@TempDir Path folder) throws IOException {
		manifests = Manifests.ofBase(folder, "prometheus-operator", "tls");
		Path config = Files.createDirectory(folder.resolve("config"));
		writeSettings(config);
		server = new SpringApplication(CoupletApplication.class).run(
				Stream
					.of("spring.config.additional-location=" + config + "/*/",
							"spring.ssl.bundle.pem.couplet.keystore.certificate="
									+ TestCertificates.certificate("server"),
							"spring.ssl.bundle.pem.couplet.keystore.private-key=" + TestCertificates.key("server"),
							"server.port=0", "management.server.port=0", "couplet.netstring.port=0",
							"couplet.socketmap.port=0", "couplet.grpc.port=0", "couplet.poetry.servers[0].port=0")
					.map("--"::concat)
					.toArray(String[]::new));
	}

	// as they are mounted, or as they are in the files where they cannot be rendered
	private static void writeSettings(Path config) throws IOException {
		for (ConfigMap map : manifests.all(ConfigMap.class)) {
			Path folder = Files.createDirectory(config.resolve(map.getMetadata().getName()));
			Files.writeString(folder.resolve("application.yml"), map.getData().get("application.yml"));
		}
		if (!Manifests.areRendered()) {
			for (String file : List.of("base/settings.yml", "base/recipes.yml", "components/tls/settings.yml")) {
				Path folder = Files.createDirectory(config.resolve(file.replaceAll("\\W", "-")));
				Files.copy(Manifests.ROOT.resolve(file), folder.resolve("application.yml"));
			}
		}
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@Test
	void portsAreTheDefaultsOfTheServer() throws IOException {
		Map<String, Integer> ports = ManifestTests.ports(container());
		for (String protocol : List.of("netstring", "socketmap", "grpc")) {
			assertThat(ports).containsEntry(protocol, defaultPort("couplet." + protocol));
		}
		JsonNode settings = Manifests.parse(Files.readString(Path.of("src/main/resources/application.yml"))).getFirst();
		assertThat(ports).containsEntry("http", settings.at("/server/port").asInt()).hasSize(5);
	}

	private static int defaultPort(String prefix) {
		for (Object settings : server.getBeansWithAnnotation(ConfigurationProperties.class).values()) {
			if (settings.getClass().getAnnotation(ConfigurationProperties.class).value().equals(prefix)) {
				Object defaults = Binder.get(new MockEnvironment()).bindOrCreate(prefix, settings.getClass());
				return Integer.parseInt(defaults.toString().replaceFirst(".*\\bport=(\\d+).*", "$1"));
			}
		}
		throw new AssertionError(prefix);
	}

	@Test
	void podIsKilledOnlyAfterPreStopAndEveryPhaseOfTheShutdown() {
		Duration phase = DurationStyle
			.detectAndParse(server.getEnvironment().getRequiredProperty("spring.lifecycle.timeout-per-shutdown-phase"));
		long sleep = container().getLifecycle().getPreStop().getSleep().getSeconds();
		assertThat(sleep).isPositive();
		assertThat(server.getEnvironment().getProperty("couplet.readiness.shutdown-delay"))
			.as("a second pause after preStop")
			.isNull();
		assertThat(
				manifests.only(Deployment.class).getSpec().getTemplate().getSpec().getTerminationGracePeriodSeconds())
			.isGreaterThan(sleep + Phase.values().length * phase.toSeconds());
		assertThat(DurationStyle.detectAndParse(
				server.getEnvironment().getRequiredProperty("spring.grpc.server.keepalive.connection.grace-period")))
			.isLessThanOrEqualTo(phase);
	}

	@Test
	void probesAndMetricsHaveAnswersWithoutTls() throws Exception {
		for (Probe probe : List.of(container().getStartupProbe(), container().getReadinessProbe(),
				container().getLivenessProbe())) {
			assertThat(probe.getHttpGet().getScheme()).isIn(null, "HTTP");
			assertThat(get(probe.getHttpGet().getPath())).isEqualTo("{\"status\":\"UP\"}");
		}
		assertThat(get(manifests.only(ServiceMonitor.class).spec().endpoints().getFirst().path()))
			.contains("couplet_transforms_waiting");
	}

	@Test
	void autoscalerReadsAGaugeOfTheServer() throws Exception {
		assumeTrue(Manifests.areRendered(), "kubectl is not installed");
		List<MetricSpec> metrics = manifests.only(HorizontalPodAutoscaler.class).getSpec().getMetrics();
		assertThat(metrics).extracting(MetricSpec::getType).containsExactly("Resource", "Pods");
		assertThat(metrics.getFirst().getResource().getName()).isEqualTo("cpu");
		assertThat(get("/actuator/prometheus").lines())
			.contains("# TYPE " + metrics.getLast().getPods().getMetric().getName() + " gauge");
	}

	@Test
	void recipesOfTheConfigMapAreTransformsOnAPortWithTls() throws Exception {
		Listener netstring = server.getBean("netstringListener", Listener.class);
		try (SocketClient client = SocketClient.connect(netstring.port(), TestCertificates.client(null))) {
			assertThat(client.send("16:tidy.  a   poem ,").readToEnd()).isEqualTo("6:a poem,");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "overlays/example/recipes.yml", "components/kafka/flows.yml" })
	void serverStartsWithTheSettings(String file, @TempDir Path folder) throws IOException {
		Files.copy(Manifests.ROOT.resolve(file), folder.resolve("application.yml"));
		new SpringApplication(CoupletApplication.class)
			.run("--spring.config.additional-location=" + folder + "/", "--server.port=0", "--couplet.netstring.port=0",
					"--couplet.socketmap.port=0", "--couplet.grpc.port=0", "--couplet.poetry.servers[0].port=0",
					// a broker that cannot be reached is waited for
					"--spring.kafka.bootstrap-servers=localhost:1")
			.close();
	}

	private static Container container() {
		return ManifestTests.container(manifests);
	}

	private static String get(String path) throws IOException, InterruptedException {
		int port = server.getEnvironment().getRequiredProperty("local.management.port", Integer.class);
		try (HttpClient client = HttpClient.newHttpClient()) {
			HttpResponse<String> response = client.send(
					HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build(),
					HttpResponse.BodyHandlers.ofString());
			assertThat(response.statusCode()).as(path).isEqualTo(200);
			return response.body();
		}
	}

}
