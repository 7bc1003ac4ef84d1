// Where in a value something is wrong, from the words of a problem, which all name a position in the same way.

const POSITION = /\b(?:at|see|from) (?:its )?(?:(character|byte) (\d+)|line (\d+)(?:, column (\d+))?)/;

const PART = /^line (\d+): /;

/**
 * Finds the position that a reason names.
 * @param reason what is wrong with a step, without its number; it can begin with the line that a step in brackets had
 * @param value what the step takes, a text or bytes
 * @param isFirst whether the step takes a part of the value as it is
 * @returns {start, end} in units of the value; undefined where none is named, or it cannot be told
 */
export function locate(reason, value, isFirst = true) {
	const [part, line] = PART.exec(reason) ?? [];
	if (part === undefined) {
		return isFirst ? position(POSITION.exec(reason), value) : undefined;
	}
	if (typeof value !== 'string') {
		return undefined;
	}
	const whole = lineAt(value, Number(line));
	const within = isFirst && whole && position(POSITION.exec(reason.slice(part.length)), value.slice(whole.start, whole.end));
	return within ? { start: whole.start + within.start, end: whole.start + within.end } : whole;
}

function position(found, value) {
	const [, unit, count, line, column] = found ?? [];
	if (unit === 'byte') {
		return (typeof value !== 'string') ? inBounds(Number(count) - 1, value) : undefined;
	}
	if (typeof value !== 'string') {
		return undefined;
	}
	if (unit === 'character') {
		return characterAt(value, 0, Number(count));
	}
	const whole = (line !== undefined) ? lineAt(value, Number(line)) : undefined;
	return (whole && column !== undefined) ? characterAt(value, whole.start, Number(column)) : whole;
}

function inBounds(index, { length }) {
	return (index < length) ? { start: index, end: index + 1 } : undefined;
}

// characters are code points here
function characterAt(text, from, count) {
	let start = from;
	for (let i = 1; i < count && start < text.length; i++) {
		start += lengthAt(text, start);
	}
	// after the end, it is the end that is wrong
	return (start < text.length) ? { start, end: start + lengthAt(text, start) } : { start: text.length, end: text.length };
}

function lengthAt(text, index) {
	return (text.codePointAt(index) > 0xffff) ? 2 : 1;
}

function lineAt(text, number) {
	let start = 0;
	for (let i = 1; i < number; i++) {
		const end = text.indexOf('\n', start);
		if (end < 0) {
			return undefined;
		}
		start = end + 1;
	}
	const end = text.indexOf('\n', start);
	return { start, end: (end < 0) ? text.length : end };
}
