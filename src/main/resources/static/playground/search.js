// The search for a transform: a combobox, as the ARIA Authoring Practices describe one.

import { announce } from './announcement.js';
import { element, isNarrow } from './dom.js';
import { matching } from './matching.js';
import { heading, kinds } from './recipe.js';

const input = document.getElementById('search');
const list = document.getElementById('matches');

let transforms = [];
let active = -1;
let choose;
let consider;

/**
 * Lets a transform be searched for.
 * @param catalogue all that there are
 * @param chosen is called with the one that was chosen
 * @param considered is called with the one that is looked at, and with undefined when none is any more
 */
export function search(catalogue, chosen, considered) {
	transforms = catalogue;
	choose = chosen;
	consider = considered;
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
		pointerenter: ({ pointerType }) => (pointerType === 'mouse') && consider(transform)
	}, element('b', {}, heading(transform)), ' ', ...kindsOf(transform),
		element('span', {}, element('i', { class: 'category' }, transform.category), ' ', transform.description)));
	list.replaceChildren(...options);
	if (options.length === 0) {
		list.replaceChildren(element('li', { role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' }, 'No matches.'));
		announce('No matches');
	}
	// the list has room only above the result
	if (list.hidden && isNarrow()) {
		input.scrollIntoView({ block: 'start' });
	}
	list.hidden = false;
	input.setAttribute('aria-expanded', 'true');
	activate((input.value && options.length > 0) ? 0 : -1);
	consider(matches[active]);
}

function kindsOf(transform) {
	const sentence = kinds(transform);
	return sentence ? [element('i', { class: 'kinds' }, sentence), ' '] : [];
}

function close() {
	if (list.hidden) {
		return;
	}
	list.hidden = true;
	consider(undefined);
	input.setAttribute('aria-expanded', 'false');
	activate(-1);
}

function activate(index) {
	list.children[active]?.setAttribute('aria-selected', 'false');
	active = index;
	const option = list.children[index];
	if (option) {
		option.setAttribute('aria-selected', 'true');
		input.setAttribute('aria-activedescendant', option.id);
		option.scrollIntoView({ block: 'nearest' });
	}
	else {
		input.removeAttribute('aria-activedescendant');
	}
}

function take(transform) {
	input.value = '';
	close();
	choose(transform);
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
		consider(matches[active]);
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
