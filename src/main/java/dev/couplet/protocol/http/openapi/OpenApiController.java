package dev.couplet.protocol.http.openapi;

import java.util.Objects;
import java.util.function.Supplier;

import dev.couplet.endpoint.TransformPort;
import dev.couplet.transform.Catalogue;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.http.MediaType;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Serves the OpenAPI description, which is created on the first request.
 */
@RestController
class OpenApiController {

	private final Supplier<byte[]> description;

	OpenApiController(Catalogue catalogue, TransformPort transforms, ObjectProvider<BuildProperties> build,
			JsonMapper mapper) {
		this.description = SingletonSupplier.of(() -> {
			OpenApiDescription description = OpenApiDescription.read(mapper);
			build.stream().map(BuildProperties::getVersion).filter(Objects::nonNull).forEach(description::setVersion);
			description.setLimit(transforms.limit());
			description.addAll(catalogue);
			return mapper.writeValueAsBytes(description.root());
		});
	}

	@GetMapping(path = "/v3/api-docs", produces = MediaType.APPLICATION_JSON_VALUE)
	byte[] description() {
		return this.description.get();
	}

}
