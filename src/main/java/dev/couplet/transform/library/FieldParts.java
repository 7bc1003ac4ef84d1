package dev.couplet.transform.library;

import dev.couplet.transform.Parts;

/**
 * Some of the fields of each line of a text.
 */
final class FieldParts implements Parts {

	private final String text;

	private final FieldList fields;

	private final String delimiter;

	private final LineParts lines;

	private int number;

	private int start;

	private int end;

	private boolean inLine;

	FieldParts(String text, FieldList fields, String delimiter) {
		this.text = text;
		this.fields = fields;
		this.delimiter = delimiter;
		this.lines = new LineParts(text);
	}

	@Override
	public boolean next() {
		boolean found = nextField();
		while (found && !this.fields.contains(this.number)) {
			found = nextField();
		}
		return found;
	}

	private boolean nextField() {
		if (this.inLine && this.end < this.lines.end()) {
			this.number++;
			this.start = this.end + this.delimiter.length();
		}
		else if (this.lines.next()) {
			this.inLine = true;
			this.number = 1;
			this.start = this.lines.start();
		}
		else {
			return false;
		}
		int found = this.text.indexOf(this.delimiter, this.start, this.lines.end());
		this.end = (found >= 0) ? found : this.lines.end();
		return true;
	}

	@Override
	public int start() {
		return this.start;
	}

	@Override
	public int end() {
		return this.end;
	}

}
