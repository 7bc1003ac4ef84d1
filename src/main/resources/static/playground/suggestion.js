// What a value that was pasted or opened may be encoded in. Nothing is decoded before somebody says so.

import { announce } from './announcement.js';
import { element } from './dom.js';
import { guess } from './server.js';

const LEAST_SCORE = 0.5;

const MOST = 3;

const MOST_OF_PREVIEW = 60;

const where = document.getElementById('suggestion');
const field = document.getElementById('text');

let controller = new AbortController();
let recipe = '';
let suggested = [];

/**
 * Asks the server about a value, and shows what it says.
 * @param taken is called with the recipe that was chosen
 */
export async function suggest(value, taken) {
	dismiss();
	if (value.length === 0) {
		return;
	}
	const { signal } = controller;
	// without an answer, there is nothing to suggest
	const guesses = await guess(value, signal).catch(() => []);
	const likely = guesses.filter(({ score }) => score >= LEAST_SCORE).slice(0, MOST);
	if (signal.aborted || likely.length === 0) {
		return;
	}
	suggested = likely.map((one) => one.recipe);
	where.replaceChildren(element('p', {}, 'This looks encoded.'), ...likely.map((one) => itemOf(one, taken)),
			element('button', { type: 'button', class: 'copy', click: leave }, 'Leave it as it is'));
	show();
	if (!where.hidden) {
		announce('The text looks encoded: suggestions follow it');
	}
}

/**
 * Tells the recipe as it is now. The suggestion is hidden for as long as the recipe begins with it.
 */
export function setRecipe(written) {
	recipe = written;
	show();
}

/**
 * Removes the suggestion.
 */
export function dismiss() {
	controller.abort();
	controller = new AbortController();
	suggested = [];
	where.replaceChildren();
	show();
}

function show() {
	where.hidden = suggested.length === 0 || suggested.some((one) => `${recipe},`.startsWith(`${one},`));
}

// the button that was pressed is gone
function leave() {
	dismiss();
	field.focus();
}

function itemOf({ recipe, preview, type }, taken) {
	const take = () => {
		dismiss();
		taken(recipe);
	};
	return element('p', {}, element('button', { type: 'button', class: 'mend', click: take }, `Add ${recipe}`), ' ',
			element('span', { class: 'quiet' }, `${type}: `, element('code', {}, preview.slice(0, MOST_OF_PREVIEW))));
}
