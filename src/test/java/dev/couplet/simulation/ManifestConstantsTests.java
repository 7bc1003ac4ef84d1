package dev.couplet.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the simulation has the constants of the manifests.
 */
class ManifestConstantsTests {

	private static final Path MANIFESTS = Path.of("ops/kubernetes");

	@Test
	void theAutoscalerIsThatOfTheManifests() throws IOException {
		assertThat(manifest("base/autoscaler.yaml")).contains("minReplicas: " + Experiment.MIN + "\n",
				"maxReplicas: " + Experiment.MAX + "\n", "averageUtilization: " + Experiment.CPU.target() + "\n",
				"- type: Percent\n          value: %d\n          periodSeconds: %.0f\n"
					.formatted(100 * (ScalingBehavior.UP_FACTOR - 1), ScalingBehavior.UP_PERIOD),
				"- type: Pods\n          value: %d\n          periodSeconds: %.0f\n".formatted(ScalingBehavior.UP_PODS,
						ScalingBehavior.UP_PERIOD));
		assertThat(manifest("components/prometheus-operator/autoscaler.yaml")).contains(
				"name: couplet_transforms_waiting\n", "averageValue: \"%d\"\n".formatted(Experiment.WAITING.target()));
		assertThat(manifest("components/prometheus-operator/service-monitor.yaml"))
			.contains("interval: %.0fs\n".formatted(Fleet.SCRAPE_PERIOD));
	}

	@Test
	void thePodIsThatOfTheManifests() throws IOException {
		assertThat(manifest("base/deployment.yaml")).contains(
				"-XX:ActiveProcessorCount=" + InstanceLimits.POD.processors() + "\n",
				// twice the heap
				"memory: %dMi\n".formatted(InstanceLimits.POD.heapBytes() >> 19), "cpu: \"1\"\n",
				"seconds: %.0f\n".formatted(PodTimes.PRE_STOP),
				"startupProbe:\n            httpGet:\n              path: /actuator/health/readiness\n              port: management\n            periodSeconds: %.0f\n"
					.formatted(PodTimes.PROBE));
		assertThat(Files.readString(Path.of("src/main/resources/application.yml")))
			.contains("timeout-per-shutdown-phase: %.0fs\n".formatted(PodTimes.DRAIN));
	}

	private static String manifest(String name) throws IOException {
		return Files.readString(MANIFESTS.resolve(name));
	}

}
