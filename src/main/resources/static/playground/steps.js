// The list of steps: fields for the arguments, switching off, removal, and order by dragging and by keyboard. The steps in
// brackets are such lists within their step, and what is changed there is written to the text of the brackets.
//
// A list is {list, failure, changed(label, field)}: its element, the element that says what is wrong with a step, and what
// to do when it is another one.

import { announceAction } from './announcement.js';
import * as brackets from './brackets.js';
import { element, say } from './dom.js';
import { fieldsOf } from './fields.js';
import { orderedBy } from './ordering.js';
import { parse } from './parsing.js';
import { kinds, write } from './recipe.js';

const list = document.getElementById('steps');
const search = document.getElementById('search');

const FOCUSABLE = 'button, input, select, textarea';

const steps = new WeakMap();

const outermost = { list, changed: (label, field) => listener.changed(label, field) };

let catalogue;
let listener;
let ids = 0;

// where the next step is added: the list, and the item before it; at the end where there is none
let next = { owner: outermost };

/**
 * @param transforms the catalogue, by name
 * @param on changed(label, field): the recipe is another one, by what the label says, or by typing in a field;
 * peeked(index): what that step makes is asked for, and no more where index is undefined
 */
export function listen(transforms, on) {
	catalogue = transforms;
	listener = on;
}

/**
 * The steps, in order.
 */
export function all() {
	return stepsOf(list);
}

function stepsOf({ children }) {
	return [...children].map((item) => steps.get(item));
}

export function replaceAll(others) {
	list.replaceChildren(...others.map((step) => itemOf(step, outermost)));
	insertAtEnd();
	relabel();
}

/**
 * Returns to other steps. The focus stays where it was, if that is still there.
 */
