package dev.couplet;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/**
 * Tests a property in 1,000 cases. The test method generates its case with the
 * {@link RandomGenerator} that it is given.
 *
 * <p>
 * Each run uses new seeds. The name of a case is its seed, {@code test.seed=...}, and a
 * failure message starts with it. If it is set as a system property, that case runs
 * first. After a failure, no further cases of the property run.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "{0}")
@ArgumentsSource(PropertyTest.Cases.class)
@ExtendWith(PropertyTest.Cases.class)
public @interface PropertyTest {

	/**
	 * Generates the cases, and adds the name of a case to its failure, because Maven
	 * prints only the message of a failure.
	 */
	final class Cases implements ArgumentsProvider, TestExecutionExceptionHandler {

		// not under "couplet", where unknown settings are rejected
		private static final String SEED = "test.seed";

		private static final int COUNT = 1000;

		private static final long FIRST = Long.getLong(SEED, RandomGenerator.getDefault().nextInt(1_000_000_000));

		@Override
		public Stream<Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext property) {
			return LongStream.range(FIRST, FIRST + COUNT)
				.takeWhile((seed) -> store(property).get(SEED) == null)
				.mapToObj((seed) -> Arguments.of(Named.of(SEED + "=" + seed, new SplittableRandom(seed))));
		}

		@Override
		public void handleTestExecutionException(ExtensionContext failed, Throwable failure) {
			String name = failed.getDisplayName();
			failed.getParent().ifPresent((property) -> store(property).put(SEED, name));
			throw new AssertionError(name + ": " + failure, failure);
		}

		private static ExtensionContext.Store store(ExtensionContext property) {
			return property.getStore(ExtensionContext.Namespace.create(Cases.class));
		}

	}

}
