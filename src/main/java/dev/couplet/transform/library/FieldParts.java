package dev.couplet.transform.library;

import dev.couplet.transform.Parts;

/**
 * Some of the fields of each line of a text.
 */
final class FieldParts extends Parts {

	private final String text;

	private final FieldList fields;

	private final String delimiter;

	private final LineParts lines;

	private int line;

	private int number;

	FieldParts(String text, FieldList fields, String delimiter) {
		this.text = text;
		this.fields = fields;
		this.delimiter = delimiter;
		this.lines = new LineParts(text);
	}

	@Override
	public boolean next() {
		boolean more = nextField();
		while (more && !this.fields.contains(this.number)) {
			more = nextField();
		}
		return more;
	}

	@Override
	protected String place(String name, int count) {
		return "line " + this.line + ", " + name + " " + this.number;
	}

	private boolean nextField() {
		// the number is 0 before the first line
		if (this.number > 0 && end() < this.lines.end()) {
			this.number++;
			return field(end() + this.delimiter.length());
		}
		this.line++;
		this.number = 1;
		return this.lines.next() && field(this.lines.start());
	}

	private boolean field(int start) {
		int delimiterAt = this.text.indexOf(this.delimiter, start, this.lines.end());
		return found(start, (delimiterAt >= 0) ? delimiterAt : this.lines.end());
	}

}
