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

/**
 * @param recipe gives the recipe as it is now, as in a link
 * @param opened is called with the one that was chosen
 */
export function listen(recipe, opened) {
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		const title = name.value.trim();
		if (title) {
			const before = load();
			const others = before.filter((one) => one.name !== title);
			if (store([...others, { name: title, recipe: recipe() }])) {
				name.value = '';
				tell((others.length < before.length) ? `${title} replaced.` : `Saved as ${title}.`);
			}
			show(opened);
		}
	});
	downloads(document.getElementById('export-saved'), () => ({ name: 'recipes.json', content: JSON.stringify(load(), undefined, '\t') }));
	document.getElementById('import-saved').addEventListener('click', () => chooser.click());
	chooser.addEventListener('change', async () => {
		await add(chooser.files[0]);
		chooser.value = '';
		show(opened);
	});
	// another tab may have saved one
	addEventListener('storage', ({ key }) => (key === KEY) && show(opened));
	show(opened);
}

function show(opened) {
	const saved = load();
	list.replaceChildren(...saved.map((one) => element('li', {},
			element('button', { type: 'button', class: 'entry', title: one.recipe, click: () => opened(one) }, one.name),
			element('button', { type: 'button', class: 'remove', 'aria-label': `Delete the saved recipe ${one.name}`, click: () => remove(one, opened) }, '×'))));
	document.getElementById('export-saved').hidden = saved.length === 0;
}

function remove({ name: title }, opened) {
	store(load().filter((one) => one.name !== title));
	show(opened);
	name.focus();
	tell(`${title} deleted.`);
}

async function add(file) {
	try {
		const read = (file.size <= MOST_FILE_BYTES) ? JSON.parse(await file.text()) : undefined;
		const valid = read.filter(isValid).slice(0, MOST_RECIPES).map(({ name: title, recipe }) => ({ name: title, recipe }));
		const titles = new Set(valid.map((one) => one.name));
		if (store([...load().filter((one) => !titles.has(one.name)), ...valid])) {
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
