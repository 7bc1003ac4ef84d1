package dev.couplet.transform;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A step of a compiled recipe.
 */
sealed interface CompiledStep {

	/**
	 * Returns the transform of the step.
	 * @return the transform
	 */
	Transform transform();

	/**
	 * Returns the cost of the step, without that of a recipe in brackets.
	 * @return the weight
	 */
	default Weight weight() {
		return transform().weight();
	}

	/**
	 * Returns whether everything that the step runs has run before. The first run of a
	 * transform takes many times as long as later ones.
	 * @return a flag
	 */
	default boolean isWarm() {
		return transform().warm().get();
	}

	/**
	 * Returns whether the step, or one in its brackets, waits for something outside of
	 * the process.
	 * @return false if it only computes
	 */
	default boolean waits() {
		return false;
	}

	/**
	 * Returns the number of steps that this one stands for.
	 * @return 1, and those in brackets
	 */
	default int size() {
		return 1;
	}

	/**
	 * Returns whether the step is small enough to be kept in memory for later requests.
	 * @return true unless it takes much memory
	 */
	default boolean isCacheable() {
		return true;
	}

	/**
	 * A step that applies a function.
	 *
	 * @param transform its transform
	 * @param function the function
	 */
	record FunctionStep(Transform transform, TransformFunction<Value, Value> function) implements CompiledStep {

		@Override
		public Weight weight() {
			int own = this.function.weight();
			return (own > 0) ? new Weight(own, own, this.transform.weight().call()) : this.transform.weight();
		}

		@Override
		public boolean isCacheable() {
			return this.function.isSmall();
		}

		@Override
		public boolean isWarm() {
			return this.transform.warm().get() && this.function.isWarm();
		}

		/**
		 * Runs the function.
		 * @param value a value of the kind that it takes, within the limit
		 * @param limit the maximum size of the result
		 * @return the result, within the limit
		 * @throws TransformException if the function fails or its result exceeds the
		 * limit
		 */
		Value run(Value value, SizeLimit limit) {
			Value result;
			try {
				result = this.function.apply(value, limit);
			}
			catch (TransformException ex) {
				throw ex;
			}
			catch (RuntimeException | Error ex) {
				// an Error too: a transform that exhausts the stack or the heap must not
				// end its connection or the server
				throw new TransformFailedException(this.transform.name(), ex);
			}
			limit.check(result);
			return result;
		}

	}

	/**
	 * A step that waits for something outside of the process.
	 *
	 * @param transform its transform
	 * @param function the function
	 */
	record WaitingStep(Transform transform, WaitingFunction function) implements CompiledStep {

		@Override
		public boolean waits() {
			return true;
		}

		// never on an event loop
		@Override
		public boolean isWarm() {
			return false;
		}

		/**
		 * Calls the function, and waits for its result.
		 * @param value a value of the kind that it takes, within the limit
		 * @param call the limits of the call
		 * @return the result, within the limit
		 * @throws TransformException if the function fails or its result exceeds the
		 * limit
		 */
		Value run(Value value, WaitingCall call) {
			Value result;
			try {
				result = this.transform.gives().convert(this.function.apply(value, call));
			}
			catch (TransformException ex) {
				throw ex;
			}
			catch (RuntimeException | Error ex) {
				throw new TransformFailedException(this.transform.name(), ex);
			}
			call.limit().check(result);
			return result;
		}

	}

	/**
	 * A step that runs a recipe in brackets on parts of a text.
	 *
	 * @param transform its transform
	 * @param splitter finds the parts
	 * @param part what a part is called in errors, or null if the part is the whole text
	 * @param keepsRefused whether a part that the recipe refuses is kept as it is
	 * @param brackets the recipe
	 */
	record BracketStep(Transform transform, Splitter splitter, @Nullable String part, boolean keepsRefused,
			CompiledRecipe brackets) implements CompiledStep {

		@Override
		public Weight weight() {
			return new Weight(this.splitter.weight(), this.splitter.weight(), 0);
		}

		@Override
		public boolean isWarm() {
			return transform().warm().get() && this.brackets.isWarm();
		}

		@Override
		public boolean waits() {
			return this.brackets.waits();
		}

		@Override
		public int size() {
			return 1 + this.brackets.size();
		}

		@Override
		public boolean isCacheable() {
			return this.splitter.isSmall() && this.brackets.isCacheable();
		}

	}

	/**
	 * Compiles the steps of a transform.
	 */
	@FunctionalInterface
	interface Compiler {

		/**
		 * Compiles a step of a recipe.
		 * @param transform its transform
		 * @param arguments its arguments, percent-decoded
		 * @param brackets the recipe in brackets, or null if there is none
		 * @return one step, or the steps of the recipe that the transform stands for
		 * @throws BadArgumentException if the arguments are invalid, or a recipe in
		 * brackets is missing or not possible
		 */
		Stream<CompiledStep> compile(Transform transform, List<String> arguments, @Nullable CompiledRecipe brackets);

	}

}
