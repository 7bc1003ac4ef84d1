// The result, or why there is none. A text is shown as it is, bytes as a hex dump.

import { copies } from './copying.js';
import * as counts from './counts.js';
import { beginning, say } from './dom.js';
import { downloads } from './downloading.js';
import { hexdump } from './hexdump.js';

const MOST_SHOWN = { characters: 20_000, bytes: 65_536 };

const heading = document.getElementById('result-heading');
const about = document.getElementById('result-about');
const pane = document.getElementById('result');
const numbers = document.getElementById('result-counts');
const notice = document.getElementById('result-notice');
const failure = document.getElementById('failure');
const copy = document.getElementById('copy-result');
const download = document.getElementById('download-result');

let shown = { text: '' };
let counting = new AbortController();

copies(copy, () => (shown.bytes) ? hexdump(shown.bytes) : shown.text);
downloads(download, 'result.bin', () => shown.bytes);

/**
 * Shows a result.
 * @param made {text} or {bytes}, and the round-trip time in milliseconds, if any
 * @param title what it is the result of, and a description of that, if any
 */
export function show(made, title = 'Result', description) {
	begin(title, description);
	shown = made;
	pane.hidden = false;
	pane.classList.toggle('dump', isBytes(made));
	copy.hidden = false;
	download.hidden = !isBytes(made);
	const time = (made.milliseconds === undefined) ? [] : [`${taken(made.milliseconds)} round trip`];
	if (isBytes(made)) {
		showBytes(made.bytes, time);
	}
	else {
		showText(made.text, time);
	}
}

function isBytes({ bytes }) {
	return bytes !== undefined;
}

function showText(text, time) {
	pane.textContent = beginning(text, MOST_SHOWN.characters);
	say(notice, (text.length > MOST_SHOWN.characters) ? 'Only the beginning is shown. Copy copies everything.' : undefined);
	counts.show(numbers, text, counting.signal, time);
}

function showBytes(bytes, time) {
	const most = MOST_SHOWN.bytes;
	pane.textContent = hexdump(bytes.subarray(0, most));
	say(notice, (bytes.length > most)
			? `Only the first ${counts.counted(most, 'byte')} are shown. Copy copies the hex dump of all, Download saves them.`
			: 'The bytes are shown as a hex dump, which Copy copies. Download saves them.');
	counts.showBytes(numbers, bytes, time);
}

/**
 * Shows why there is no result.
 */
export function fail(reason, title = 'Result', description) {
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

function begin(title, description) {
	counting.abort();
	counting = new AbortController();
	heading.textContent = title;
	say(about, description);
	say(failure);
	busy(false);
}

function taken(milliseconds) {
	return (milliseconds < 1) ? 'less than 1 ms' : `${Math.round(milliseconds).toLocaleString('en')} ms`;
}
