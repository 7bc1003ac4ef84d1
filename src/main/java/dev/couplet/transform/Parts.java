package dev.couplet.transform;

/**
 * The parts of a text that a recipe in brackets runs on. They are found one after the
 * other, from left to right, and do not overlap. What is between them is kept. Used by
 * one thread at a time.
 */
public abstract class Parts {

	private int start;

	private int end;

	/**
	 * Finds the next part, and calls {@link #found} with it.
	 * @return false if there is none left
	 * @throws ValueRefusedException if the text cannot be split
	 */
	public abstract boolean next();

	/**
	 * Sets the part that was found.
	 * @param start the index of its first UTF-16 code unit, at least the end of the part
	 * before
	 * @param end the index after its last UTF-16 code unit, at least its start
	 * @return true
	 */
	protected final boolean found(int start, int end) {
		this.start = start;
		this.end = end;
		return true;
	}

	/**
	 * Returns the place of the part, for errors.
	 * @param name what a part is called, such as {@code line}
	 * @param number the number of the part, from 1
	 * @return the place
	 */
	protected String place(String name, int number) {
		return name + " " + number;
	}

	/**
	 * Returns where the part begins.
	 * @return the index of its first UTF-16 code unit
	 */
	public final int start() {
		return this.start;
	}

	/**
	 * Returns where the part ends.
	 * @return the index after its last UTF-16 code unit
	 */
	public final int end() {
		return this.end;
	}

}
