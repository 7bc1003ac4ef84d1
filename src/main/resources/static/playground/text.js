// The text: written, pasted, or one of the poems. A field lays out all of its text at every change, so a long one is kept
// aside, and the field shows where it begins.

import * as counts from './counts.js';
import { beginning, say } from './dom.js';

const MOST_IN_FIELD = 100_000;

const SHOWN_OF_MORE = 2_000;

const field = document.getElementById('text');
const another = document.getElementById('another-text');

let aside;
let counting = new AbortController();

/**
 * @param changed is called whenever the text is another one
 */
export function listen(changed) {
	const count = () => {
		showCounts();
		changed();
	};
	const take = (event, data) => {
		const taken = data?.getData('text/plain') ?? '';
		if (field.value.length + taken.length > MOST_IN_FIELD && !field.readOnly) {
			event.preventDefault();
			const [start, end] = [field.selectionStart, field.selectionEnd];
			set(field.value.slice(0, start) + taken.replace(/\r\n?/g, '\n') + field.value.slice(end));
			changed();
		}
	};
	field.addEventListener('input', count);
	field.addEventListener('paste', (event) => take(event, event.clipboardData));
	field.addEventListener('drop', (event) => take(event, event.dataTransfer));
	another.addEventListener('click', () => {
		set('');
		field.focus();
		changed();
	});
}

/**
 * The text, well-formed: half a surrogate pair, which UTF-8 cannot say, is a U+FFFD.
 */
export function get() {
	return (aside ?? field.value).toWellFormed();
}

export function set(text) {
	const long = text.length > MOST_IN_FIELD;
	aside = long ? text : undefined;
	field.value = long ? beginning(text, SHOWN_OF_MORE) : text;
	field.readOnly = long;
	another.hidden = !long;
	say(document.getElementById('text-notice'), long ? 'The text is too long to edit here. Only the beginning is shown.' : undefined);
	showCounts();
}

/**
 * Shows what is wrong with the text itself.
 */
export function fail(reason) {
	field.setAttribute('aria-invalid', Boolean(reason));
	say(document.getElementById('text-failure'), reason);
}

async function showCounts() {
	counting.abort();
	counting = new AbortController();
	await counts.show(document.getElementById('text-counts'), get(), counting.signal);
}
