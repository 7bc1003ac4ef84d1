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
 * Tests a property in 1,000 cases. The test method makes its case with the
 * {@link RandomGenerator} that it is given.
 *
 * <p>
 * Every run uses new seeds. The name of a case is its seed, {@code test.seed=...}, and
 * the message of a failure begins with it. Set as a system property, it makes that case
 * the first one. After a failure, no more cases of the property are run.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "{0}")
@ArgumentsSource(PropertyTest.Cases.class)
@ExtendWith(PropertyTest.Cases.class)
public @interface PropertyTest {

	/**
	 * Makes the cases, and puts the name of a case into its failure: Maven prints only
	 * the message of a failure, not the name of its case.
	 */
	final class Cases implements ArgumentsProvider, TestExecutionExceptionHandler {

		// not under "couplet", where the server refuses to start with an unknown setting
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
