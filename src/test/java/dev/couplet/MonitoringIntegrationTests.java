package dev.couplet;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.couplet.endpoint.TestTokens;
import dev.couplet.protocol.grpc.v1.TransformRequest;
import dev.couplet.tcp.Listener;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the dashboard and the alert rules query metrics that the server exposes.
 */
@CoupletTest
// the server must not see its file of tokens being deleted, and log that during another
// test
@DirtiesContext
@TestPropertySource(properties = { "couplet.remotes.engine.uri=netstring://localhost:1/trim",
		"couplet.remotes.engine.fallback=text", "spring.kafka.bootstrap-servers=localhost:1",
		"couplet.kafka.flows.poems.from=from", "couplet.kafka.flows.poems.to=to",
		"couplet.kafka.flows.poems.failures=failures", "couplet.kafka.flows.poems.recipe=trim" })
class MonitoringIntegrationTests {

	private static final String VALID = "Bearer " + TestTokens.TOKEN;

	/** Prometheus adds them when it scrapes. */
	private static final Set<String> ADDED = Set.of("job", "instance");

	private static final Pattern SERIES = Pattern.compile("^([a-zA-Z0-9_:]+)(?:\\{(.*)})? \\S+$");

	private static final Pattern LABEL = Pattern.compile("([a-zA-Z_]+)=\"([^\"]*)\"");

	@TempDir
	private static Path directory;

	@Autowired
	private Listener netstringListener;

	@Autowired
	private Listener socketmapListener;

	@Autowired
	private ApplicationContext server;

	@LocalServerPort
	private int port;

	private final JsonNode dashboard = new JsonMapper().readTree(Path.of("ops/grafana-dashboard.json").toFile());

	/** Every metric's labels, with all the values that they have. */
	private final Map<String, List<Map<String, String>>> shown = new HashMap<>();

	@DynamicPropertySource
	static void tokens(DynamicPropertyRegistry registry) {
		TestTokens.create(directory, registry);
	}

	@BeforeEach
	void callAndScrape() throws Exception {
		SocketClient.exchange(this.netstringListener.port(), "27:cummingsify.HERE IS MY POEM,");
		SocketClient.exchange(this.netstringListener.port(), "8:nosuch.x,");
		for (String request : List.of("13:cummingsify A,", "8:nosuch x,")) {
			try (SocketClient client = SocketClient.connect(this.socketmapListener.port())) {
				client.send(request).halfClose().readToEnd();
			}
		}
		for (String recipe : List.of("cummingsify", "nosuch", "engine")) {
			post("/transforms/" + recipe, "A");
		}
		post("/mcp", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}");
		try (GrpcClient client = GrpcClient.connect(GrpcClient.port(this.server))) {
			client.calls()
				.withInterceptors(MetadataUtils.newAttachHeadersInterceptor(authorization()))
				.transform(TransformRequest.newBuilder().setRecipe("trim").setText("A").build());
		}
		Metrics metrics = new Metrics(this.port, TestTokens.TOKEN);
		// a call is counted after its response is sent
		Awaitility.await()
			.until(() -> metrics.value("couplet_grpc_calls_total{method=\"Transform\",status=\"OK\"}") > 0);
		metrics.lines().forEach(this::read);
	}

