// Shows characters that cannot be seen, or only by their effect. The characters stay where they are, so what is copied is
// the text itself: the sign in front of each is made by the stylesheet.

import { element } from './dom.js';

// each is an element, and takes as long to lay out as a line of text
const MOST_SIGNS = 500;

const NAMES = { 0x09: '→', 0x0d: 'CR', 0x1b: 'ESC', 0x7f: 'DEL', 0xa0: 'NBSP', 0xad: 'SHY', 0x200b: 'ZWSP', 0x200c: 'ZWNJ', 0x200d: 'ZWJ',
	0x200e: 'LRM', 0x200f: 'RLM', 0x2028: 'LS', 0x2029: 'PS', 0x202a: 'LRE', 0x202b: 'RLE', 0x202c: 'PDF', 0x202d: 'LRO', 0x202e: 'RLO',
	0x2060: 'WJ', 0xfeff: 'BOM' };

// a joiner within an emoji, or between letters that it joins, belongs to them
const HIDDEN = /(?<![\p{Extended_Pictographic}\p{M}\p{Emoji_Modifier}\ufe0f]|(?!\p{Script=Latin})\p{L})[\u200c\u200d]|[^\P{C}\n\u200c\u200d]|[\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu;

// spaces at the end of a line can be seen no more than those
const SHOWN = new RegExp(`${HIDDEN.source}| (?= {0,80}\\r?\\n)`, 'gu');

const SHOWN_AT_END = new RegExp(`${SHOWN.source}| (?= {0,80}$)`, 'gu');

/**
 * Fills an element with a text.
 * @param mark where in the text something is wrong, {start, end}, if it is known
 * @param most how many signs there are at most in a part
 * @returns the element of the mark, if any
 */
export function fill(where, text, mark, most = MOST_SIGNS) {
	const { start, end } = mark ?? {};
	const marked = mark && element('mark', {}, ...pieces(text.slice(start, end), SHOWN, most));
	const parts = marked ? [...pieces(text.slice(0, start), SHOWN, most), marked, ...pieces(text.slice(end), SHOWN_AT_END, most)]
			: pieces(text, SHOWN_AT_END, most);
	// most texts are one piece, for which the element's own text node is reused
	if (parts.length === 1 && typeof parts[0] === 'string') {
		where.textContent = parts[0];
	}
	else {
		where.replaceChildren(...parts);
	}
	return marked;
}

function pieces(text, shown, most) {
	const found = [];
	let from = 0;
	let signs = 0;
	for (const { 0: character, index } of text.matchAll(shown)) {
		if (++signs > most) {
			break;
		}
		found.push(text.slice(from, index), element('span', { class: 'sign', 'data-sign': signOf(character) }, character));
		from = index + character.length;
	}
	found.push(text.slice(from));
	return found.filter((piece) => piece !== '');
}

function signOf(character) {
	const code = character.codePointAt();
	return (character === ' ') ? '·'
			: NAMES[code] ?? ((code < 0x20) ? String.fromCodePoint(0x2400 + code) : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`);
}

/**
 * Says which characters of a text cannot be seen, such as ‘2 hidden characters: NBSP, ZWSP’; undefined where there are none.
 * Tabs are not among them.
 */
export function hiddenIn(text) {
	const hidden = (text.match(HIDDEN) ?? []).filter((character) => character !== '\t' && character !== '\u3000');
	const names = [...new Set(hidden.map(signOf))];
	const shown = names.length > 5 ? [...names.slice(0, 5), '…'] : names;
	return (hidden.length > 0) ? `${hidden.length.toLocaleString('en')} hidden character${hidden.length === 1 ? '' : 's'}: ${shown.join(', ')}` : undefined;
}
