// Where in its value a step failed, as the server's messages say it.

const CHARACTER = /\bcharacter (\d+)\b/;

const LINE = /\bat line (\d+)(?:, column (\d+))?/;

const BYTE = /\bat byte (\d+)\b/;

/**
 * Reads the position that a message names.
 * @returns {character}, {line, column} or {byte}, each counted from 1, or undefined. The column may be missing.
 */
export function positionIn(message) {
	const [, line, column] = (LINE.exec(message) ?? []).map(Number);
	const [, character] = CHARACTER.exec(message) ?? [];
	const [, byte] = BYTE.exec(message) ?? [];
	return line ? { line, column: column || undefined }
			: character ? { character: Number(character) }
			: byte ? { byte: Number(byte) } : undefined;
}

/**
 * The part of a text at a position: one character, or a line where there is no column.
 * @returns {start, end}, which are equal at the end of the text or of a line, or undefined where the text has no such
 * position
 */
export function rangeIn(text, { character, line, column, byte }) {
	if (byte) {
		return undefined;
	}
	const start = line ? lineStart(text, line) : 0;
	const from = (start === undefined) ? undefined : advance(text, start, (column ?? character ?? 1) - 1);
	return (from === undefined) ? undefined : { start: from, end: column || character ? characterEnd(text, from) : lineEnd(text, from) };
}

function lineStart(text, number) {
	const ends = /\r\n|\r|\n/g;
	for (let line = 1; line < number; line++) {
		if (!ends.test(text)) {
			return undefined;
		}
	}
	return ends.lastIndex;
}

function lineEnd(text, from) {
	const length = text.slice(from).search(/[\r\n]/);
	return (length < 0) ? text.length : from + length;
}

// the server counts code points
function advance(text, from, characters) {
	let at = from;
	for (let i = 0; i < characters; i++) {
		if (at >= text.length) {
			return undefined;
		}
		at += text.codePointAt(at) > 0xFFFF ? 2 : 1;
	}
	return at;
}

function characterEnd(text, from) {
	return (from < text.length && text[from] !== '\n') ? advance(text, from, 1) : from;
}
