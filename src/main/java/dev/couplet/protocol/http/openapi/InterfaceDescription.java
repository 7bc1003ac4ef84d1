package dev.couplet.protocol.http.openapi;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.couplet.transform.TransformService;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import org.springdoc.core.customizers.OpenApiCustomizer;

/**
 * Completes what springdoc has read off the controllers. Operations go by the ids that
 * they have there.
 */
final class InterfaceDescription implements OpenApiCustomizer {

	private static final String AND_MORE = "/**";

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

	// a path of ours may go on after its variable, which OpenAPI has no word for; what
	// is left is one path with several methods
	private static Paths merge(Paths paths) {
		Map<String, PathItem> merged = new LinkedHashMap<>();
		paths.forEach((path, item) -> {
			String name = path.endsWith(AND_MORE) ? path.substring(0, path.length() - AND_MORE.length()) : path;
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
