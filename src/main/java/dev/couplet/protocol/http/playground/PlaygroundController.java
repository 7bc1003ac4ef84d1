package dev.couplet.protocol.http.playground;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Serves the playground at {@code /}. What the page loads is configured by
 * {@link PlaygroundConfiguration}.
 */
@RestController
class PlaygroundController {

	private static final Resource PAGE = new ClassPathResource("static/playground.html");

	@GetMapping(path = "/", produces = "text/html;charset=UTF-8")
	ResponseEntity<Resource> page() {
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noCache())
			.eTag(PlaygroundConfiguration.contentTag(PAGE))
			.body(PAGE);
	}

}