	private static Metadata authorization() {
		Metadata headers = new Metadata();
		headers.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), VALID);
		return headers;
	}

	private void post(String path, String body) throws IOException, InterruptedException {
		try (HttpClient client = HttpClient.newHttpClient()) {
			client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
				.header("Content-Type", "application/json")
				.header("Authorization", VALID)
				.POST(HttpRequest.BodyPublishers.ofString(body))
				.build(), HttpResponse.BodyHandlers.discarding());
		}
	}

	private void read(String line) {
		MatchResult series = SERIES.matcher(line).results().findFirst().orElseThrow();
		Map<String, String> labels = new HashMap<>();
		if (series.group(2) != null) {
			LABEL.matcher(series.group(2)).results().forEach((label) -> labels.put(label.group(1), label.group(2)));
		}
		this.shown.computeIfAbsent(series.group(1), (name) -> new ArrayList<>()).add(labels);
	}

	@Test
	void everyPanelQueriesExposedMetrics() {
		assertThat(targets()).hasSizeGreaterThan(20)
			.allSatisfy((target) -> assertQueriesExposedMetrics(target.get("expr").asString()));
	}

	@Test
	void everyAlertQueriesExposedMetrics() throws IOException {
		assertThat(alerts()).hasSizeGreaterThan(5)
			.allSatisfy((alert) -> assertQueriesExposedMetrics(alert.get("expr").asString()));
	}

	@Test
	void everyCoupletMetricIsOnTheDashboard() {
		Set<String> onDashboard = targets().stream()
			.flatMap((target) -> PromQl.parse(target.get("expr").asString()).selectors().stream())
			.map(PromQl.Selector::metric)
			.collect(Collectors.toSet());
		assertThat(this.shown.keySet()).filteredOn((name) -> name.startsWith("couplet_"))
			.filteredOn((name) -> !isPartOfAHistogram(name))
			.hasSize(23)
			.isSubsetOf(onDashboard);
	}

	// the count and the sum, where the dashboard shows the buckets
	private boolean isPartOfAHistogram(String metric) {
		return metric.matches(".*_(count|sum)")
				&& this.shown.containsKey(metric.replaceFirst("_(count|sum)$", "_bucket"));
	}

	@Test
	void legendsAndVariablesNameExistingLabels() {
		for (JsonNode target : targets()) {
			Set<String> groupings = PromQl.parse(target.get("expr").asString()).groupings();
			assertThat(names("\\{\\{(\\w+)}}", target.get("legendFormat").asString())).isSubsetOf(groupings);
		}
		for (JsonNode variable : this.dashboard.at("/templating/list")) {
			if (variable.get("type").asString().equals("query")) {
				String query = variable.get("definition").asString();
				PromQl selector = PromQl.parse(query.substring(query.indexOf('(') + 1, query.lastIndexOf(',')));
				String label = query.substring(query.lastIndexOf(',') + 1, query.length() - 1).strip();
				assertQueriesExposedMetrics(new PromQl(selector.selectors(), Set.of(label)));
			}
		}
	}

	@Test
	void dashboardIsPortable() {
		assertThat(this.dashboard.has("id")).isFalse();
		assertThat(this.dashboard.has("uid")).isFalse();
		assertThat(this.dashboard.findValues("datasource")).hasSizeGreaterThan(20)
			.allSatisfy((source) -> assertThat(source.get("uid").asString()).isEqualTo("${datasource}"));
		assertThat(this.dashboard.get("panels").findValues("id")).doesNotHaveDuplicates();
		assertThat(panels()).allSatisfy((panel) -> {
			assertThat(panel.get("title").asString()).isNotBlank();
			assertThat(panel.get("description").asString()).isNotBlank();
			assertThat(panel.at("/fieldConfig/defaults/unit").asString()).isNotBlank();
		});
	}

	@Test
	void everyAlertHasASummaryAndADescription() throws IOException {
		assertThat(alerts()).extracting((alert) -> alert.get("alert")).doesNotHaveDuplicates();
		Set<String> panels = panels().stream()
			.map((panel) -> panel.get("title").asString())
			.collect(Collectors.toSet());
		for (JsonNode alert : alerts()) {
			JsonNode annotations = alert.get("annotations");
			assertThat(annotations.propertyNames()).containsExactly("summary", "description");
			Set<String> groupings = PromQl.parse(alert.get("expr").asString()).groupings();
			assertThat(names("\\$labels\\.(\\w+)", annotations.toString())).as(alert.toString())
				.isSubsetOf(groupings.isEmpty() ? ADDED : groupings);
			assertThat(names("\"([^\"]+)\"", annotations.get("description").asString())).isSubsetOf(panels);
			assertThat(alert.at("/labels/severity").asString()).isIn("info", "warning", "critical");
		}
	}

	@Test
	void everyAlertIsInTheRunbook() throws IOException {
		String operations = Files.readString(Path.of("docs/operations.md"));
		String runbook = operations.substring(operations.indexOf("## At three in the morning"));
		assertThat(names("`(Couplet\\w+)`", runbook))
			.containsAll(alerts().stream().map((alert) -> alert.get("alert").asString()).toList());
	}

	private void assertQueriesExposedMetrics(String expression) {
		PromQl query = PromQl.parse(expression);
		assertThat(query.selectors()).as(expression).isNotEmpty();
		assertQueriesExposedMetrics(query);
	}

	private void assertQueriesExposedMetrics(PromQl query) {
		for (PromQl.Selector selector : query.selectors()) {
			List<Map<String, String>> series = this.shown.getOrDefault(selector.metric(), List.of());
			List<PromQl.Label> labels = selector.labels()
				.stream()
				.filter((label) -> !ADDED.contains(label.name()))
				.toList();
			assertThat(series).as("%s", selector)
				.filteredOn((one) -> labels.stream().allMatch((label) -> label.selects(one)))
				.isNotEmpty()
				.allSatisfy((one) -> assertThat(query.groupings())
					.allMatch((label) -> one.containsKey(label) || ADDED.contains(label)));
			for (PromQl.Label label : labels) {
				assertThat(label.values()).as("%s of %s", label, selector.metric())
					.allMatch((value) -> label.isVariable()
							|| series.stream().anyMatch((one) -> value.equals(one.get(label.name()))));
			}
		}
	}

	private List<JsonNode> panels() {
		return this.dashboard.get("panels")
			.valueStream()
			.filter((panel) -> !panel.get("type").asString().equals("row"))
			.toList();
	}

	private List<JsonNode> targets() {
		return panels().stream().flatMap((panel) -> panel.get("targets").valueStream()).toList();
	}

	private static List<JsonNode> alerts() throws IOException {
		Object file = new Yaml().load(Files.readString(Path.of("ops/alerts.yml")));
		JsonNode groups = new JsonMapper().valueToTree(file).get("groups");
		return groups.valueStream().flatMap((group) -> group.get("rules").valueStream()).toList();
	}

	private static List<String> names(String pattern, String text) {
		return Pattern.compile(pattern).matcher(text).results().map((match) -> match.group(1)).toList();
	}

}
