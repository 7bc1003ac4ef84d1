// The result, or why there is none.

import { copies } from './copying.js';
import * as counts from './counts.js';
import { beginning, say } from './dom.js';

const MOST_SHOWN = 20_000;

const heading = document.getElementById('result-heading');
const about = document.getElementById('result-about');
const pane = document.getElementById('result');
const numbers = document.getElementById('result-counts');
const notice = document.getElementById('result-notice');
const failure = document.getElementById('failure');
const copy = document.getElementById('copy-result');

let shown = '';
let counting = new AbortController();

copies(copy, () => shown);

/**
 * Shows a result.
 * @param title what it is the result of, and a description of that, if any
 */
export function show({ text, milliseconds }, title = 'Result', description) {
	begin(title, description);
	shown = text;
	pane.textContent = beginning(text, MOST_SHOWN);
	pane.hidden = false;
	copy.hidden = false;
	say(notice, (text.length > MOST_SHOWN) ? 'Only the beginning is shown. Copy copies everything.' : undefined);
	const time = (milliseconds === undefined) ? [] : [`${taken(milliseconds)} round trip`];
	counts.show(numbers, text, counting.signal, time);
}

/**
 * Shows why there is no result.
 */
export function fail(reason, title = 'Result', description) {
	begin(title, description);
	shown = '';
	pane.textContent = '';
	pane.hidden = true;
	copy.hidden = true;
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
