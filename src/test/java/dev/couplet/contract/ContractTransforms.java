package dev.couplet.contract;

import dev.couplet.transform.Transform;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Transforms that fail.
 */
@TestConfiguration(proxyBeanMethods = false)
class ContractTransforms {

	@Bean
	Transform throwing() {
		return Transform.named("throwing").describedAs("Throws.").applying((text) -> {
			throw new IllegalStateException("broken on " + text);
		});
	}

	@Bean
	Transform overflowing() {
		return Transform.named("overflowing").describedAs("Overflows the stack.").applying(this::overflow);
	}

	private String overflow(String text) {
		return text.isEmpty() ? text : overflow(text) + "y";
	}

}
