package dev.couplet.transform;

/**
 * A text as its only part.
 */
final class WholeText implements Parts {

	private final String text;

	private boolean found;

	WholeText(String text) {
		this.text = text;
	}

	@Override
	public boolean next() {
		boolean first = !this.found;
		this.found = true;
		return first;
	}

	@Override
	public int start() {
		return 0;
	}

	@Override
	public int end() {
		return this.text.length();
	}

}
