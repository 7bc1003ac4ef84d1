package dev.couplet.protocol.http;

import java.io.IOException;
import java.util.List;

import dev.couplet.endpoint.TransformPort;
import dev.couplet.transform.MemoryReservation;
import dev.couplet.transform.Value;
import dev.couplet.transform.guess.Guess;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Guesses how the value in the body is encoded.
 */
@RestController
class GuessController {

	private final TransformPort transforms;

	GuessController(TransformPort transforms) {
		this.transforms = transforms;
	}

	@PostMapping(path = "/guess", produces = MediaType.APPLICATION_JSON_VALUE)
	GuessAnswer guess(HttpServletRequest request) throws IOException {
		try (MemoryReservation memory = this.transforms.newReservation()) {
			long limit = this.transforms.limit().bytes();
			Value value = this.transforms.read(() -> RequestBody.read(request, limit, memory));
			List<Guess> guesses = this.transforms.guess(value, memory);
			return new GuessAnswer(guesses.stream().map(GuessAnswer.Entry::of).toList());
		}
	}

}
