// The recipe in the brackets of a step, as one text. It is edited almost as it is written in a URL: what has a meaning in a
// recipe stays percent-encoded in an argument, and all else is shown as it is.

const SYNTAX = ',:=()%';

// they end a line, cannot be seen, or change the order of what is beside them
const INVISIBLE = /[\p{C}\p{Zl}\p{Zp}]/u;

/**
 * Writes what was edited so that it may stand in a URL, in a shell's single quotes, and in front of the dot that ends a
 * recipe in a netstring.
 */
export function encode(edited) {
	return edited.toWellFormed().replace(/[^\w,:=()%-]/gu, percentEncoded);
}

/**
 * Reads a written recipe as it is edited. Encoding it again gives the same recipe.
 */
export function decode(written) {
	return written.replace(/(?:%[0-9A-Fa-f]{2})+/g, (escapes) => {
		try {
			return [...decodeURIComponent(escapes)].map(shown).join('');
		}
		catch {
			return escapes;
		}
	});
}

function shown(character) {
	return (SYNTAX.includes(character) || INVISIBLE.test(character)) ? percentEncoded(character) : character;
}

/**
 * Percent-encodes a character. encodeURIComponent alone leaves some as they are.
 */
export function percentEncoded(character) {
	const encoded = encodeURIComponent(character);
	return (encoded === character) ? `%${character.charCodeAt().toString(16).toUpperCase()}` : encoded;
}

/**
 * The index of the bracket that closes the one at an index; -1 where none does.
 */
export function closing(text, opening) {
	let level = 0;
	for (let i = opening; i < text.length; i++) {
		level += { '(': 1, ')': -1 }[text[i]] ?? 0;
		if (level === 0) {
			return i;
		}
	}
	return -1;
}

/**
 * The number of steps, those in further brackets included.
 */
export function size(edited) {
	return edited ? 1 + (edited.match(/[,(]/g) ?? []).length : 0;
}

/**
 * What would make the server read another recipe than the one that was edited; nothing where it is fine. All else that may
 * be wrong, the server says.
 */
export function complaint(edited) {
	const open = [];
	for (const [i, character] of [...edited].entries()) {
		if (character === ')' && open.pop() === undefined) {
			return `in the recipe in brackets, the closing bracket at character ${i + 1} has no opening one`;
		}
		if (character === '(') {
			open.push(i + 1);
		}
	}
	if (open.length > 0) {
		return `in the recipe in brackets, the bracket at character ${open.at(-1)} is not closed`;
	}
	return /%(?![0-9A-Fa-f]{2})/.test(edited) ? 'in the recipe in brackets, a ‘%’ is not followed by two hexadecimal digits'
			: undefined;
}
