package dev.couplet.protocol.http;

import java.util.List;

import dev.couplet.transform.Parameter;
import dev.couplet.transform.RemoteFailedException;
import dev.couplet.transform.RemoteTimeoutException;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformLibrary;
import dev.couplet.transform.Value;
import dev.couplet.transform.ValueRefusedException;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Transforms for tests, which show their arguments, fail or reject the text.
 */
@TestConfiguration(proxyBeanMethods = false)
class TestTransforms {

	@Bean
	Transform remoteFailing() {
		return Transform.named("remote-failing").describedAs("Fails.").waiting((value, call) -> {
			throw new RemoteFailedException("the server cannot be reached");
		});
	}

	@Bean
	Transform remoteLate() {
		return Transform.named("remote-late").describedAs("Is late.").waiting((value, call) -> {
			throw new RemoteTimeoutException("the server did not answer in time");
		});
	}

	@Bean
	TransformLibrary transformsForTests() {
		return () -> List.of(quote(), times(), failing(), overflowing(), refusing(), thread(), waitingThread());
	}

	private static Transform quote() {
		Parameter<String> mark = Parameter.text("mark", 0, 100);
		Parameter<String> end = Parameter.text("end", 0, 100, "");
		return Transform.named("quote")
			.describedAs("Puts a mark before a text, and one after it.")
			.with(mark, end)
			.example("quote=%3A", "poem", ":poem")
			.binding((arguments) -> (text, limit) -> arguments.get(mark) + text + arguments.get(end));
	}

	private static Transform times() {
		Parameter<Integer> times = Parameter.integer("times", 0, 1000, 2);
		return Transform.named("times")
			.describedAs("Repeats a text.")
			.with(times)
			.binding((arguments) -> (text, limit) -> text.repeat(arguments.get(times)));
	}

	private static Transform failing() {
		return Transform.named("failing").describedAs("Fails.").applying((text) -> {
			throw new IllegalStateException("cannot take " + text, new IllegalArgumentException("because of " + text));
		});
	}

	private static Transform overflowing() {
		return Transform.named("overflowing").describedAs("Overflows the stack.").applying(TestTransforms::overflow);
	}

	private static String overflow(String text) {
		return text.isEmpty() ? text : overflow(text) + text;
	}

	private static Transform refusing() {
		return Transform.named("refusing").describedAs("Rejects all texts but the empty one.").applying((text) -> {
			if (!text.isEmpty()) {
				throw new ValueRefusedException("the text is not empty");
			}
			return text;
		});
	}

	private static Transform waitingThread() {
		return Transform.named("waiting-thread")
			.describedAs("Returns the kind of the thread that it waits on.")
			.waiting((value, call) -> Value.of(Thread.currentThread().isVirtual() ? "virtual" : "platform"));
	}

	private static Transform thread() {
		return Transform.named("thread")
			.describedAs("Returns the kind of the thread that it runs on.")
			.applying((text) -> Thread.currentThread().isVirtual() ? "virtual" : "platform");
	}

}
