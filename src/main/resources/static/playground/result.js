// The result, or why there is none. A text is shown as it is, bytes as a hex dump.

import { copies } from './copying.js';
import * as counts from './counts.js';
import { beginning, say, scrollWithin } from './dom.js';
import { downloads } from './downloading.js';
import { bytesPerLine, digitsAt, hexdump } from './hexdump.js';
import { fill } from './signs.js';

const MOST_SHOWN = { characters: 10_000, bytes: 32_768 };

// around the place of an error
const CONTEXT = 2_000;

const BYTES_OF_CONTEXT = 128;

const heading = document.getElementById('result-heading');
const about = document.getElementById('result-about');
const panes = document.getElementById('panes');
const pane = document.getElementById('result');
const numbers = document.getElementById('result-counts');
const notice = document.getElementById('result-notice');
const failure = document.getElementById('failure');
const copy = document.getElementById('copy-result');
const download = document.getElementById('download-result');

let shown = { text: '' };
let counting = new AbortController();

copies(copy, () => (shown.bytes) ? hexdump(shown.bytes) : shown.text);
downloads(download, () => (shown.bytes) ? { name: 'result.bin', content: shown.bytes } : { name: 'result.txt', content: shown.text });

/**
 * Shows a result.
 * @param made {text} or {bytes}, and the round-trip time in milliseconds, if any
 * @param title what it is the result of, where it is shown for a moment instead of that of the recipe
 * @param description what is said about that, if anything
 * @param isCode whether it is read by machines
 */
export function show(made, { title, description, isCode = false } = {}) {
	begin(title, description);
	shown = made;
	present(made, isCode);
	copy.hidden = false;
	download.hidden = false;
	const time = (made.milliseconds === undefined) ? [] : [`${taken(made.milliseconds)} round trip`];
	if (made.bytes) {
		const most = MOST_SHOWN.bytes;
		pane.textContent = hexdump(made.bytes.subarray(0, most), 0, bytesPerLine(panes));
		say(notice, (made.bytes.length > most)
				? `Only the first ${counts.counted(most, 'byte')} are shown. Copy copies the hex dump of all, Download saves them.`
				: 'The bytes are shown as a hex dump, which Copy copies. Download saves them.');
		counts.showBytes(numbers, made.bytes, time);
	}
	else {
		fill(pane, beginning(made.text, MOST_SHOWN.characters));
		say(notice, (made.text.length > MOST_SHOWN.characters) ? 'Only the beginning is shown. Copy copies everything.' : undefined);
		counts.show(numbers, made.text, counting.signal, time);
	}
}

/**
 * Shows why there is no result.
 */
export function fail(reason, { title, description } = {}) {
	begin(title, description);
	shown = { text: '' };
	pane.textContent = '';
	pane.hidden = true;
	copy.hidden = true;
	download.hidden = true;
	numbers.textContent = '';
	say(notice);
	say(failure, reason);
}

/**
 * Shows what a step takes, with what is wrong with it marked, below the reason.
 * @param value a text or bytes
 * @param mark {start, end} in it
 */
export function showCause(title, value, mark) {
	entitle(title);
	if (typeof value === 'string') {
		present({ text: value }, false);
		const from = Math.max(0, mark.start - CONTEXT);
		// an end has nothing that could be marked, so the mark is a space there
		const text = `${value.slice(from, mark.end + CONTEXT)}${(mark.start === mark.end) ? ' ' : ''}`;
		scrollWithin(pane, fill(pane, text, { start: mark.start - from, end: Math.max(mark.end, mark.start + 1) - from }));
	}
	else {
		present({ bytes: value }, false);
		const from = Math.max(0, mark.start - mark.start % 16 - BYTES_OF_CONTEXT);
		const perLine = bytesPerLine(panes);
		const dump = hexdump(value.subarray(from, mark.start + BYTES_OF_CONTEXT), from, perLine);
		const digits = digitsAt(dump, mark.start - from, perLine);
		scrollWithin(pane, fill(pane, dump, { start: digits, end: digits + 2 }));
	}
}

/**
 * Says something beside a result that is not the newest any more.
 */
export function remark(sentence) {
	say(failure, sentence);
}

/**
 * Whether a newer result is on its way.
 */
export function busy(waiting) {
	pane.setAttribute('aria-busy', waiting);
}

function present({ bytes }, isCode) {
	pane.hidden = false;
	pane.classList.toggle('dump', bytes !== undefined);
	pane.classList.toggle('code', isCode);
}

function begin(title, description) {
	counting.abort();
	counting = new AbortController();
	entitle(title ?? 'Result', title !== undefined);
	say(about, description);
	// all of it, where there is no room
	about.title = description ?? '';
	say(failure);
	busy(false);
}

// all of it can be read where there is no room
function entitle(title, isPassing = false) {
	heading.textContent = title;
	heading.title = title;
	heading.classList.toggle('passing', isPassing);
}

function taken(milliseconds) {
	return (milliseconds < 1) ? 'less than 1 ms' : `${Math.round(milliseconds).toLocaleString('en')} ms`;
}
