package dev.couplet.transform;

/**
 * A text as its only part.
 */
final class WholeText extends Parts {

	private final String text;

	private boolean done;

	WholeText(String text) {
		this.text = text;
	}

	@Override
	public boolean next() {
		boolean first = !this.done;
		this.done = true;
		return first && found(0, this.text.length());
	}

}
