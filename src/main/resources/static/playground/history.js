// The history of the recipe: undo and redo of its steps, their order and their arguments, by button and by keyboard.

import { announceAction } from './announcement.js';

const MOST_KEPT = 200;

// what is typed in one field without a longer pause is one change
const PAUSE_IN_MILLISECONDS = 1_000;

const buttons = { undo: document.getElementById('undo'), redo: document.getElementById('redo') };

let states = [];
let at = -1;
let restore;

// the field with the latest edit of the page, with its value before and the kind of the edit: a browser has one history of
// edits for all fields
let edited = {};

/**
 * Lets the recipe be undone.
 * @param restoring is called with the recipe to return to
 */
export function undoable(restoring) {
	restore = restoring;
	buttons.undo.addEventListener('click', undo);
	buttons.redo.addEventListener('click', redo);
	addEventListener('beforeinput', ({ target, inputType }) => {
		edited = (edited.field === target) ? { ...edited, inputType } : { field: target, before: target.value, inputType };
	});
	addEventListener('keydown', press);
}

/**
 * Records a recipe.
 * @param steps a copy of it
 * @param label what was done, such as ‘trim removed’
 * @param field where it was typed, if it was
 */
export function record(steps, label, field) {
	const last = states[at];
	const time = performance.now();
	const continued = field !== undefined && field === last?.field && time - last.time < PAUSE_IN_MILLISECONDS;
	states = [...states.slice(0, continued ? at : at + 1), { steps, label, field, time }].slice(-MOST_KEPT);
	at = states.length - 1;
	show();
}

function undo() {
	if (at > 0) {
		const { label } = states[at--];
		go(`Undone: ${label}.`);
	}
}

function redo() {
	if (at < states.length - 1) {
		const { label } = states[++at];
		go(`Redone: ${label}.`);
	}
}

function go(sentence) {
	// what is typed next is another change
	states[at].field = undefined;
	restore(states[at].steps);
	announceAction(sentence);
	show();
}

function show() {
	tell(buttons.undo, 'Undo', states[at]?.label, at > 0);
	tell(buttons.redo, 'Redo', states[at + 1]?.label, at < states.length - 1);
}

// a button that were disabled would lose the focus
function tell(button, name, label, possible) {
	button.setAttribute('aria-disabled', !possible);
	button.title = possible ? `${name}: ${label}` : name;
}

function press(event) {
	const key = event.key?.toLowerCase();
	const again = key === 'y' || (key === 'z' && event.shiftKey);
	if ((event.ctrlKey || event.metaKey) && !event.altKey && (again || key === 'z') && !hasOwn(event.target, again)) {
		event.preventDefault();
		(again ? redo : undo)();
	}
}

/**
 * Whether a field has edits of its own to undo, or to redo. The arguments of steps have none: theirs are the recipe's.
 */
function hasOwn(field, again) {
	return field === edited.field && !field.closest('#steps')
			&& (again ? edited.inputType.startsWith('history') : field.value !== edited.before);
}
