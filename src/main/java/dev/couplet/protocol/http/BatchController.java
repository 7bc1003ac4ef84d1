package dev.couplet.protocol.http;

import java.io.IOException;

import dev.couplet.endpoint.TransformPort;
import dev.couplet.transform.Catalogue;
import dev.couplet.transform.MemoryReservation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Runs one recipe on many values. It writes the response itself, because the memory of
 * the request must be released after that.
 */
@RestController
class BatchController {

	private final TransformPort transforms;

	private final TransformProblems problems;

	private final JsonMapper mapper;

	private final Catalogue catalogue;

	private final TransformController single;

	BatchController(TransformPort transforms, TransformProblems problems, JsonMapper mapper, Catalogue catalogue,
			TransformController single) {
		this.single = single;
		this.mapper = mapper;
		this.catalogue = catalogue;
		this.transforms = transforms;
		this.problems = problems;
	}

	@PostMapping(path = "/transforms", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	void transform(HttpServletRequest request, HttpServletResponse response)
			throws IOException, HttpMediaTypeException {
		if (request.getQueryString() != null) {
			// one value, which happens to be JSON
			this.single.transformByQuery(request, response);
			return;
		}
		long limit = BatchRun.MAX_TOTAL_TEXTS * this.transforms.limit().bytes();
		try (MemoryReservation memory = this.transforms.newReservation()) {
			String body = this.transforms.read(() -> RequestBody.read(request, limit, memory).text());
			BatchRequest batch = this.transforms.read(() -> {
				memory.retain(body.length());
				BatchRequest read = BatchReader.read(body, this.catalogue);
				memory.retain(read.decodedBytes());
				return read;
			});
			this.transforms.check(batch.recipe());
			BatchAnswer answer = new BatchRun(this.transforms, this.problems, batch, limit, memory).run();
			response.setContentType(MediaType.APPLICATION_JSON_VALUE);
			this.mapper.writeValue(response.getOutputStream(), answer);
		}
	}

}
