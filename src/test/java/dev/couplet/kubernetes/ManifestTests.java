package dev.couplet.kubernetes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.couplet.kubernetes.CustomResources.PrometheusRule;
import dev.couplet.kubernetes.CustomResources.ScaledObject;
import dev.couplet.kubernetes.CustomResources.ServiceMonitor;
import dev.couplet.kubernetes.CustomResources.Trigger;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.MetricSpec;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * Tests that the manifests are valid and agree with each other. Those that need patches
 * or ConfigMaps are skipped where there is no {@code kubectl}.
 */
class ManifestTests {

	private static final String[] ALL = { "kafka", "prometheus-operator", "tls" };

	/** Keys of these are free. */
	private static final Set<String> MAPS = Set.of("labels", "annotations", "matchLabels", "data", "requests",
			"limits");

	private static Manifests base;

	private static Manifests all;

	@TempDir
	private Path folder;

	@BeforeAll
	static void render(@TempDir Path first, @TempDir Path second) throws IOException {
		base = Manifests.ofBase(first);
		all = Manifests.ofBase(second, ALL);
	}

	@Test
	void everyManifestIsReadStrictly() throws IOException {
		Manifests example = Manifests.of(Manifests.ROOT.resolve("overlays/example"));
		assertThat(base.trees()).hasSizeGreaterThan(5);
		Stream.of(base, all, example).flatMap((manifests) -> manifests.trees().stream()).forEach(StrictReader::read);
	}

	@Test
	void misspeltFieldIsRefusedAtEveryPlace() {
		List<ObjectNode> places = new ArrayList<>();
		for (JsonNode manifest : all.trees()) {
			collect(manifest, manifest.get("kind").asString(), places);
			for (ObjectNode place : places) {
				place.put("misspelt", "x");
				assertThatExceptionOfType(JacksonException.class).as("%s in %s", place, manifest.get("kind"))
					.isThrownBy(() -> StrictReader.read(manifest));
				place.remove("misspelt");
			}
			StrictReader.read(manifest);
			places.clear();
		}
	}

	private static void collect(JsonNode node, String kind, List<ObjectNode> places) {
		node.valueStream().filter(JsonNode::isArray).forEach((array) -> collect(array, kind, places));
		if (node.isArray()) {
			node.valueStream().forEach((element) -> collect(element, kind, places));
		}
		else if (node instanceof ObjectNode object) {
			places.add(object);
			object.propertyStream()
				.filter((field) -> field.getValue().isObject() && !MAPS.contains(field.getKey()))
				.filter((field) -> !(kind.equals("Service") && field.getKey().equals("selector")))
				.filter((field) -> !(object.has("type") && field.getKey().equals("metadata")))
				.forEach((field) -> collect(field.getValue(), kind, places));
		}
	}

