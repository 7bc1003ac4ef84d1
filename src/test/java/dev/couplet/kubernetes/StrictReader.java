package dev.couplet.kubernetes;

import java.util.Map;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reads a manifest as the type that it names, and refuses fields that the type does not
 * have, and numbers where it has strings.
 */
final class StrictReader {

	private static final Map<String, Class<?>> TYPES = Map.of("v1 Namespace", Namespace.class, "v1 ConfigMap",
			ConfigMap.class, "v1 Service", Service.class, "apps/v1 Deployment", Deployment.class,
			"autoscaling/v2 HorizontalPodAutoscaler", HorizontalPodAutoscaler.class, "policy/v1 PodDisruptionBudget",
			PodDisruptionBudget.class, "networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class,
			"monitoring.coreos.com/v1 ServiceMonitor", CustomResources.ServiceMonitor.class,
			"monitoring.coreos.com/v1 PrometheusRule", CustomResources.PrometheusRule.class,
			"keda.sh/v1alpha1 ScaledObject", CustomResources.ScaledObject.class);

	// shared, because it takes long to learn the types
	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.annotationIntrospector(new WithoutAnySetters())
		.withCoercionConfig(LogicalType.Textual,
				(strings) -> strings.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
					.setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
					.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
		.build();

	private StrictReader() {
	}

	static Object read(JsonNode manifest) {
		String type = manifest.get("apiVersion").asString() + " " + manifest.get("kind").asString();
		assertThat(TYPES).containsKey(type);
		return MAPPER.treeToValue(manifest, TYPES.get(type));
	}

	// the types of Kubernetes would collect unknown fields
	private static final class WithoutAnySetters extends JacksonAnnotationIntrospector {

		private static final long serialVersionUID = 1L;

		@Override
		public Boolean hasAnySetter(MapperConfig<?> config, Annotated annotated) {
			return false;
		}

	}

}
