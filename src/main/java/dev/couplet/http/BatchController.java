package dev.couplet.http;

import java.io.IOException;

import dev.couplet.transform.TransformService;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Runs one recipe over many texts.
 */
@RestController
class BatchController {

	private final TransformService service;

	private final TransformProblems problems;

	BatchController(TransformService service, TransformProblems problems) {
		this.service = service;
		this.problems = problems;
	}

	@PostMapping(path = "/transforms", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	BatchAnswer transform(HttpServletRequest request) throws IOException {
		long limit = BatchRun.MOST_TEXTS_TOGETHER * this.service.limit().bytes();
		BatchRequest batch = BatchReader.read(RequestText.read(request, limit));
		this.service.check(batch.recipe());
		return new BatchRun(this.service, this.problems, batch.recipe(), limit).over(batch.texts());
	}

}
