package dev.couplet.transform;

import dev.couplet.transform.CompiledStep.BracketStep;
import org.jspecify.annotations.Nullable;

/**
 * The state of a step that runs a recipe in brackets on the parts of a text.
 */
final class BracketRun {

	private final BracketStep step;

	private final RecipeRun owner;

	private final SizeLimit limit;

	private final String text;

	private final Parts parts;

	private final StringBuilder result = new StringBuilder();

	private long size;

	private int end;

	private int number;

	/**
	 * Creates the state.
	 * @param step the step
	 * @param owner the recipe that the step belongs to, whose value is the text
	 * @param limit the maximum size of the result
	 */
	BracketRun(BracketStep step, RecipeRun owner, SizeLimit limit) {
		this.step = step;
		this.owner = owner;
		this.limit = limit;
		this.text = owner.value().text();
		try {
			this.parts = step.splitter().split(this.text);
		}
		catch (ValueRefusedException ex) {
			throw ex.at(owner.place());
		}
		catch (RuntimeException | Error ex) {
			throw new TransformFailedException(step.transform().name(), ex);
		}
	}

	RecipeRun owner() {
		return this.owner;
	}

	boolean keepsRefused() {
		return this.step.keepsRefused();
	}

	/**
	 * Starts the recipe on the next part.
	 * @return its state, or null if there is no part left
	 * @throws ValueTooLargeException if the result exceeds the limit
	 */
	@Nullable RecipeRun next() {
		boolean found = find();
		append(this.text, this.end, found ? this.parts.start() : this.text.length());
		if (!found) {
			return null;
		}
		this.end = this.parts.end();
		this.number++;
		String part = this.text.substring(this.parts.start(), this.end);
		return new RecipeRun(this.step.brackets(), new TextValue(part, this.owner.isAscii()), this);
	}

	private boolean find() {
		try {
			return this.parts.next();
		}
		catch (ValueRefusedException ex) {
			throw ex.at(this.owner.place());
		}
		catch (RuntimeException | Error ex) {
			throw new TransformFailedException(this.step.transform().name(), ex);
		}
	}

	/**
	 * Adds the result of a part.
	 * @param value the result
	 * @throws ValueRefusedException if it is not a text
	 * @throws ValueTooLargeException if the result exceeds the limit
	 */
	void add(Value value) {
		String piece;
		try {
			piece = value.text();
		}
		catch (MalformedTextException ex) {
			throw new ValueRefusedException(
					"%s%s, gives a text, and the result of its recipe is not %s; add base64-encode to it"
						.formatted(this.owner.place(), part(), ex.encoding()));
		}
		append(piece, 0, piece.length());
	}

	/**
	 * Keeps the current part as it is.
	 * @throws ValueTooLargeException if the result exceeds the limit
	 */
	void keep() {
		append(this.text, this.parts.start(), this.end);
	}

	private void append(String from, int start, int end) {
		if (end > start) {
			this.size += Utf8.size(from, start, end);
			if (this.size > this.limit.bytes()) {
				throw new ValueTooLargeException(this.limit.bytes()).at(this.owner.place());
			}
			this.result.append(from, start, end);
		}
	}

	Value result() {
		return Value.of(this.result.toString());
	}

	/**
	 * Returns the place of the current part, for errors.
	 * @return such as {@code , line 3}
	 */
	String part() {
		String name = this.step.part();
		return (name != null) ? ", " + this.parts.place(name, this.number) : "";
	}

	/**
	 * Returns how much memory the step takes, with all those around it.
	 * @return UTF-16 code units
	 */
	long length() {
		BracketRun surrounding = this.owner.surrounding();
		long outside = (surrounding != null) ? surrounding.length() : 0;
		return outside + this.text.length() + this.result.length();
	}

}
