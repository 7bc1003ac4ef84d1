// The value: a text, written, pasted, from a file, or one of the poems; or the bytes of a file. A field lays out all of its
// text at every change, so a long one is kept aside, and the field shows where it begins. So are bytes, and the line ends of
// a file, which a field would change.

import { announce } from './announcement.js';
import * as counts from './counts.js';
import { beginning, say } from './dom.js';
import { read, takeDropped } from './files.js';
import { bytesPerLine, hexdump } from './hexdump.js';
import { hiddenIn } from './signs.js';

const MOST_IN_FIELD = 100_000;

// at every key, the whole line is laid out, which takes the longer the more bytes its characters have
const MOST_BYTES_IN_LINE = 50_000;

const SHOWN_OF_MORE = { characters: 2_000, bytes: 4_096 };

const LINE_ENDS_WORD = 'The file has other line breaks than a text here (CR). They are kept until the text is edited.';

const field = document.getElementById('text');
const another = document.getElementById('another-text');
const section = document.getElementById('text-section');
const chooser = document.getElementById('file');

let aside;
let fileName;
let counting = new AbortController();
let limit = Infinity;
let listener;
let hasEdits = false;

// why there is no other value
let refusal;

/**
 * @param on changed(): the value is another one, by typing; replaced(word, before): it was replaced by another one, by what
 * word says; pasted(): it may be one of which the writer does not know what it is
 */
export function listen(on) {
	listener = on;
	field.addEventListener('input', () => {
		aside = undefined;
		fileName = undefined;
		refusal = undefined;
		hasEdits = true;
		sayNotice();
		showCounts();
		on.changed();
	});
	field.addEventListener('paste', (event) => {
		take(event, event.clipboardData);
		setTimeout(on.pasted);
	});
	field.addEventListener('drop', (event) => take(event, event.dataTransfer));
	another.addEventListener('click', () => {
		replace('', 'text cleared');
		field.focus();
	});
	document.getElementById('open-file').addEventListener('click', () => chooser.click());
	chooser.addEventListener('change', () => {
		open(chooser.files[0]);
		chooser.value = '';
	});
	takeDropped(section, open);
}

/**
 * Sets the most bytes that the server takes.
 */
export function limitTo(bytes) {
	limit = bytes;
}

/**
 * The value. A text is well-formed: half a surrogate pair, which UTF-8 cannot say, is a U+FFFD.
 */
export function get() {
	const value = aside ?? field.value;
	return (typeof value === 'string') ? value.toWellFormed() : value;
}

/**
 * The value, and the name of the file that it was read from, undefined where there is none.
 */
export function state() {
	return { value: get(), fileName };
}

/**
 * Replaces the value as the user wanted it, so that it can be undone.
 */
export function replace(value, word, name) {
	const before = state();
	set(value, name);
	listener.replaced(word, before);
}

export function set(value, name) {
	fileName = name;
	const isText = typeof value === 'string';
	const isLong = isText && isTooLongForField(value);
	aside = (!isText || isLong || value.includes('\r')) ? value : undefined;
	field.value = !isText ? hexdump(value.subarray(0, SHOWN_OF_MORE.bytes), 0, bytesPerLine(section)) : isLong ? beginning(value, SHOWN_OF_MORE.characters) : value;
	field.readOnly = !isText || isLong;
	field.classList.toggle('dump', !isText);
	hasEdits = false;
	refusal = undefined;
	another.hidden = !field.readOnly;
	sayNotice();
	showCounts();
}

/**
 * Whether the field has something to undo by itself.
 */
export function hasOwnEdits() {
	return hasEdits;
}

/**
 * Selects what is wrong, in a text that is in the field.
 */
export function select({ start, end }) {
	field.focus();
	field.setSelectionRange(start, end);
	// a field does not scroll to what a script selects
	const line = field.value.slice(0, start).split('\n').length - 1;
	const { lineHeight } = getComputedStyle(field);
	field.scrollTop = Math.max(0, (line - 3) * parseFloat(lineHeight));
}

/**
 * Whether the field has the whole value, and as it is.
 */
export function isInField() {
	return aside === undefined;
}

/**
 * Shows what is wrong with the value itself.
 */
export function fail(reason) {
	field.setAttribute('aria-invalid', Boolean(reason));
	say(document.getElementById('text-failure'), reason ?? refusal);
}

/**
 * Says why there is no other value, for as long as the value stays the same.
 */
export function refuse(sentence) {
	refusal = sentence;
	say(document.getElementById('text-failure'), sentence);
	announce(sentence);
}

/**
 * Shows characters that are read by machines in a font in which each can be told.
 */
export function showAsCode(isCode) {
	field.classList.toggle('code', isCode);
}

/**
 * What is wrong with the value's size; undefined where it is fine.
 */
export function tooLarge(size = sizeOf(get())) {
	return (size > limit) ? `${counts.counted(size, 'byte')} are more than this server takes, which is ${counts.counted(limit, 'byte')}` : undefined;
}

function sizeOf(value) {
	return (typeof value === 'string') ? counts.bytes(value) : value.length;
}

// a long text is no sooner in the field than it is aside
function take(event, data) {
	const taken = data?.getData('text/plain') ?? '';
	const value = field.value.slice(0, field.selectionStart) + taken.replace(/\r\n?/g, '\n') + field.value.slice(field.selectionEnd);
	if (!field.readOnly && isTooLongForField(value)) {
		event.preventDefault();
		replace(value, 'text pasted');
	}
}

function isTooLongForField(text) {
	return text.length > MOST_IN_FIELD || text.split('\n').some((line) => counts.bytes(line) > MOST_BYTES_IN_LINE);
}

async function open(file) {
	const wrong = tooLarge(file.size);
	if (wrong) {
		refuse(`${file.name} is not opened: ${wrong}.`);
		return;
	}
	try {
		replace(await read(file), `${file.name} opened`, file.name);
		listener.pasted();
	}
	catch {
		refuse(`${file.name} cannot be read.`);
	}
}

function sayNotice() {
	const value = aside ?? field.value;
	const isText = typeof value === 'string';
	say(document.getElementById('text-notice'), !isText ? `The value is bytes. ${(value.length > SHOWN_OF_MORE.bytes) ? 'Only the beginning is' : 'They are'} shown as a hex dump.`
			: field.readOnly ? 'The text is too long to edit here. Only the beginning is shown.'
			: (aside !== undefined) ? LINE_ENDS_WORD : undefined);
}

async function showCounts() {
	counting.abort();
	counting = new AbortController();
	const { signal } = counting;
	const where = document.getElementById('text-counts');
	const value = get();
	if (typeof value !== 'string') {
		counts.showBytes(where, value);
		return;
	}
	await counts.show(where, value, signal);
	const hidden = (value.length <= MOST_IN_FIELD && !signal.aborted) ? hiddenIn(value) : undefined;
	if (hidden) {
		where.textContent += ` · ${hidden}`;
	}
}
