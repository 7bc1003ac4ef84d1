package dev.couplet.protocol.http.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.couplet.transform.Catalogue;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;

/**
 * Adds examples of calls. The examples of the parameter, the body and the response that
 * belong together have the same name.
 */
final class ExampleCalls {

	private static final String TEXT_TO_DECODE = "What is this?";

	private static final String NOT_BASE64 = "the text is not base64";

	private final Catalogue catalogue;

	ExampleCalls(Catalogue catalogue) {
		this.catalogue = catalogue;
	}

	/**
	 * Adds the examples for one text: every transform, and some errors.
	 * @param operation the operation, with its parameter, body and responses
	 */
	void addTo(Operation operation) {
		this.catalogue.transforms().forEach((transform) -> {
			dev.couplet.transform.Example example = transform.example();
			if (example != null) {
				add(operation, transform.name(), transform.description(), example.recipe(), example.text(), "200",
						example.result());
			}
		});
		addRefused(operation, "cumingsify", "POEM", "404", problem("unknown-transform", "Unknown transform", 404,
				"there is no transform 'cumingsify'", List.of("cummingsify")));
		addRefused(operation, "Trim", "POEM", "400", problem("malformed-recipe", "Malformed recipe", 400,
				"a step of the recipe has a malformed name", List.of()));
		addRefused(operation, "wrap=0", "POEM", "400", problem("bad-argument", "Bad argument", 400,
				"'width' must be a whole number from 1 to 1000", List.of()));
		addRefused(operation, "base64-decode", TEXT_TO_DECODE, "422",
				problem("text-refused", "Text refused", 422, NOT_BASE64, List.of()));
	}

	/**
	 * Adds an example for several texts, one of which is rejected.
	 * @param operation the operation, with its body and responses
	 */
	static void addBatchTo(Operation operation) {
		Map<String, Object> request = new LinkedHashMap<>();
		request.put("recipe", "base64-decode,cummingsify");
		request.put("texts", List.of("UE9FTQ==", TEXT_TO_DECODE));
		Map<String, Object> refused = problem("text-refused", "Text refused", 422, NOT_BASE64, List.of());
		Map<String, Object> answer = Map.of("results", List.of(Map.of("text", "poem"), Map.of("problem", refused)));
		Description.body(operation).addExamples("one-refused", new Example().value(request));
		Description.answer(operation, "200").addExamples("one-refused", new Example().value(answer));
	}

	private static void addRefused(Operation operation, String recipe, String text, String status,
			Map<String, Object> problem) {
		String type = String.valueOf(problem.get("type"));
		String name = type.substring(type.lastIndexOf(':') + 1);
		add(operation, name, "A call that fails", recipe, text, status, problem);
	}

	private static void add(Operation operation, String name, String summary, String recipe, String text, String status,
			Object answer) {
		operation.getParameters().getFirst().addExample(name, new Example().summary(summary).value(recipe));
		Description.body(operation).addExamples(name, new Example().value(text));
		Description.answer(operation, status).addExamples(name, new Example().value(answer));
	}

	private static Map<String, Object> problem(String reason, String title, int status, String detail,
			List<String> nearNames) {
		Map<String, Object> problem = new LinkedHashMap<>();
		problem.put("type", "urn:couplet:problem:" + reason);
		problem.put("title", title);
		problem.put("status", status);
		problem.put("detail", detail);
		if (!nearNames.isEmpty()) {
			problem.put("nearNames", nearNames);
		}
		return problem;
	}

}
