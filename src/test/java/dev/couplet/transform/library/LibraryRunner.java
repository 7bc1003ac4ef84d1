package dev.couplet.transform.library;

import dev.couplet.transform.BuiltInTransforms;
import dev.couplet.transform.TransformService;
import dev.couplet.transform.Value;
import dev.couplet.transform.ValueRefusedException;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Runs built-in transforms through the service.
 */
abstract class LibraryRunner {

	private static final TransformService SERVICE = BuiltInTransforms.service(1 << 20);

	static String run(String recipe, String text) {
		return SERVICE.transform(recipe, Value.of(text)).text();
	}

	static Value run(String recipe, Value value) {
		return SERVICE.transform(recipe, value);
	}

	static byte[] bytes(int... octets) {
		byte[] bytes = new byte[octets.length];
		for (int i = 0; i < octets.length; i++) {
			bytes[i] = (byte) octets[i];
		}
		return bytes;
	}

	static void assertRefused(String recipe, String text) {
		assertRefused(recipe, Value.of(text), "");
	}

	static void assertRefused(String recipe, String text, String reason) {
		assertRefused(recipe, Value.of(text), reason);
	}

	static void assertRefused(String recipe, Value value, String reason) {
		assertThatExceptionOfType(ValueRefusedException.class).isThrownBy(() -> run(recipe, value))
			.withMessageMatching("[ -~]{10,199}")
			.withMessageContaining(reason);
	}

}
