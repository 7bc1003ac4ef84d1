// The catalogue by category, beside the search.

import { element } from './dom.js';
import { heading } from './recipe.js';

// where there is room beside the steps, the catalogue is open from the start
const ROOM = '(width >= 90rem)';

const place = document.getElementById('catalogue');

/**
 * Shows transforms by category.
 * @param transforms all that there are, by name
 * @param on chosen(transform): it is to be added; tried(transform): it is looked at, and none is where it is undefined
 */
export function browse(transforms, { chosen, tried }) {
	const categories = Map.groupBy(transforms, ({ category }) => category);
	const groups = [...categories].sort(([one], [other]) => one.localeCompare(other, 'en'))
		.map(([category, members]) => element('details', {},
				element('summary', {}, category, ' ', element('span', { class: 'bounds' }, String(members.length))),
				element('ul', {}, ...members.map((transform) => element('li', {}, entryOf(transform, chosen, tried))))));
	place.append(...groups);
	place.open = matchMedia(ROOM).matches;
}

function entryOf(transform, chosen, tried) {
	const look = () => tried(transform);
	const leave = () => tried(undefined);
	return element('button', { type: 'button', 'aria-describedby': 'entry-help', focus: look, blur: leave,
		click: () => {
			leave();
			chosen(transform);
		},
		pointerenter: (event) => (event.pointerType === 'mouse') && look(),
		pointerleave: (event) => (event.currentTarget !== document.activeElement) && leave(),
		keydown: (event) => (event.key === 'Escape') && leave() }, heading(transform));
}
