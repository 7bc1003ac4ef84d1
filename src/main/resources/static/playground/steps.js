// The list of steps: fields for the arguments, switching off, removal, and order by dragging and by keyboard.

import { announceAction } from './announcement.js';
import * as brackets from './brackets.js';
import { element, say } from './dom.js';
import { orderedBy } from './ordering.js';
import { complaint, kinds } from './recipe.js';

const list = document.getElementById('steps');
const search = document.getElementById('search');

const FOCUSABLE = 'button, input, select, textarea';

const steps = new WeakMap();

let listener;
let ids = 0;

// the item before which the next step is added; at the end where there is none
let next;

/**
 * @param on changed(label, field): the recipe is another one, by what the label says, or by typing in a field; peeked(index): what that step makes is asked for, and no more where
 * index is undefined
 */
export function listen(on) {
	listener = on;
}

/**
 * The steps, in order.
 */
export function all() {
	return [...list.children].map((item) => steps.get(item));
}

export function replaceAll(others) {
	list.replaceChildren(...others.map(itemOf));
	insertBefore(undefined);
	relabel();
}

/**
 * Returns to other steps. The focus stays where it was, if that is still there.
 */
export function restore(others) {
	const { activeElement } = document;
	const focused = activeElement.closest('.step');
	const index = [...list.children].indexOf(focused);
	const place = [...focused?.querySelectorAll(FOCUSABLE) ?? []].indexOf(activeElement);
	const before = all();
	replaceAll(others);
	if (focused) {
		const same = list.children[Math.min(index, others.length - 1)];
		const isSame = others.length === before.length && before[index].name === others[index].name;
		((isSame ? same.querySelectorAll(FOCUSABLE)[place] : same?.querySelector('.name')) ?? search).focus();
	}
}

/**
 * The index at which the next step is added.
 */
export function nextIndex() {
	return next ? [...list.children].indexOf(next) : list.children.length;
}

/**
 * Adds a step where it was chosen, or else at the end, and goes to its first argument where one must be given.
 */
export function add(step) {
	const item = itemOf(step);
	const index = nextIndex();
	list.insertBefore(item, next ?? null);
	insertBefore(undefined);
	relabel();
	change(`${step.name} added as step ${index + 1}`);
	item.querySelector('[aria-invalid="true"]')?.focus();
}

/**
 * Shows what is wrong with a step, and nothing at any other.
 */
export function fail(index, reason) {
	[...list.children].forEach((item, i) => {
		item.classList.toggle('failed', i === index);
		say(item.querySelector('.failure'), (i === index) ? reason : undefined);
	});
}

function itemOf(step) {
	const id = `step-${++ids}`;
	const item = element('li', { class: 'step' },
			element('button', { type: 'button', class: 'grip', 'aria-describedby': 'grip-help' }, '⠿'),
			element('div', { class: 'transform' }, nameOf(step, id), ' ',
					element('i', { class: 'kinds', id: `${id}-kinds` }, kinds(step.transform) ?? '')),
			element('div', { class: 'actions' },
					element('input', { type: 'checkbox', class: 'on', change: ({ currentTarget }) => turn(item, currentTarget.checked) }),
					element('button', { type: 'button', class: 'insert', 'aria-pressed': 'false', click: () => choosePlace(item) }, '+'),
					element('button', { type: 'button', class: 'remove', click: () => remove(item) }, '×')),
			element('div', { class: 'fields' }, ...fieldsOf(step, id), ...bracketsOf(step, id)),
			element('p', { class: 'failure', id: `${id}-failure`, hidden: '' }));
	steps.set(item, step);
	item.classList.toggle('off', step.off);
	item.querySelector('.on').checked = !step.off;
	orderedBy(item.querySelector('.grip'), item, moved);
	return item;
}

function nameOf(step, id) {
	const peek = () => showPeeked(all().indexOf(step));
	const leave = () => showPeeked(undefined);
	return element('button', { type: 'button', class: 'name', 'aria-describedby': `name-help ${id}-kinds ${id}-failure`,
		focus: peek, blur: leave,
		// Safari does not focus a button that is clicked
		click: (event) => event.currentTarget.focus(),
		pointerenter: (event) => (event.pointerType === 'mouse') && peek(),
		pointerleave: (event) => (event.currentTarget !== document.activeElement) && leave(),
		keydown: (event) => (event.key === 'Escape') && leave() }, step.name);
}

function showPeeked(index) {
	[...list.children].forEach((item, i) => item.classList.toggle('peeked', i === index));
	listener.peeked(index);
}

