package dev.couplet.protocol.http.openapi;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;

/**
 * The OpenAPI description while it is completed, with access to its parts. A missing part
 * is an error, because it shows that the code no longer matches the description.
 *
 * @param api the complete description
 * @param operations the operations by the ids in the controllers
 */
record Description(OpenAPI api, Map<String, Operation> operations) {

	static Description of(OpenAPI api) {
		return new Description(api,
				api.getPaths()
					.values()
					.stream()
					.map(PathItem::readOperations)
					.flatMap(List::stream)
					.collect(Collectors.toMap(Operation::getOperationId, Function.identity())));
	}

	Operation operation(String id) {
		return Objects.requireNonNull(this.operations.get(id), id);
	}

	Schema<?> schema(String name) {
		return Objects.requireNonNull(this.api.getComponents().getSchemas().get(name), name);
	}

	static MediaType body(Operation operation) {
		return first(operation.getRequestBody().getContent());
	}

	static MediaType answer(Operation operation, String status) {
		return first(Objects.requireNonNull(operation.getResponses().get(status), status).getContent());
	}

	// every content has exactly one media type
	private static MediaType first(Content content) {
		return content.values().iterator().next();
	}

}
