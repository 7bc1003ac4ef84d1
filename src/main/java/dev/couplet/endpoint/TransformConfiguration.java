package dev.couplet.endpoint;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import dev.couplet.transform.Catalogue;
import dev.couplet.transform.NamedRecipeException;
import dev.couplet.transform.NamedRecipes;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformLibrary;
import dev.couplet.transform.TransformService;
import dev.couplet.transform.library.StandardLibrary;
import dev.couplet.transform.remote.RemoteTransforms;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.BaseUnits;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Defines the transform service and its catalogue, which contains all transforms that are
 * beans and the named recipes from the settings.
 */
@Configuration(proxyBeanMethods = false)
@Import(RemoteConfiguration.class)
public class TransformConfiguration {

	@Bean
	TransformLibrary standardLibrary() {
		return new StandardLibrary();
	}

	@Bean
	Catalogue catalogue(ObjectProvider<Transform> transforms, ObjectProvider<TransformLibrary> libraries,
			RemoteTransforms remotes, CoupletProperties properties, TransformProperties limits) {
		List<Transform> builtIn = Stream
			.concat(transforms.stream(),
					libraries.stream()
						.filter((library) -> library != remotes)
						.flatMap((library) -> library.transforms().stream()))
			.toList();
		RemoteConfiguration.requireFreeNames(builtIn.stream().map(Transform::name).toList(), remotes);
		List<Transform> all = Stream.concat(builtIn.stream(), remotes.transforms().stream()).toList();
		try {
			return NamedRecipes.addTo(new Catalogue(all), properties.recipes(), limits.sizeLimit());
		}
		catch (NamedRecipeException ex) {
			throw new InvalidConfigurationPropertyValueException("couplet.recipes." + ex.name(),
					properties.recipes().get(ex.name()), Objects.requireNonNull(ex.getMessage()));
		}
	}

	@Bean
	TransformService transformService(Catalogue catalogue, TransformProperties limits,
			ObjectProvider<MeterRegistry> meters) {
		TransformService service = new TransformService(catalogue, limits.sizeLimit(), limits.costLimit(),
				limits.memoryLimit(), limits.maxWaiting());
		meters.ifAvailable((registry) -> register(service, registry));
		return service;
	}

	private static void register(TransformService service, MeterRegistry meters) {
		Gauge.builder("couplet.transforms.waiting", service, TransformService::queueLength)
			.description("Expensive requests that wait for a processor")
			.register(meters);
		Gauge.builder("couplet.texts.memory", service, TransformService::reservedMemory)
			.description("Memory that texts have reserved")
			.baseUnit(BaseUnits.BYTES)
			.register(meters);
		Gauge.builder("couplet.texts.memory.max", service, TransformService::maxMemory)
			.description("Memory that texts may reserve")
			.baseUnit(BaseUnits.BYTES)
			.register(meters);
	}

}