function fieldsOf(step, id) {
	return (step.transform?.parameters ?? []).map((parameter, i) => {
		const bounds = boundsOf(parameter, `${id}-bounds-${i}`);
		const input = fieldOf(parameter, step.values[i],
				{ name: parameter.name, autocomplete: 'off', 'aria-describedby': [...bounds.map((span) => span.id), `${id}-failure`].join(' ') });
		const check = () => input.setAttribute('aria-invalid', complaint(parameter, step.values[i]) !== undefined);
		input.addEventListener((parameter.type === 'choice') ? 'change' : 'input', () => {
			step.values[i] = input.value;
			check();
			listener.changed(`‘${parameter.name}’ of ${step.name} changed`, input);
		});
		check();
		return element('label', {}, element('span', {}, parameter.name), input, ...bounds);
	});
}

function bracketsOf(step, id) {
	if (!step.transform?.brackets && !step.brackets) {
		return [];
	}
	const input = element('textarea', { name: 'brackets', rows: 1, placeholder: 'trim', spellcheck: 'false', autocomplete: 'off',
		autocapitalize: 'none', 'aria-describedby': `${id}-failure` });
	const isExpected = Boolean(step.transform?.brackets);
	const check = () => input.setAttribute('aria-invalid', isExpected !== (step.brackets !== '')
			|| brackets.complaint(step.brackets) !== undefined);
	input.value = step.brackets;
	// the field has lines only because a recipe may be longer than one
	input.addEventListener('keydown', (event) => (event.key === 'Enter') && event.preventDefault());
	input.addEventListener('input', () => {
		if (input.value.includes('\n')) {
			input.value = input.value.replaceAll('\n', '');
		}
		step.brackets = input.value;
		check();
		listener.changed(`brackets of ${step.name} changed`, input);
	});
	check();
	return [element('label', { class: 'brackets' }, element('span', {}, 'Recipe in brackets'), input)];
}

function boundsOf({ type, min, max }, id) {
	const unit = (type === 'text') ? ' characters' : '';
	return (type === 'choice') ? []
			: [element('span', { class: 'bounds', id }, `${min.toLocaleString('en')} to ${max.toLocaleString('en')}${unit}`)];
}

function fieldOf({ type, min, max, choices }, value, attributes) {
	const field = (type === 'integer') ? element('input', { ...attributes, type: 'number', min, max, step: 1, required: '' })
			: (type === 'choice') ? element('select', attributes, ...optionsOf(choices, value))
			: element('textarea', { ...attributes, rows: 1, spellcheck: 'false', autocapitalize: 'none' });
	field.value = value;
	return field;
}

// a link can contain a value that is none of the choices
function optionsOf(choices, value) {
	return [...new Set([...choices, value])].map((word) => new Option(word));
}

function turn(item, on) {
	const step = steps.get(item);
	step.off = !on;
	item.classList.toggle('off', step.off);
	change(`${step.name} switched ${on ? 'on' : 'off'}`);
}

function choosePlace(item) {
	insertBefore((next === item) ? undefined : item);
	if (next) {
		search.focus();
	}
}

function insertBefore(item) {
	next = item;
	[...list.children].forEach((other) => {
		other.classList.toggle('next', other === item);
		other.querySelector('.insert').setAttribute('aria-pressed', other === item);
	});
	search.placeholder = item ? `Add a transform before ${steps.get(item).name}` : 'Add a transform';
	search.setAttribute('aria-label', search.placeholder);
}

function remove(item) {
	if (item === next) {
		insertBefore(undefined);
	}
	const neighbour = item.nextElementSibling ?? item.previousElementSibling;
	item.remove();
	relabel();
	(neighbour?.querySelector('.remove') ?? search).focus();
	change(`${steps.get(item).name} removed`);
}

function moved(item) {
	relabel();
	change(`${steps.get(item).name} moved to step ${all().indexOf(steps.get(item)) + 1} of ${list.children.length}`);
}

function change(label) {
	announceAction(`${label}.`);
	listener.changed(label);
}

function relabel() {
	all().forEach(({ name }, i) => {
		const item = list.children[i];
		item.querySelector('.grip').setAttribute('aria-label', `Move ${name}, step ${i + 1} of ${list.children.length}`);
		item.querySelector('.on').setAttribute('aria-label', `Run ${name}, step ${i + 1}`);
		item.querySelector('.insert').setAttribute('aria-label', `Add a transform before ${name}, step ${i + 1}`);
		item.querySelector('.remove').setAttribute('aria-label', `Remove ${name}, step ${i + 1}`);
	});
}
