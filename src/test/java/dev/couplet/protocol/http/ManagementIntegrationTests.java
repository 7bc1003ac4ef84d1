package dev.couplet.protocol.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Tests for the settings of the server and its management in {@code application.yml}.
 */
@HttpServerTest
class ManagementIntegrationTests {

	@LocalServerPort
	private int port;

	@Autowired
	private Environment environment;

	private TestClient client;

	@BeforeEach
	void connect() {
		this.client = new TestClient(this.port);
	}

	@Test
	void healthShowsOnlyTheComponentsThatTheServerNeeds() throws Exception {
		Answer health = this.client.get("/actuator/health");
		assertThat(health).hasSafeHeaders();
		assertThat(health.status()).isEqualTo(200);
		assertThat(health.body()).contains("\"status\":\"UP\"", "\"livenessState\"", "\"readinessState\"")
			.doesNotContain("diskSpace", "\"ssl\"");
	}

	@Test
	void healthShowsDetailsOfEndpointsAndOnlyTheStatusOfOthers() throws Exception {
		String state = "\\{\"status\":\"UP\"}";
		String listener = "\\{\"details\":\\{\"port\":\\d+,\"tls\":false,\"connections\":\\d+},\"status\":\"UP\"}";
		assertThat(this.client.get("/actuator/health").body()).matches("\\{\"components\":\\{\"grpc\":" + listener
				+ ",\"http\":" + listener + ",\"livenessState\":" + state + ",\"netstring\":" + listener + ",\"ping\":"
				+ state + ",\"poem-1\":" + listener + ",\"readinessState\":" + state + ",\"socketmap\":" + listener
				+ "},\"groups\":\\[\"liveness\",\"readiness\"],\"status\":\"UP\"}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/livez", "/readyz", "/actuator/health/liveness", "/actuator/health/readiness" })
	void theProbesHaveTheirOwnPaths(String path) throws Exception {
		assertThat(this.client.get(path).body()).contains("\"status\":\"UP\"");
	}

	@Test
	void infoShowsOnlyTheBuild() throws Exception {
		assertThat(this.client.get("/actuator/info").body()).doesNotContain("\"java\"", "\"os\"", "\"process\"", "user",
				"remote", "host");
	}

	@ParameterizedTest
	@ValueSource(strings = { "health/nosuch", "sbom/nosuch", "nosuch" })
	void anUnknownPathIsAProblem(String path) throws Exception {
		assertThat(this.client.get("/actuator/" + path)).isPlainProblem(404, "Not Found",
				"there is no resource at this path");
	}

	@ParameterizedTest
	@ValueSource(strings = { "env", "beans", "configprops", "heapdump", "loggers", "metrics", "mappings", "threaddump",
			"shutdown" })
	void noOtherEndpointIsExposed(String endpoint) throws Exception {
		assertThat(this.client.get("/actuator/" + endpoint).status()).isEqualTo(404);
	}

	@Test
	void theIndexListsTheExposedEndpoints() throws Exception {
		Matcher link = Pattern.compile("\"([a-z-]+)\":\\{\"href\"").matcher(this.client.get("/actuator").body());
		assertThat(link.results().map((match) -> match.group(1))).containsExactlyInAnyOrder("self", "health",
				"health-path", "info", "prometheus", "sbom", "sbom-id");
	}

	@Test
	void theBillOfMaterialsListsLibrariesWithoutLocalPaths() throws Exception {
		assumeThat(getClass().getResource("/META-INF/sbom/application.cdx.json")).as("Maven generates none with -o")
			.isNotNull();
		Answer bill = this.client.get("/actuator/sbom/application");
		assertThat(bill).hasHeader("Content-Type", "application/vnd.cyclonedx+json");
		assertThat(bill.body())
			.contains("\"bomFormat\" : \"CycloneDX\"", "pkg:maven/dev.couplet/couplet@", "pkg:maven/com.ibm.icu/icu4j@",
					"pkg:maven/org.apache.tomcat.embed/tomcat-embed-core@")
			.doesNotContain("pkg:maven/org.junit", "file:", System.getProperty("user.dir"),
					System.getProperty("user.home") + "/", "\"distribution\"");
	}

	@Test
	void metricsContainNoDirectory() throws Exception {
		assertThat(this.client.get("/actuator/prometheus").body()).contains("jvm_memory_used_bytes")
			.doesNotContain("path=", System.getProperty("user.dir"));
	}

	@Test
	void metricsCountRequestsByTransformAndNotByRecipe() throws Exception {
		this.client.post("/transforms/quote=rosebud", "x");
		assertThat(this.client.get("/actuator/prometheus").body()).contains("protocol=\"http\",transform=\"quote\"")
			.doesNotContain("rosebud", "http_server_requests");
	}

	@Test
	void theServerBindsTheAddressOfAllListeners() {
		assertThat(this.environment.getProperty("server.address")).isEqualTo("localhost");
	}

	@Test
	void requestsRunOnVirtualThreads() throws Exception {
		assertThat(this.client.post("/transforms/thread", "").body()).isEqualTo("virtual");
	}

}