	@Test
	void numberWhereKubernetesWantsAStringIsRefused() {
		JsonNode deployment = Manifests.parse("""
				apiVersion: apps/v1
				kind: Deployment
				spec: {template: {spec: {containers: [{env: [{name: A, value: 8081}]}]}}}
				""").getFirst();
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> StrictReader.read(deployment));
	}

	@Test
	void rolloutNeverHasFewerPodsThanBefore() {
		Deployment deployment = all.only(Deployment.class);
		assertThat(deployment.getSpec().getStrategy().getRollingUpdate().getMaxSurge().getIntVal()).isOne();
		assertThat(deployment.getSpec().getStrategy().getRollingUpdate().getMaxUnavailable().getIntVal()).isZero();
		assertThat(deployment.getSpec().getReplicas()).as("set by the autoscaler").isNull();
	}

	@Test
	void podHasNoPrivileges() throws IOException {
		PodSpec pod = pod(all);
		assertThat(pod.getAutomountServiceAccountToken()).isFalse();
		assertThat(pod.getEnableServiceLinks()).isFalse();
		assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
		assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
		assertThat(dockerfile()).contains(" --uid " + pod.getSecurityContext().getRunAsUser() + " ");
		Container container = container(all);
		assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
		assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
		assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
		assertThat(container.getSecurityContext().getCapabilities().getAdd()).isEmpty();
	}

	@Test
	void memoryIsGuaranteedAndProcessorsAreStatedButNotLimited() {
		Container container = container(all);
		assertThat(container.getResources().getLimits().keySet()).containsExactly("memory");
		assertThat(container.getResources().getLimits().get("memory"))
			.isEqualTo(container.getResources().getRequests().get("memory"));
		assertThat(container.getResources().getRequests()).containsKey("cpu");
		assertThat(environment(container).get("JAVA_TOOL_OPTIONS")).matches("-XX:ActiveProcessorCount=[1-9]\\d*");
	}

	@Test
	void podsAreSpreadOverZonesAndNodes() {
		assertThat(pod(all).getTopologySpreadConstraints()).extracting(TopologySpreadConstraint::getTopologyKey)
			.containsExactly("topology.kubernetes.io/zone", "kubernetes.io/hostname");
		assertThat(pod(all).getTopologySpreadConstraints())
			.allSatisfy((constraint) -> assertSelectsPods(constraint.getLabelSelector().getMatchLabels()));
	}

	@Test
	void probesAreApartAndOnThePortThatClientsDoNotFill() {
		Container container = container(all);
		HTTPGetAction startup = container.getStartupProbe().getHttpGet();
		HTTPGetAction readiness = container.getReadinessProbe().getHttpGet();
		HTTPGetAction liveness = container.getLivenessProbe().getHttpGet();
		assertThat(List.of(startup, readiness, liveness))
			.allSatisfy((probe) -> assertThat(probe.getPort().getStrVal()).isEqualTo("management"));
		assertThat(liveness.getPath()).isNotEqualTo(readiness.getPath());
		assertThat(seconds(container.getStartupProbe())).as("start").isGreaterThan(60);
		assertThat(seconds(container.getLivenessProbe())).as("restart after unreadiness")
			.isGreaterThan(seconds(container.getReadinessProbe()));
		assertThat(environment(container))
			.containsEntry("MANAGEMENT_SERVER_PORT", String.valueOf(ports(container).get("management")))
			.containsEntry("COUPLET_READINESS_FILE", "");
	}

	private static int seconds(Probe probe) {
		return probe.getPeriodSeconds() * probe.getFailureThreshold();
	}

	@Test
	void imageExposesThePortsAndHasTheDirectories() throws IOException {
		Container container = container(all);
		List<String> exposed = dockerfile().lines()
			.filter((line) -> line.startsWith("EXPOSE "))
			.flatMap((line) -> Stream.of(line.split(" ")))
			.toList();
		assertThat(exposed).containsAll(ports(container).entrySet()
			.stream()
			.filter((port) -> !port.getKey().equals("management"))
			.map((port) -> port.getValue().toString())
			.toList());
		assertThat(dockerfile()).contains("WORKDIR /opt/couplet\n");
		assertThat(container.getVolumeMounts()).extracting(VolumeMount::getMountPath)
			.contains("/tmp", "/opt/couplet/config/settings", "/opt/couplet/config/recipes");
	}

	@Test
	void everythingSelectsThePods() {
		Deployment deployment = all.only(Deployment.class);
		assertSelectsPods(deployment.getSpec().getSelector().getMatchLabels());
		all.all(Service.class).forEach((service) -> assertSelectsPods(service.getSpec().getSelector()));
		assertSelectsPods(all.only(PodDisruptionBudget.class).getSpec().getSelector().getMatchLabels());
		all.all(NetworkPolicy.class)
			.forEach((policy) -> assertSelectsPods(policy.getSpec().getPodSelector().getMatchLabels()));
		String name = deployment.getMetadata().getName();
		assertThat(base.only(HorizontalPodAutoscaler.class).getSpec().getScaleTargetRef().getName()).isEqualTo(name);
		assertThat(all.only(ScaledObject.class).spec().scaleTargetRef().name()).isEqualTo(name);
	}

	@Test
	void servicesAndPoliciesNameThePortsOfThePod() {
		Map<String, Integer> ports = ports(container(all));
		for (Service service : all.all(Service.class)) {
			for (ServicePort port : service.getSpec().getPorts()) {
				assertThat(ports).containsEntry(port.getName(), port.getPort());
				assertThat(port.getTargetPort().getStrVal()).isEqualTo(port.getName());
			}
		}
		assertThat(all.all(NetworkPolicy.class)
			.stream()
			.flatMap((policy) -> policy.getSpec().getIngress().stream())
			.flatMap((rule) -> rule.getPorts().stream())
			.map(NetworkPolicyPort::getPort)
			.map((port) -> port.getStrVal())).containsExactlyInAnyOrderElementsOf(ports.keySet());
	}

	@Test
	void onlyMonitoringReachesTheManagementPortAndThePodsReachNobody() {
		NetworkPolicy policy = base.only(NetworkPolicy.class);
		assertThat(policy.getSpec().getPolicyTypes()).containsExactly("Ingress", "Egress");
		assertThat(policy.getSpec().getEgress()).isEmpty();
		assertThat(policy.getSpec().getIngress()).singleElement()
			.satisfies((rule) -> assertThat(rule.getPorts()).extracting((port) -> port.getPort().getStrVal())
				.doesNotContain("management"));
	}

	@Test
	void headlessServiceHasTheAddressesOfPodsForGrpc() {
		assertThat(base.all(Service.class)).filteredOn((service) -> service.getSpec().getClusterIP() != null)
			.singleElement()
			.satisfies((service) -> {
				assertThat(service.getSpec().getClusterIP()).isEqualTo("None");
				assertThat(service.getSpec().getPorts()).extracting(ServicePort::getName).contains("grpc");
			});
	}

	@Test
	void drainOfANodeTakesOnePodAtATime() {
		PodDisruptionBudget budget = base.only(PodDisruptionBudget.class);
		assertThat(budget.getSpec().getMaxUnavailable().getIntVal()).isOne();
		assertThat(base.only(HorizontalPodAutoscaler.class).getSpec().getMinReplicas()).isGreaterThan(1);
	}

	@Test
	void eachPodIsScrapedOnce() {
		ServiceMonitor monitor = all.only(ServiceMonitor.class);
		assertThat(monitor.spec().endpoints()).singleElement()
			.satisfies((endpoint) -> assertThat(all.all(Service.class))
				.filteredOn((service) -> service.getMetadata()
					.getLabels()
					.entrySet()
					.containsAll(monitor.spec().selector().getMatchLabels().entrySet()))
				.filteredOn((service) -> service.getSpec()
					.getPorts()
					.stream()
					.anyMatch((port) -> port.getName().equals(endpoint.port())))
				.hasSize(1));
	}

	@Test
	void prometheusRuleHasTheGroupsOfTheAlertFile() throws IOException {
		JsonNode alerts = Manifests.parse(Files.readString(Path.of("ops/alerts.yml"))).getFirst();
		JsonNode rule = all.trees()
			.stream()
			.filter((tree) -> tree.get("kind").asString().equals(PrometheusRule.class.getSimpleName()))
			.findFirst()
			.orElseThrow();
		assertThat(rule.get("spec"))
			.as("copy the groups of ops/alerts.yml to components/prometheus-operator/alerts.yaml")
			.isEqualTo(alerts);
	}

	@Test
	void kedaReplacesTheAutoscalerInAnyOrderOfComponents(@TempDir Path other) throws IOException {
		assumeRendered();
		assertThat(all.all(HorizontalPodAutoscaler.class)).isEmpty();
		Manifests reversed = Manifests.ofBase(other, "prometheus-operator", "kafka");
		assertThat(reversed.all(HorizontalPodAutoscaler.class)).isEmpty();
		HorizontalPodAutoscaler autoscaler = base.only(HorizontalPodAutoscaler.class);
		ScaledObject scaled = all.only(ScaledObject.class);
		assertThat(scaled.spec().minReplicaCount()).isEqualTo(autoscaler.getSpec().getMinReplicas());
		assertThat(scaled.spec().maxReplicaCount()).isEqualTo(autoscaler.getSpec().getMaxReplicas());
		assertThat(scaled.spec().advanced().horizontalPodAutoscalerConfig().behavior())
			.isEqualTo(autoscaler.getSpec().getBehavior());
		assertThat(trigger(scaled, "cpu")).containsEntry("value",
				autoscaler.getSpec()
					.getMetrics()
					.getFirst()
					.getResource()
					.getTarget()
					.getAverageUtilization()
					.toString());
	}

	@Test
	void kedaReadsTheMetricOfTheAutoscalerFromPrometheus(@TempDir Path other) throws IOException {
		assumeRendered();
		MetricSpec waiting = Manifests.ofBase(other, "prometheus-operator")
			.only(HorizontalPodAutoscaler.class)
			.getSpec()
			.getMetrics()
			.getLast();
		Map<String, String> trigger = trigger(all.only(ScaledObject.class), "prometheus");
		String namespace = Manifests
			.parse(Files.readString(Manifests.ROOT.resolve("overlays/example/kustomization.yaml")))
			.getFirst()
			.get("namespace")
			.asString();
		assertThat(trigger)
			.containsEntry("query",
					"sum(" + waiting.getPods().getMetric().getName() + "{namespace=\"" + namespace + "\"})")
			.containsEntry("threshold", waiting.getPods().getTarget().getAverageValue().toString());
		assertThat(Manifests.ofBase(this.folder, "kafka").only(ScaledObject.class).spec().triggers())
			.as("without Prometheus")
			.extracting(Trigger::type)
			.containsExactly("cpu", "kafka");
	}

	@Test
	void kedaWatchesTheTopicAndGroupOfTheFlow() throws IOException {
		JsonNode settings = Manifests.parse(Files.readString(Manifests.ROOT.resolve("components/kafka/flows.yml")))
			.getFirst();
		JsonNode flows = settings.at("/couplet/kafka/flows");
		assertThat(flows.size()).isOne();
		Flow flow = JsonMapper.builder().build().treeToValue(flows.valueStream().findFirst().orElseThrow(), Flow.class);
		Map<String, String> trigger = trigger(all.only(ScaledObject.class), "kafka");
		assertThat(trigger).containsEntry("topic", flow.from())
			.containsEntry("consumerGroup", flow.group())
			.containsEntry("bootstrapServers", settings.at("/spring/kafka/bootstrap-servers").asString());
		assertThat(all.trees().toString())
			.contains("\"port\":" + trigger.get("bootstrapServers").replaceFirst(".*:", ""));
		assertThat(flow.recipe())
			.isEqualTo(Manifests.parse(Files.readString(Manifests.ROOT.resolve("base/recipes.yml")))
				.getFirst()
				.at("/couplet/recipes/tidy")
				.asString());
	}

	@Test
	void changeOfARecipeRollsThePods(@TempDir Path other) throws IOException {
		assumeRendered();
		Files.writeString(other.resolve("recipes.yml"), "couplet: {recipes: {tidy: trim}}\n");
		Files.writeString(other.resolve("more"), """
				configMapGenerator:
				- name: couplet-recipes
				  behavior: replace
				  files: [application.yml=recipes.yml]
				""");
		Manifests changed = Manifests.ofBase(other);
		assertThat(pod(changed)).isNotEqualTo(pod(base));
		assertThat(pod(Manifests.ofBase(this.folder))).isEqualTo(pod(base));
	}

	@Test
	void everyVolumeIsAFolderOfSpringBootsOrASecretAndMounted() {
		assumeRendered();
		Set<String> configMaps = all.all(ConfigMap.class)
			.stream()
			.map((map) -> map.getMetadata().getName())
			.collect(Collectors.toSet());
		PodSpec pod = pod(all);
		assertThat(pod.getVolumes().stream().filter((volume) -> volume.getConfigMap() != null))
			.extracting((volume) -> volume.getConfigMap().getName())
			.containsExactlyInAnyOrderElementsOf(configMaps);
		assertThat(container(all).getVolumeMounts()).extracting(VolumeMount::getName)
			.containsExactlyInAnyOrderElementsOf(pod.getVolumes().stream().map(Volume::getName).toList());
		assertThat(all.all(ConfigMap.class))
			.allSatisfy((map) -> assertThat(map.getData()).containsOnlyKeys("application.yml"));
		for (Volume volume : pod.getVolumes()) {
			if (volume.getConfigMap() != null) {
				assertThat(container(all).getVolumeMounts())
					.filteredOn((mount) -> mount.getName().equals(volume.getName()))
					.singleElement()
					.satisfies((mount) -> assertThat(mount.getMountPath()).matches("/opt/couplet/config/[a-z]+"));
			}
		}
	}

	private static void assumeRendered() {
		assumeTrue(Manifests.areRendered(), "kubectl is not installed");
	}

	private static void assertSelectsPods(Map<String, String> selector) {
		assertThat(selector).isNotEmpty();
		assertThat(all.only(Deployment.class).getSpec().getTemplate().getMetadata().getLabels())
			.containsAllEntriesOf(selector);
	}

	private static Map<String, String> trigger(ScaledObject scaled, String type) {
		return scaled.spec()
			.triggers()
			.stream()
			.filter((trigger) -> trigger.type().equals(type))
			.map(Trigger::metadata)
			.findFirst()
			.orElseThrow();
	}

	private static PodSpec pod(Manifests manifests) {
		return manifests.only(Deployment.class).getSpec().getTemplate().getSpec();
	}

	static Container container(Manifests manifests) {
		assertThat(pod(manifests).getContainers()).hasSize(1);
		return pod(manifests).getContainers().getFirst();
	}

	static Map<String, Integer> ports(Container container) {
		return container.getPorts()
			.stream()
			.collect(Collectors.toMap(ContainerPort::getName, ContainerPort::getContainerPort));
	}

	private static Map<String, String> environment(Container container) {
		return container.getEnv().stream().collect(Collectors.toMap(EnvVar::getName, EnvVar::getValue));
	}

	private static String dockerfile() throws IOException {
		return Files.readString(Path.of("Dockerfile"));
	}

	/**
	 * The settings of a Kafka flow that the manifests use.
	 */
	record Flow(String from, String to, String recipe, String failures, String group) {

	}

}
