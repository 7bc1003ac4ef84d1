package dev.couplet.kubernetes;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBehavior;
import org.jspecify.annotations.Nullable;

/**
 * What the manifests use of the Prometheus Operator's and KEDA's resources.
 */
final class CustomResources {

	private CustomResources() {
	}

	record ServiceMonitor(String apiVersion, String kind, ObjectMeta metadata, ServiceMonitorSpec spec) {

	}

	record ServiceMonitorSpec(LabelSelector selector, List<Endpoint> endpoints) {

	}

	record Endpoint(String port, String path, String interval) {

	}

	record PrometheusRule(String apiVersion, String kind, ObjectMeta metadata, PrometheusRuleSpec spec) {

	}

	record PrometheusRuleSpec(List<RuleGroup> groups) {

	}

	record RuleGroup(String name, List<Rule> rules) {

	}

	record Rule(String alert, String expr, @JsonProperty("for") @Nullable String duration, Map<String, String> labels,
			Map<String, String> annotations) {

	}

	record ScaledObject(String apiVersion, String kind, ObjectMeta metadata, ScaledObjectSpec spec) {

	}

	record ScaledObjectSpec(ScaleTarget scaleTargetRef, int minReplicaCount, int maxReplicaCount, Advanced advanced,
			List<Trigger> triggers) {

	}

	record Advanced(AutoscalerConfig horizontalPodAutoscalerConfig) {

	}

	record AutoscalerConfig(HorizontalPodAutoscalerBehavior behavior) {

	}

	record ScaleTarget(String name) {

	}

	record Trigger(String type, @Nullable String metricType, Map<String, String> metadata) {

	}

}
