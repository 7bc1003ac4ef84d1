package dev.couplet.transform.library;

import dev.couplet.transform.BuiltInTransforms;
import dev.couplet.transform.TextRefusedException;
import dev.couplet.transform.TransformService;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Runs built-in transforms through the service.
 */
abstract class LibraryRunner {

	private static final TransformService SERVICE = BuiltInTransforms.service(1 << 20);

	static String run(String recipe, String text) {
		return SERVICE.transform(recipe, text);
	}

	static void assertRefused(String recipe, String text) {
		assertThatExceptionOfType(TextRefusedException.class).isThrownBy(() -> run(recipe, text))
			.withMessageMatching("[ -~]{10,199}");
	}

}
