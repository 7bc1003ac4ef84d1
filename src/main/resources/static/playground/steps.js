// The list of steps, with those in brackets within their step: fields for the arguments, a switch, removal, the place of a
// new step, and order by dragging and by keyboard.

import { announce } from './announcement.js';
import { element, say } from './dom.js';
import { fieldsOf } from './fields.js';
import { orderedBy } from './ordering.js';
import { copy, kinds } from './recipe.js';

const list = document.getElementById('steps');
const searchField = document.getElementById('search');

const AT_END = 'Add a transform';

const steps = new WeakMap();

let listener;
let ids = 0;

// the list that a new step is added to, and the step in front of it, if any; the end of the recipe where undefined
let place;

/**
 * @param on changed(word, key): the recipe is another one, by what word says, and key is what is typed into; peeked(step):
 * what that step makes is asked for, and no more where it is undefined
 */
export function listen(on) {
	listener = on;
	searchField.addEventListener('keydown', (event) => (event.key === 'Escape') && addAt(undefined));
}

/**
 * The steps, in order.
 */
export function all(of = list) {
	return [...of.children].map((item) => {
		const step = steps.get(item);
		const within = listWithin(item);
		step.steps = within && all(within);
		return step;
	});
}

/**
 * Shows other steps, and keeps the focus on the same part of the same place.
 */
export function replaceAll(others) {
	const focused = placeOfFocus();
	list.replaceChildren(...copy(others).map(itemOf));
	addAt(undefined);
	relabel();
	focused?.();
}

/**
 * Adds a step where a new one goes, and goes to its first argument where one must be given.
 */
export function add(step) {
	const item = itemOf(step);
	const { into, after } = place ?? { into: list, after: list.lastElementChild };
	if (after) {
		after.after(item);
	}
	else {
		into.prepend(item);
	}
	relabel();
	addAt(place && { into, after: item });
	announce(`${step.name} added as step ${numberOf(item)}`);
	listener.changed(`${step.name} added`);
	(item.querySelector('[aria-invalid="true"]') ?? item.querySelector('.add-within'))?.focus();
}

/**
 * Puts steps in the place of one.
 * @param step one that is shown
 * @param others what to put there
 */
export function replace(step, others, word) {
	const item = itemFor(step);
	const items = others.map(itemOf);
	item.replaceWith(...items);
	relabel();
	announce(word);
	listener.changed(word);
	// not the name, which would show the result up to it
	(items.at(-1)?.querySelector('.grip') ?? searchField).focus();
}

/**
 * Puts steps in front of all others, and goes to the first.
 */
export function prepend(others, word) {
	list.prepend(...others.map(itemOf));
	relabel();
	announce(word);
	listener.changed(word);
	list.querySelector('.grip').focus();
}

/**
 * Shows what is wrong with a step, and nothing at any other.
 * @param mends buttons that mend it
 */
export function fail(failed, reason, mends = []) {
	for (const item of list.querySelectorAll('.step')) {
		const isFailed = steps.get(item) === failed;
		item.classList.toggle('failed', isFailed);
		say(part(item, '.failure'), isFailed ? reason : undefined);
		part(item, '.mends').replaceChildren(...(isFailed ? mends : []));
	}
}

/**
 * The number of a step, such as 2.1; undefined where it is switched off.
 */
export function number(step) {
	const item = itemFor(step);
	return item && numberOf(item);
}

/**
 * The step of the outermost list in which a step is.
 */
export function outermost(step) {
	let item = itemFor(step);
	while (item && item.parentElement !== list) {
		item = item.parentElement.closest('.step');
	}
	return steps.get(item);
}

function itemFor(step) {
	return [...list.querySelectorAll('.step')].find((item) => steps.get(item) === step);
}

// a part of the step itself, and not of one within it
function part(item, selector) {
	return item.querySelector(`:scope > ${selector}`);
}

function listWithin(item) {
	return part(item, '.within')?.querySelector(':scope > ol') ?? undefined;
}

function itemOf(step) {
	const id = `step-${++ids}`;
	const item = element('li', { class: step.isOff ? 'step off' : 'step' },
			element('button', { type: 'button', class: 'grip', 'aria-describedby': 'grip-help' }, '⠿'),
			element('div', { class: 'transform' }, nameOf(step, id), ' ',
					element('i', { class: 'kinds', id: `${id}-kinds` }, kinds(step.transform) ?? '')),
			element('label', { class: 'use', title: 'Switch the step on or off' }, switchOf(step, (isOn) => turn(item, isOn))),
			element('button', { type: 'button', class: 'insert', title: 'Add a step after this one', click: () => addAfter(item) }, '+'),
			element('button', { type: 'button', class: 'remove', title: 'Remove the step', click: () => remove(item) }, '×'),
			element('div', { class: 'fields' }, ...fieldsOf(step, id, (name) => listener.changed(`${name} of ${step.name} changed`, `${id} ${name}`))),
			element('p', { class: 'failure', id: `${id}-failure`, hidden: '' }),
			element('div', { class: 'mends' }),
			...withinOf(step));
	steps.set(item, step);
	orderedBy(item.querySelector('.grip'), item, moved);
	return item;
}

