package dev.couplet;

import java.util.function.Consumer;

import dev.couplet.client.command.LocalRecipe;
import dev.couplet.client.command.LocalRefusalException;
import dev.couplet.transform.CompiledRecipe;
import dev.couplet.transform.MemoryReservation;
import dev.couplet.transform.StepObserver;
import dev.couplet.transform.TransformException;
import dev.couplet.transform.TransformService;
import dev.couplet.transform.Transformation;
import dev.couplet.transform.Value;
import dev.couplet.transform.ValueTooLargeException;
import org.jspecify.annotations.Nullable;

/**
 * A recipe of built-in transforms. All steps run on the calling thread.
 */
final class CompiledLocalRecipe implements LocalRecipe {

	private final TransformService service;

	private final CompiledRecipe recipe;

	CompiledLocalRecipe(TransformService service, CompiledRecipe recipe) {
		this.service = service;
		this.recipe = recipe;
	}

	@Override
	public byte[] apply(byte[] value, Consumer<String> stepStarted) throws LocalRefusalException {
		try (MemoryReservation reservation = this.service.newReservation()) {
			Transformation transformation = this.service.begin(this.recipe, Value.of(value),
					this.service.newBudget(reservation), observer(stepStarted), (_) -> {
					});
			boolean more = true;
			while (more) {
				more = transformation.runSlice();
			}
			return transformation.result().bytes();
		}
		catch (ValueTooLargeException ex) {
			throw new LocalRefusalException(ex.getMessage() + "; --max-size sets the limit", ex);
		}
		catch (TransformException ex) {
			throw new LocalRefusalException(ex.getMessage(), ex);
		}
	}

	private static StepObserver observer(Consumer<String> stepStarted) {
		return new StepObserver() {

			@Override
			public void started(String transform) {
				stepStarted.accept(transform);
			}

			@Override
			public void ended(@Nullable TransformException error) {
				// the next step starts, or the recipe has ended
			}

		};
	}

}
