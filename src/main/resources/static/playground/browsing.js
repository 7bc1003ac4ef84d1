// The catalogue by category.

import { element, isNarrow } from './dom.js';
import { heading } from './recipe.js';

const list = document.getElementById('categories');

/**
 * Lists the transforms by category.
 * @param transforms all that there are
 * @param chosen is called with the one that was chosen
 * @param considered is called with the one that is looked at, and with undefined when none is any more
 */
export function browse(transforms, chosen, considered) {
	const categories = Map.groupBy(transforms, ({ category }) => category);
	// there is room for it beside the pages, and none above the result
	document.getElementById('catalogue').open = !isNarrow();
	const sorted = [...categories].sort(([one], [other]) => one.localeCompare(other, 'en'));
	list.replaceChildren(...sorted.map(([category, some]) => element('details', { name: 'category' },
			element('summary', {}, category, ' ', element('span', { class: 'bounds' }, String(some.length))),
			element('ul', {}, ...some.map((transform) => element('li', {}, buttonOf(transform, chosen, considered)))))));
}

function buttonOf(transform, chosen, considered) {
	return element('button', { type: 'button', class: 'entry', title: transform.description,
		click: () => chosen(transform),
		focus: ({ currentTarget }) => currentTarget.matches(':focus-visible') && considered(transform),
		blur: () => considered(undefined),
		pointerenter: ({ pointerType }) => (pointerType === 'mouse') && considered(transform),
		pointerleave: () => considered(undefined) }, heading(transform));
}
