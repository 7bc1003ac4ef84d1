// The split view: the result of each step, beside one another. Each is asked for when it comes into sight.

import { bytes as bytesOf, counted } from './counts.js';
import { beginning, element } from './dom.js';
import { hexdump } from './hexdump.js';

const MOST_SHOWN = { characters: 2_000, bytes: 512 };

const toggle = document.getElementById('split');
const section = document.getElementById('stages-section');
const list = document.getElementById('stages');

const pending = new WeakMap();
const sight = new IntersectionObserver((entries) => entries.filter(({ isIntersecting }) => isIntersecting).forEach(({ target }) => fill(target)),
		{ rootMargin: '200px' });

let stages = [];

/**
 * Shows the stages of a recipe, once they are wanted.
 * @param made name, number, and result() of each step
 */
export function show(made) {
	stages = made;
	if (!section.hidden) {
		render();
	}
}

toggle.addEventListener('click', () => {
	section.hidden = !section.hidden;
	toggle.setAttribute('aria-pressed', !section.hidden);
	render();
	if (!section.hidden) {
		section.scrollIntoView({ block: 'nearest' });
	}
});

function render() {
	sight.disconnect();
	const items = section.hidden ? [] : stages.map((stage, i) => itemOf(stage, list.children[i]));
	list.replaceChildren(...items);
	items.forEach((item) => sight.observe(item));
}

// what was shown stays until there is something newer: nothing flickers, and nothing moves
function itemOf(stage, before) {
	const id = `stage-${stage.number}`;
	const pane = element('pre', { tabindex: 0, role: 'group', 'aria-labelledby': id, dir: 'auto' }, before?.querySelector('pre').textContent ?? '');
	const item = element('li', {}, element('h3', { id }, `${stage.number} ${stage.name}`), pane, element('p', { class: 'counts' }));
	pending.set(item, stage.result);
	return item;
}

async function fill(item) {
	sight.unobserve(item);
	const [pane, counts] = [item.querySelector('pre'), item.querySelector('.counts')];
	try {
		const { text, bytes } = await pending.get(item)();
		pane.classList.toggle('dump', bytes !== undefined);
		pane.textContent = bytes ? hexdump(bytes.subarray(0, MOST_SHOWN.bytes)) : beginning(text, MOST_SHOWN.characters);
		counts.textContent = counted(bytes?.length ?? bytesOf(text), 'byte');
	}
	catch (error) {
		pane.textContent = '';
		counts.textContent = `No result: ${error.message}.`;
	}
}
