package dev.couplet.http;

import java.io.IOException;

import dev.couplet.transform.FailedRequests;
import dev.couplet.transform.TimedTransforms;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Runs one recipe over many texts.
 */
@RestController
class BatchController {

	private final TimedTransforms transforms;

	private final TransformProblems problems;

	private final FailedRequests failed;

	BatchController(TimedTransforms transforms, TransformProblems problems, FailedRequests failed) {
		this.transforms = transforms;
		this.problems = problems;
		this.failed = failed;
	}

	@Operation(operationId = "transformTexts", summary = "Many texts, each transformed by the same recipe")
	@RequestBody(required = true, content = @Content(schema = @Schema(implementation = BatchRequest.class)))
	@PostMapping(path = "/transforms", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	BatchAnswer transform(HttpServletRequest request) throws IOException {
		long limit = BatchRun.MOST_TEXTS_TOGETHER * this.transforms.limit().bytes();
		BatchRequest batch = BatchReader.read(RequestText.read(request, limit));
		this.transforms.check(batch.recipe());
		return new BatchRun(this.transforms, this.problems, this.failed, batch, limit).run();
	}

}
