// The search for a transform: a combobox, as the ARIA Authoring Practices describe one.

import { element } from './dom.js';
import { matching } from './matching.js';
import { heading, kinds } from './recipe.js';
import { exampleOf } from './trying.js';

const NARROW = '(width < 64rem)';

const input = document.getElementById('search');
const list = document.getElementById('matches');

let transforms = [];
let active = -1;
let found = [];
let pointedAt;
let listener;

/**
 * Lets a transform be searched for.
 * @param catalogue all that there are
 * @param on chosen(transform): it is to be added; tried(transform): it is looked at, and none is where it is undefined
 */
export function search(catalogue, on) {
	transforms = catalogue;
	listener = on;
	input.addEventListener('input', open);
	input.addEventListener('click', open);
	input.addEventListener('blur', close);
	input.addEventListener('keydown', press);
	// the input keeps the focus, so that the list stays open, its scroll bar included
	list.addEventListener('mousedown', (event) => event.preventDefault());
}

function open() {
	const matches = matching(transforms, input.value);
	const options = matches.map((transform, i) => element('li', {
		role: 'option', id: `match-${i}`, 'aria-selected': 'false',
		click: () => take(transform),
		// an option that opens under a mouse at rest is not pointed at
		pointermove: (event) => (event.pointerType === 'mouse' && pointedAt !== transform) && point(transform)
	}, element('b', {}, heading(transform)), ' ', ...kindsOf(transform),
		element('i', { class: 'category' }, transform.category), ' ', element('span', {}, transform.description),
		...(transform.example ? [element('code', {}, exampleOf(transform))] : [])));
	list.replaceChildren(...options);
	if (options.length === 0) {
		list.replaceChildren(element('li', { role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' }, 'No matches.'));
	}
	list.hidden = false;
	if (matchMedia(NARROW).matches) {
		// the list is between the field and the result, which is at the end of the window
		input.scrollIntoView({ block: 'start' });
	}
	input.setAttribute('aria-expanded', 'true');
	found = matches;
	activate((input.value && options.length > 0) ? 0 : -1);
}

function point(transform) {
	pointedAt = transform;
	listener.tried(transform);
}

function kindsOf(transform) {
	const sentence = kinds(transform);
	return sentence ? [element('i', { class: 'kinds' }, sentence), ' '] : [];
}

function close() {
	list.hidden = true;
	input.setAttribute('aria-expanded', 'false');
	activate(-1);
}

function activate(index) {
	pointedAt = undefined;
	list.children[active]?.setAttribute('aria-selected', 'false');
	active = index;
	const option = list.children[index];
	if (option) {
		option.setAttribute('aria-selected', 'true');
		input.setAttribute('aria-activedescendant', option.id);
		option.scrollIntoView({ block: 'nearest' });
		listener.tried(found[index]);
	}
	else {
		listener.tried(undefined);
		input.removeAttribute('aria-activedescendant');
	}
}

function take(transform) {
	input.value = '';
	close();
	listener.chosen(transform);
}

function press(event) {
	const matches = matching(transforms, input.value);
	const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
	if (step) {
		event.preventDefault();
		if (list.hidden) {
			open();
		}
		const from = (active < 0 && step < 0) ? 0 : active;
		activate((matches.length > 0) ? (from + step + matches.length) % matches.length : -1);
	}
	else if (event.key === 'Enter' && !list.hidden && matches[active]) {
		event.preventDefault();
		take(matches[active]);
	}
	else if (event.key === 'Escape') {
		event.preventDefault();
		input.value = list.hidden ? '' : input.value;
		close();
	}
}
