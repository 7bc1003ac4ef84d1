package dev.couplet.protocol.http.openapi;

import java.util.List;

import dev.couplet.transform.TransformService;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.servers.Server;
import org.springdoc.core.customizers.OpenApiCustomizer;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Lazy;

/**
 * Configures the OpenAPI description, which is generated at the first request for it. All
 * beans here are lazy, and so are those of springdoc.
 */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

	private static final String ABOUT = """
			A transform is a named function from text to text; a recipe is a sequence of transforms. \
			Errors are problem details (RFC 9457), regardless of the Accept header. So are requests that match no operation: \
			404 for an unknown path, 405 with `Allow` for another method, 400, 408, 501 or 505 for malformed or unsupported \
			HTTP.""";

	@Bean
	static BeanFactoryPostProcessor lazySpringdoc() {
		return new LazySpringdoc();
	}

	@Bean
	@Lazy
	OpenAPI openApi(ObjectProvider<BuildProperties> build) {
		BuildProperties properties = build.getIfAvailable();
		String version = (properties != null) ? properties.getVersion() : null;
		return new OpenAPI()
			.info(new Info().title("Couplet").description(ABOUT).version((version != null) ? version : "unknown"))
			// otherwise the Host header of the first request would be cached for all
			// others
			.servers(List.of(new Server().url("/")));
	}

	@Bean
	@Lazy
	ModelConverter requiredComponents() {
		return new RequiredComponents();
	}

	// no other bean depends on the registrar
	@Bean
	@Lazy
	@DependsOn("modelConverterRegistrar")
	OpenApiCustomizer interfaceDescription(TransformService service) {
		return new InterfaceDescription(service);
	}

}
