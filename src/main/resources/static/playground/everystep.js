// The results of all steps below each other, instead of the last one alone.

import * as counts from './counts.js';
import { beginning, element, scrollWithin } from './dom.js';
import { BYTES_OF_SHORT_LINE, hexdump } from './hexdump.js';
import { active, giveCode } from './recipe.js';
import { fill } from './signs.js';

const MOST_SHOWN = { characters: 2_000, bytes: 1_024, signs: 100 };

const button = document.getElementById('every-step');
const list = document.getElementById('every-result');
const panes = document.getElementById('panes');

let newest;

/**
 * @param asked is called when the results of all steps are asked for
 */
export function listen(asked) {
	button.addEventListener('click', () => {
		const isOn = button.getAttribute('aria-pressed') !== 'true';
		button.setAttribute('aria-pressed', isOn);
		panes.classList.toggle('split', isOn);
		list.hidden = !isOn;
		if (isOn) {
			asked();
		}
	});
}

export function isOn() {
	return !list.hidden;
}

/**
 * Shows the result of every step, up to the first without one.
 * @param peek gives the result of steps
 */
export async function show(steps, peek) {
	const asked = {};
	newest = asked;
	const used = active(steps);
	const items = [];
	for (let i = 0; i < used.length && newest === asked; i++) {
		const beginning = used.slice(0, i + 1);
		try {
			items.push(itemOf(i, used[i].name, await peek(beginning), giveCode(beginning)));
		}
		catch (error) {
			items.push(element('li', {}, headingOf(i, used[i].name), element('p', { class: 'failure' }, `No result: ${error.message}.`)));
			break;
		}
	}
	// by now, those of another recipe or text may be asked for
	if (newest === asked) {
		list.replaceChildren(...items);
	}
}

/**
 * Brings the result of a step into view.
 */
export function scrollTo(index) {
	const item = list.children[index];
	if (item) {
		scrollWithin(list, item);
	}
}

function itemOf(index, name, { text, bytes }, isCode) {
	const pane = element('pre', { class: bytes ? 'dump' : isCode ? 'code' : undefined, dir: 'auto' });
	const size = counts.counted(bytes?.length ?? counts.bytes(text), 'byte');
	if (bytes) {
		// there is less room than in the pages
		pane.textContent = hexdump(bytes.subarray(0, MOST_SHOWN.bytes), 0, BYTES_OF_SHORT_LINE);
	}
	else {
		fill(pane, beginning(text, MOST_SHOWN.characters), undefined, MOST_SHOWN.signs);
	}
	const isCut = bytes ? bytes.length > MOST_SHOWN.bytes : text.length > MOST_SHOWN.characters;
	return element('li', {}, headingOf(index, name), pane, element('p', { class: 'counts' }, isCut ? `${size}, of which the beginning is shown` : size));
}

function headingOf(index, name) {
	return element('h3', {}, `${index + 1} ${name}`);
}
