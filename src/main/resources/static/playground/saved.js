// Recipes with names, which the browser keeps. A file of them can be taken to another one.

import { announce } from './announcement.js';
import { counted } from './counts.js';
import { element, say } from './dom.js';
import { downloads } from './downloading.js';

const KEY = 'couplet.recipes';

const MOST_NAME_CHARACTERS = 100;

const MOST_FILE_BYTES = 1 << 20;

// a file can be written by anybody, and a recipe of 1,000 characters takes 8,000 when all of it is encoded
const MOST_RECIPES = 500;

const MOST_RECIPE_CHARACTERS = 10_000;

const list = document.getElementById('saved');
const form = document.getElementById('save');
const name = document.getElementById('saved-name');
const notice = document.getElementById('saved-notice');
const chooser = document.getElementById('saved-file');

let listener;

/**
 * @param recipe gives the recipe as it is now, as in a link
 * @param on opened(one): it was chosen; lost(word, before, after): recipes were deleted or replaced, by what word says.
 * put(before) undoes it, and put(after) does it again
 */
export function listen(recipe, on) {
	listener = on;
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		const title = name.value.trim();
		if (title) {
			const isKnown = load().some((one) => one.name === title);
			if (change([{ name: title, recipe: recipe() }], `${title} replaced`)) {
				name.value = '';
				tell(isKnown ? `${title} replaced.` : `Saved as ${title}.`);
			}
		}
	});
	downloads(document.getElementById('export-saved'), () => ({ name: 'recipes.json', content: JSON.stringify(load(), undefined, '\t') }));
	document.getElementById('import-saved').addEventListener('click', () => chooser.click());
	chooser.addEventListener('change', async () => {
		await add(chooser.files[0]);
		chooser.value = '';
	});
	// another tab may have saved one
	addEventListener('storage', ({ key }) => (key === KEY) && show());
	show();
}

/**
 * Stores recipes beside the others, or in place of those with the same names.
 * @param some {name, recipe} each; without a recipe, the one of that name is deleted
 * @returns whether the browser has stored them
 */
export function put(some) {
	const titles = new Set(some.map((one) => one.name));
	const stored = store([...load().filter((one) => !titles.has(one.name)), ...some.filter((one) => one.recipe !== undefined)]);
	show();
	return stored;
}

function change(some, word) {
	const known = new Map(load().map((one) => [one.name, one.recipe]));
	const stored = put(some);
	if (stored && some.some((one) => known.has(one.name))) {
		listener.lost(word, some.map((one) => ({ name: one.name, recipe: known.get(one.name) })), some);
	}
	return stored;
}

function show() {
	const saved = load();
	list.replaceChildren(...saved.map((one) => element('li', {},
			element('button', { type: 'button', class: 'entry', title: one.recipe, click: () => listener.opened(one) }, one.name),
			element('button', { type: 'button', class: 'remove', 'aria-label': `Delete the saved recipe ${one.name}`, click: () => remove(one) }, '×'))));
	document.getElementById('export-saved').hidden = saved.length === 0;
}

function remove({ name: title }) {
	const deleted = change([{ name: title }], `${title} deleted`);
	name.focus();
	if (deleted) {
		tell(`${title} deleted.`);
	}
}

async function add(file) {
	try {
		const read = (file.size <= MOST_FILE_BYTES) ? JSON.parse(await file.text()) : undefined;
		const valid = read.filter(isValid).slice(0, MOST_RECIPES).map(({ name: title, recipe }) => ({ name: title, recipe }));
		// of two with the same name, the last
		const named = new Map(valid.map((one) => [one.name, one]));
		if (change([...named.values()], `${file.name} imported`)) {
			tell(`${(valid.length < read.length) ? `${valid.length} of ` : ''}${counted(read.length, 'recipe')} imported.`);
		}
	}
	catch {
		tell(`${file.name} is not a file of saved recipes.`);
	}
}

function isValid(one) {
	return isText(one?.name, MOST_NAME_CHARACTERS) && isText(one.recipe, MOST_RECIPE_CHARACTERS) && one.recipe.startsWith('recipe=');
}

function isText(value, most) {
	return typeof value === 'string' && value.length > 0 && value.length <= most;
}

function load() {
	try {
		return JSON.parse(localStorage.getItem(KEY) ?? '[]').filter(isValid);
	}
	catch {
		return [];
	}
}

// a browser can refuse to keep anything
function store(saved) {
	try {
		localStorage.setItem(KEY, JSON.stringify(saved.sort((one, other) => one.name.localeCompare(other.name))));
		return true;
	}
	catch {
		tell('The browser does not keep it. Copy the link instead.');
		return false;
	}
}

function tell(sentence) {
	say(notice, sentence);
	if (sentence) {
		announce(sentence);
	}
}
