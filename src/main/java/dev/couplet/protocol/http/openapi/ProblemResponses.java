package dev.couplet.protocol.http.openapi;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

import dev.couplet.endpoint.FailureReason;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;

/**
 * Adds the error responses of each operation.
 */
final class ProblemResponses {

	private static final Map<String, List<Integer>> STATUSES = Map
		.of(// @formatter:off
			"listTransforms", List.of(406),
			"getTransform", List.of(400, 404, 406),
			"transformText", List.of(400, 404, 406, 408, 413, 415, 422, 500, 503),
			"transformTexts", List.of(400, 404, 406, 408, 413, 415, 503),
			"listPoems", List.of(406),
			"getPoem", List.of(400, 404, 406, 413, 422, 500, 503)); // @formatter:on

	private static final int UNAVAILABLE = 503;

	private ProblemResponses() {
	}

	static void addTo(Description description) {
		description.operations().forEach((id, operation) -> {
			STATUSES.getOrDefault(id, List.of())
				.forEach((status) -> operation.getResponses()
					.addApiResponse(String.valueOf(status), response(describe(status), status)));
			operation.getResponses()
				.addApiResponse(ApiResponses.DEFAULT,
						response("The server failed, or does not support the request", 0));
		});
		Schema<Object> type = new JsonSchema();
		type.typesItem("string").setFormat("uri-reference");
		type.setDescription("The type of the problem; `about:blank` if the status is sufficient");
		types().forEach(type::addEnumItemObject);
		description.schema("Problem").addProperty("type", type);
	}

	private static String describe(int status) {
		return switch (status) {
			case 400 -> "The request, its recipe, an argument or the text is malformed";
			case 404 -> "The transform or the poem does not exist";
			case 406 -> "No response type matches the Accept header";
			case 408 -> "The body was not received in time";
			case 413 -> "The body, the text or its result is over the limit";
			case 415 ->
				"The content type or the charset of the body is not supported, or the body has a Content-Encoding";
			case 422 -> "A transform rejected the text";
			case 500 -> "A transform failed";
			case 503 -> "The server is overloaded or shutting down";
			default -> throw new IllegalArgumentException("no description for status " + status);
		};
	}

	private static ApiResponse response(String description, int status) {
		MediaType problem = new MediaType().schema(new JsonSchema().$ref("Problem"));
		ApiResponse response = new ApiResponse().description(description)
			.content(new Content().addMediaType("application/problem+json", problem));
		if (status == UNAVAILABLE) {
			response.addHeaderObject("Retry-After",
					new Header().required(true)
						.description("Seconds after which to retry")
						.schema(new JsonSchema().typesItem("integer")));
		}
		return response;
	}

	private static List<String> types() {
		List<String> types = new ArrayList<>(List.of("about:blank", "urn:couplet:problem:malformed-batch"));
		// for the reasons after these there is no response, or none with its own type
		EnumSet.range(FailureReason.UNKNOWN_TRANSFORM, FailureReason.UNAVAILABLE)
			.forEach((reason) -> types.add("urn:couplet:problem:" + reason.word()));
		return types;
	}

}