function nameOf(step, id) {
	const peek = () => listener.peeked(step);
	const leave = () => listener.peeked(undefined);
	return element('button', { type: 'button', class: 'name', title: 'Show the result up to this step',
		'aria-describedby': `name-help ${id}-kinds ${id}-failure`,
		focus: peek, blur: leave,
		// Safari does not focus a button that is clicked
		click: (event) => event.currentTarget.focus(),
		pointerenter: (event) => (event.pointerType === 'mouse') && peek(),
		pointerleave: (event) => (event.currentTarget !== document.activeElement) && leave(),
		keydown: (event) => (event.key === 'Escape') && leave() }, step.name);
}

function switchOf(step, turned) {
	const input = element('input', { type: 'checkbox', role: 'switch', change: () => turned(input.checked) });
	input.checked = !step.isOff;
	return input;
}

function withinOf(step) {
	if (!step.steps) {
		return [];
	}
	const within = element('ol', { class: 'steps' }, ...step.steps.map(itemOf));
	const button = element('button', { type: 'button', class: 'add-within copy', 'aria-label': `Add a step in the brackets of ${step.name}`,
		click: () => addAt({ into: within, after: within.lastElementChild ?? undefined }, button) }, 'Add a step in brackets');
	return [element('div', { class: 'within' }, within, button)];
}

function turn(item, isOn) {
	const step = steps.get(item);
	step.isOff = !isOn;
	item.classList.toggle('off', !isOn);
	relabel();
	const word = `${step.name} switched ${isOn ? 'on' : 'off'}`;
	announce(word);
	listener.changed(word);
}

function addAfter(item) {
	addAt({ into: item.parentElement, after: item });
	searchField.focus();
}

/**
 * Chooses the place of a new step.
 * @param from the button that was pressed, if the search has to be gone to
 */
function addAt(where, from) {
	for (const marked of document.querySelectorAll('.add-after')) {
		marked.classList.remove('add-after');
	}
	place = where;
	const { into, after } = where ?? {};
	(after ?? into)?.classList.add('add-after');
	const owner = into?.closest('.step');
	const word = after ? `Add a transform after step ${numberOf(after) ?? steps.get(after).name}, ${steps.get(after).name}`
			: owner ? `Add a transform in the brackets of ${steps.get(owner).name}` : AT_END;
	searchField.setAttribute('aria-label', word);
	searchField.placeholder = word;
	if (from) {
		searchField.focus();
	}
}

function remove(item) {
	const neighbour = item.nextElementSibling ?? item.previousElementSibling;
	const owner = item.parentElement.closest('.step');
	const { name } = steps.get(item);
	item.remove();
	addAt(undefined);
	relabel();
	(neighbour?.querySelector('.remove') ?? owner?.querySelector('.add-within') ?? searchField).focus();
	announce(`${name} removed`);
	listener.changed(`${name} removed`);
}

function moved(item) {
	relabel();
	const { name } = steps.get(item);
	announce(`${name} moved to place ${[...item.parentElement.children].indexOf(item) + 1} of ${item.parentElement.children.length}`);
	listener.changed(`${name} moved`);
}

// that of the server, which does not see the steps that are switched off
function numberOf(item) {
	return item.dataset.number;
}

function relabel(of = list, prefix = '') {
	let count = 0;
	const isSeen = !prefix.endsWith('off.');
	for (const item of of.children) {
		const { name, isOff } = steps.get(item);
		if (isOff || !isSeen) {
			delete item.dataset.number;
		}
		else {
			item.dataset.number = `${prefix}${++count}`;
		}
		const number = item.dataset.number ? `step ${item.dataset.number}` : 'switched off';
		const total = (prefix === '' && item.dataset.number) ? ` of ${[...of.children].filter((one) => !steps.get(one).isOff).length}` : '';
		part(item, '.grip').setAttribute('aria-label', `Move ${name}, ${number}${total}`);
		part(item, '.use').firstChild.setAttribute('aria-label', `Use ${name}, ${number}`);
		part(item, '.insert').setAttribute('aria-label', `Add a step after ${name}, ${number}`);
		part(item, '.remove').setAttribute('aria-label', `Remove ${name}, ${number}`);
		const within = listWithin(item);
		if (within) {
			within.setAttribute('aria-label', `Steps in the brackets of ${name}`);
			relabel(within, `${item.dataset.number ?? 'off'}.`);
		}
	}
}

// a function that focuses the same part again, in other elements; undefined where the focus is elsewhere
function placeOfFocus() {
	const focused = document.activeElement;
	if (!list.contains(focused)) {
		return undefined;
	}
	const index = [...list.querySelectorAll('.step')].indexOf(focused.closest('.step'));
	const selector = focused.name ? `[name="${CSS.escape(focused.name)}"]` : `.${focused.className.split(' ')[0] || 'use input'}`;
	return () => {
		const item = list.querySelectorAll('.step')[index];
		(item?.querySelector(selector) ?? item?.querySelector('.name') ?? searchField).focus();
	};
}
