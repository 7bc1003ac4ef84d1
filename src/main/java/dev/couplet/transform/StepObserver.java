package dev.couplet.transform;

import org.jspecify.annotations.Nullable;

/**
 * Is told which step of a recipe runs, for traces. A step with a recipe in brackets is
 * one step. Called by one thread at a time.
 */
public interface StepObserver {

	/**
	 * An observer that does nothing.
	 */
	StepObserver NONE = new StepObserver() {

		@Override
		public void started(String transform) {
		}

		@Override
		public void ended(@Nullable TransformException error) {
		}

	};

	/**
	 * A step starts.
	 * @param transform the name of its transform
	 */
	void started(String transform);

	/**
	 * The step that started last has ended.
	 * @param error the error, or null on success
	 */
	void ended(@Nullable TransformException error);

}
