package dev.couplet.contract;

import java.time.Duration;

import dev.couplet.client.FakeServer;
import dev.couplet.transform.Transform;
import dev.couplet.transform.Value;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

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

	@Bean
	Transform waiting() {
		return Transform.named("waiting")
			.describedAs("Returns the kind of the thread that it waits on.")
			.waiting((value, call) -> Value.of(Thread.currentThread().isVirtual() ? "virtual" : "platform"));
	}

	/**
	 * A server that reverses a text, and two that make requests fail.
	 */
	@Bean
	DynamicPropertyRegistrar remotes(FakeServer reversingServer, FakeServer silentServer, FakeServer closedServer) {
		closedServer.close();
		return (registry) -> {
			registry.add("couplet.remotes.remote-reverse.uri", () -> "netstring://" + reversingServer.address() + "/x");
			registry.add("couplet.remotes.remote-late.uri", () -> "netstring://" + silentServer.address() + "/x");
			registry.add("couplet.remotes.remote-late.timeout", () -> "100ms");
			registry.add("couplet.remotes.remote-down.uri", () -> "netstring://" + closedServer.address() + "/x");
			registry.add("couplet.remotes.remote-kept.uri", () -> "netstring://" + closedServer.address() + "/x");
			registry.add("couplet.remotes.remote-kept.fallback", () -> "text");
		};
	}

	@Bean
	FakeServer reversingServer() {
		return FakeServer.reversing();
	}

	@Bean
	FakeServer silentServer() {
		return FakeServer.start((client) -> FakeServer.await(client, Duration.ofMinutes(1)));
	}

	@Bean
	FakeServer closedServer() {
		return FakeServer.sending("");
	}

	private String overflow(String text) {
		return text.isEmpty() ? text : overflow(text) + "y";
	}

}
