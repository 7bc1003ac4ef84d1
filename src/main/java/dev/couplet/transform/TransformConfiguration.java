package dev.couplet.transform;

import java.util.List;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TransformConfiguration {

	@Bean
	Catalogue catalogue(ObjectProvider<Transform> transforms, ObjectProvider<TransformLibrary> libraries,
			TransformProperties properties) {
		List<Transform> builtIn = Stream
			.concat(transforms.stream(), libraries.stream().flatMap((library) -> library.transforms().stream()))
			.toList();
		return NamedRecipes.addTo(new Catalogue(builtIn), properties.recipes(), limit(properties));
	}

	@Bean
	TransformService transformService(Catalogue catalogue, TransformProperties properties) {
		return new TransformService(catalogue, limit(properties));
	}

	@Bean
	ProtocolTransforms protocolTransforms(TransformService service, ObjectProvider<MeterRegistry> meters,
			ObjectProvider<OpenTelemetry> telemetry) {
		return new ProtocolTransforms(service, meters, telemetry);
	}

	@Bean
	TransformShutdown transformShutdown(TransformService service) {
		return new TransformShutdown(service);
	}

	private static SizeLimit limit(TransformProperties properties) {
		return new SizeLimit(properties.transform().maxTextSize().toBytes());
	}

}
