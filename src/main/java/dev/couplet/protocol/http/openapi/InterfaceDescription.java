package dev.couplet.protocol.http.openapi;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.couplet.transform.TransformService;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import org.springdoc.core.customizers.OpenApiCustomizer;

/**
 * Completes the description that springdoc generates from the controllers.
 */
final class InterfaceDescription implements OpenApiCustomizer {

	private static final String ANY_SUFFIX = "/**";

	private final TransformService service;

	InterfaceDescription(TransformService service) {
		this.service = service;
	}

	@Override
	public void customise(OpenAPI api) {
		api.setPaths(merge(api.getPaths()));
		Description description = Description.of(api);
		ProblemResponses.addTo(description);
		new RecipeDescription(this.service.catalogue(), this.service.limit()).addTo(description);
	}

	// OpenAPI cannot express a path that continues after its variable. Without that part,
	// several mappings are methods of the same path
	private static Paths merge(Paths paths) {
		Map<String, PathItem> merged = new LinkedHashMap<>();
		paths.forEach((path, item) -> {
			String name = path.endsWith(ANY_SUFFIX) ? path.substring(0, path.length() - ANY_SUFFIX.length()) : path;
			PathItem known = merged.putIfAbsent(name, item);
			if (known != null) {
				item.readOperationsMap().forEach(known::operation);
			}
		});
		Paths result = new Paths();
		merged.forEach(result::addPathItem);
		return result;
	}

}
