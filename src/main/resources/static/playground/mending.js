// What is beside an error: where the value is wrong, and the remedies, each a button.

import { announce } from './announcement.js';
import { element } from './dom.js';
import { rangeIn, positionIn } from './position.js';
import { remediesFor } from './remedies.js';

const SHOWN_OF_LINE = 30;

const SHOWN_OF_BYTES = 8;

const list = document.getElementById('steps');

/**
 * Shows the remedies at a step.
 * @param mend called with the steps of the remedy that was chosen, and what was done
 */
export function offer(failure, steps, index, catalogue, mend) {
	const item = list.children[index];
	const buttons = remediesFor(failure, steps, index, catalogue).map((remedy) =>
		element('button', { type: 'button', click: () => take(remedy, item, mend) }, remedy.label));
	if (buttons.length > 0) {
		item.append(element('div', { class: 'remedies', role: 'group', 'aria-label': 'Remedies' }, ...buttons));
		announce(`${failure.reason}. ${buttons.length === 1 ? 'A remedy is' : `${buttons.length} remedies are`} at the step.`);
	}
}

/**
 * Shows the value around the position that a reason names, at a step.
 * @param value what the step was given, a text or bytes
 */
export function quote(reason, index, value) {
	const position = positionIn(reason);
	const parts = value !== undefined && position && (position.byte ? bytesAround(value, position.byte) : charactersAround(value, position));
	if (parts) {
		const [before, at, after] = parts;
		list.children[index].querySelector('.failure')
			.after(element('pre', { class: 'quote', 'aria-label': `The value of the step, at ${wordOf(position)}`, tabindex: 0, role: 'group' },
					before, element('mark', {}, at), after));
	}
}

/**
 * Removes all of it.
 */
export function clear() {
	list.querySelectorAll('.remedies, .quote').forEach((old) => old.remove());
}

function wordOf({ line, column, character, byte }) {
	return line ? `line ${line}${column ? `, column ${column}` : ''}` : character ? `character ${character}` : `byte ${byte}`;
}

function take({ steps, field, label }, item, mend) {
	if (steps) {
		mend(steps, label);
		return;
	}
	item.querySelector(`[name="${field}"]`).focus();
}

function charactersAround(value, position) {
	const text = (typeof value === 'string') ? value : new TextDecoder().decode(value);
	const range = rangeIn(text, position);
	if (!range) {
		return undefined;
	}
	const before = text.slice(Math.max(0, range.start - SHOWN_OF_LINE), range.start).replace(/^[\uDC00-\uDFFF]/, '');
	const at = text.slice(range.start, Math.min(range.end, range.start + SHOWN_OF_LINE));
	const after = text.slice(range.end, range.end + SHOWN_OF_LINE).replace(/[\uD800-\uDBFF]$/, '');
	return [before.replace(/^.*[\r\n]/s, ''), at || '¶', after.replace(/[\r\n].*$/s, '')];
}

function bytesAround(value, number) {
	const bytes = (typeof value === 'string') ? new TextEncoder().encode(value) : value;
	const hex = (from, to) => [...bytes.subarray(Math.max(0, from), to)].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
	return (number <= bytes.length) ? [`${hex(number - 1 - SHOWN_OF_BYTES, number - 1)} `, hex(number - 1, number), ` ${hex(number, number + SHOWN_OF_BYTES)}`]
			: undefined;
}
