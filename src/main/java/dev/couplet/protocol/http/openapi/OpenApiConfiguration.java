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
 * The description, which is made when it is first asked for: all beans here are lazy, and
 * so are springdoc's.
 */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

	private static final String ABOUT = """
			A transform is a named function from text to text; a recipe is transforms in a row. \
			Errors are problems (RFC 9457), whatever the request accepts. What comes to no operation has one too: \
			404 for another path, 405 with `Allow` for another method, 400, 408, 501 or 505 for what is not the HTTP \
			that this server takes.""";

	@Bean
	static BeanFactoryPostProcessor springdocWhenItIsAsked() {
		return new LazySpringdoc();
	}

	@Bean
	@Lazy
	OpenAPI openApi(ObjectProvider<BuildProperties> build) {
		BuildProperties properties = build.getIfAvailable();
		String version = (properties != null) ? properties.getVersion() : null;
		return new OpenAPI()
			.info(new Info().title("Couplet").description(ABOUT).version((version != null) ? version : "unknown"))
			// the caller's own word for the server would be shown to the next caller
			.servers(List.of(new Server().url("/")));
	}

	@Bean
	@Lazy
	ModelConverter requiredComponents() {
		return new RequiredComponents();
	}

	// which nothing else asks for
	@Bean
	@Lazy
	@DependsOn("modelConverterRegistrar")
	OpenApiCustomizer interfaceDescription(TransformService service) {
		return new InterfaceDescription(service);
	}

}
