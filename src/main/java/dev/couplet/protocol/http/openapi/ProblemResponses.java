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
 * The statuses with which each operation refuses a request, and what the answer is then.
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
						response("The server failed, or does not take such a request at all", 0));
		});
		Schema<Object> type = new JsonSchema();
		type.typesItem("string").setFormat("uri-reference");
		type.setDescription("What kind of problem it is; `about:blank` where the status says it all");
		types().forEach(type::addEnumItemObject);
		description.schema("Problem").addProperty("type", type);
	}

	private static String describe(int status) {
		return switch (status) {
			case 400 -> "The request, its recipe, an argument or the text is malformed";
			case 404 -> "There is no transform, or no poem, of that name";
			case 406 -> "The answer has none of the types that the request accepts";
			case 408 -> "The body took too long to arrive";
			case 413 -> "The body, the text or what becomes of it is over the limit";
			case 415 -> "The body is not of the type that is taken, has an unknown charset, or a Content-Encoding";
			case 422 -> "A transform does not take the text";
			case 500 -> "A transform failed";
			case 503 -> "The server is overloaded, or shuts down";
			default -> throw new IllegalArgumentException("not a status of ours: " + status);
		};
	}

	private static ApiResponse response(String description, int status) {
		MediaType problem = new MediaType().schema(new JsonSchema().$ref("Problem"));
		ApiResponse response = new ApiResponse().description(description)
			.content(new Content().addMediaType("application/problem+json", problem));
		if (status == UNAVAILABLE) {
			response.addHeaderObject("Retry-After",
					new Header().required(true)
						.description("Seconds until another try may do better")
						.schema(new JsonSchema().typesItem("integer")));
		}
		return response;
	}

	private static List<String> types() {
		List<String> types = new ArrayList<>(List.of("about:blank", "urn:couplet:problem:malformed-batch"));
		// the reasons from there on are of no request that could be answered, or have no
		// type of their own
		EnumSet.range(FailureReason.UNKNOWN_TRANSFORM, FailureReason.UNAVAILABLE)
			.forEach((reason) -> types.add("urn:couplet:problem:" + reason.word()));
		return types;
	}

}