export function restore(others) {
	const { activeElement } = document;
	const focused = activeElement.closest('#steps > .step');
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
 * The index at which the next step is added; that of the step around it where that is in brackets.
 */
export function nextIndex() {
	const item = (next.item ?? next.owner.list).closest('#steps > .step');
	return item ? [...list.children].indexOf(item) : list.children.length;
}

/**
 * Adds a step where it was chosen, or else at the end, and goes to its first argument where one must be given.
 */
export function add(step) {
	const { owner, item: before } = next;
	const item = itemOf(step, owner);
	owner.list.insertBefore(item, before ?? null);
	insertAtEnd();
	relabel();
	change(owner, `${step.name} added as step ${numberOf(item)}`);
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

function itemOf(step, owner) {
	const id = `step-${++ids}`;
	const isInner = owner !== outermost;
	const failure = isInner ? owner.failure : `${id}-failure`;
	const item = element('li', { class: 'step' },
			element('button', { type: 'button', class: 'grip', 'aria-describedby': 'grip-help' }, '⠿'),
			element('div', { class: 'transform' }, isInner ? element('span', { class: 'inner' }, step.name) : nameOf(step, id), ' ',
					element('i', { class: 'kinds', id: `${id}-kinds` }, kinds(step.transform) ?? '')),
			element('div', { class: 'actions' },
					...(isInner ? [] : [switchOf(step)]),
					element('button', { type: 'button', class: 'insert', 'aria-pressed': 'false', click: () => choosePlace(owner, item) }, '+'),
					element('button', { type: 'button', class: 'remove', click: () => remove(owner, item) }, '×')),
			element('div', { class: 'fields' },
					...fieldsOf(step, id, failure, (name, field) => owner.changed(`‘${name}’ of ${step.name} changed`, field)),
					...bracketsOf(step, failure, owner)),
			...(isInner ? [] : [element('p', { class: 'failure', id: failure, hidden: '' })]));
	steps.set(item, step);
	item.classList.toggle('off', step.off);
	orderedBy(item.querySelector('.grip'), item, () => moved(owner, item));
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

function switchOf(step) {
	const on = element('input', { type: 'checkbox', class: 'on', change: () => turn(on.closest('.step'), on.checked) });
	on.checked = !step.off;
	return on;
}

function bracketsOf(step, failure, owner) {
	if (!step.transform?.brackets && !step.brackets) {
		return [];
	}
	const input = element('textarea', { name: 'brackets', rows: 1, placeholder: 'trim', spellcheck: 'false', autocomplete: 'off',
		autocapitalize: 'none', 'aria-describedby': failure });
	const isExpected = Boolean(step.transform?.brackets);
	const check = () => input.setAttribute('aria-invalid', isExpected !== (step.brackets !== '')
			|| brackets.complaint(step.brackets) !== undefined);
	const nested = nestedOf(step, failure, (label, field) => {
		step.brackets = brackets.decode(write(stepsOf(nested.list)));
		input.value = step.brackets;
		check();
		owner.changed(label, field);
	});
	input.value = step.brackets;
	// the field has lines only because a recipe may be longer than one
	input.addEventListener('keydown', (event) => (event.key === 'Enter') && event.preventDefault());
	input.addEventListener('input', () => {
		if (input.value.includes('\n')) {
			input.value = input.value.replaceAll('\n', '');
		}
		step.brackets = input.value;
		check();
		fill(nested, step);
		relabel();
		owner.changed(`brackets of ${step.name} changed`, input);
	});
	check();
	fill(nested, step);
	return [element('label', { class: 'brackets' }, element('span', {}, 'Recipe in brackets'), input), nested.list,
		...(isExpected ? [element('button', { type: 'button', class: 'within', click: () => choosePlace(nested) },
				`Add a step to the brackets of ${step.name}`)] : [])];
}

function nestedOf(step, failure, changed) {
	return { list: element('ol', { class: 'nested', 'aria-label': `Steps in the brackets of ${step.name}` }), failure, changed };
}

function fill(nested, { brackets: text }) {
	if (next.owner === nested) {
		insertAtEnd();
	}
	nested.list.replaceChildren(...parsed(text).map((step) => itemOf(step, nested)));
}

// what cannot be read as steps, the text shows, and what is wrong with it
function parsed(text) {
	try {
		return brackets.complaint(text) ? [] : parse(brackets.encode(text), catalogue);
	}
	catch {
		return [];
	}
}

function turn(item, on) {
	const step = steps.get(item);
	step.off = !on;
	item.classList.toggle('off', step.off);
	change(outermost, `${step.name} switched ${on ? 'on' : 'off'}`);
}

function choosePlace(owner, item) {
	const isChosen = next.owner === owner && next.item === item;
	insert(isChosen ? { owner: outermost } : { owner, item });
	if (!isChosen) {
		search.focus();
	}
}

function insertAtEnd() {
	insert({ owner: outermost });
}

function insert(place) {
	next = place;
	list.querySelectorAll('.step').forEach((item) => {
		item.classList.toggle('next', item === place.item);
		item.querySelector('.insert').setAttribute('aria-pressed', item === place.item);
	});
	search.placeholder = placeholder(place);
	search.setAttribute('aria-label', search.placeholder);
}

function placeholder({ owner, item }) {
	return item ? `Add a transform before ${steps.get(item).name}`
			: (owner === outermost) ? 'Add a transform' : 'Add a transform in the brackets';
}

function remove(owner, item) {
	if (item === next.item || item.contains(next.owner.list)) {
		insertAtEnd();
	}
	const neighbour = item.nextElementSibling ?? item.previousElementSibling ?? item.parentElement.closest('.step');
	item.remove();
	relabel();
	(neighbour?.querySelector('.remove') ?? search).focus();
	change(owner, `${steps.get(item).name} removed`);
}

function moved(owner, item) {
	relabel();
	const number = numberOf(item);
	change(owner, `${steps.get(item).name} moved to step ${number}${(owner === outermost) ? ` of ${list.children.length}` : ''}`);
}

function change(owner, label) {
	announceAction(`${label}.`);
	owner.changed(label);
}

function numberOf(item) {
	const around = item.parentElement.closest('.step');
	const number = [...item.parentElement.children].indexOf(item) + 1;
	return around ? `${numberOf(around)}.${number}` : String(number);
}

function relabel() {
	list.querySelectorAll('.step').forEach((item) => {
		const { name } = steps.get(item);
		const number = numberOf(item);
		const label = (selector, sentence) => item.querySelector(selector)?.setAttribute('aria-label', sentence);
		label('.grip', `Move ${name}, step ${number} of ${item.parentElement.children.length}`);
		label('.actions > .on', `Run ${name}, step ${number}`);
		label('.insert', `Add a transform before ${name}, step ${number}`);
		label('.remove', `Remove ${name}, step ${number}`);
	});
}
