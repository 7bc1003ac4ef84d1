// The playground: puts its parts together.

import { announce } from './announcement.js';
import { browse } from './browsing.js';
import * as calls from './calls.js';
import { copies } from './copying.js';
import { say } from './dom.js';
import { history } from './history.js';
import * as link from './link.js';
import * as outcomes from './outcomes.js';
import { parse } from './parsing.js';
import { copy, giveBytes, MOST_STEPS, size, step, takeCode, write } from './recipe.js';
import * as result from './result.js';
import { runs } from './runs.js';
import * as saved from './saved.js';
import { search } from './search.js';
import * as server from './server.js';
import * as steps from './steps.js';
import { dismiss, setRecipe, suggest } from './suggestion.js';
import * as text from './text.js';

const LONG_TEXT = 100_000;

// typing is one change, not many; a long text waits for the writer to pause
const DELAY_IN_MILLISECONDS = { short: 150, long: 500 };

const poem = document.getElementById('poem');
const notice = document.getElementById('recipe-notice');
const linkElement = document.getElementById('link');
const undoButton = document.getElementById('undo');
const redoButton = document.getElementById('redo');

const run = runs({ waiting: () => result.busy(true), done: ended(outcomes.done), failed: ended(outcomes.failed), away });
const actions = history(restore, showActions);

let catalogue;
let served = { mcp: true };
let recipeBefore = [];
// the recipe of the start page, as long as nobody has changed it
let isSample = false;
let isAway = false;
let remembering;

function changed() {
	const all = steps.all();
	say(notice, (size(all) > 0) ? undefined : `${(all.length > 0) ? 'All steps are switched off' : 'No steps'}: the result is the text.`);
	const value = text.get();
	const delay = (value.length > LONG_TEXT) ? DELAY_IN_MILLISECONDS.long : DELAY_IN_MILLISECONDS.short;
	show();
	setRecipe(write(all));
	text.showAsCode(takeCode(all));
	const wrong = text.tooLarge();
	if (wrong) {
		run.stop();
		outcomes.failed({ reason: wrong });
	}
	else {
		run.start(all, value, delay);
	}
}

function recipeChanged(word, key) {
	isSample = false;
	const after = copy(steps.all());
	actions.record({ word, before: { recipe: recipeBefore }, after: { recipe: after } }, key);
	recipeBefore = after;
	changed();
}

function textReplaced(word, before) {
	dismiss();
	poem.value = '';
	actions.record({ word, before, after: text.state() });
	changed();
}

// what is undone and redone
function restore({ recipe, value, fileName, savedRecipes }) {
	if (savedRecipes) {
		saved.put(savedRecipes);
		return;
	}
	if (recipe) {
		steps.replaceAll(recipe);
		recipeBefore = copy(steps.all());
	}
	if (value !== undefined) {
		dismiss();
		poem.value = '';
		text.set(value, fileName);
	}
	changed();
}

function move(direction, done) {
	const word = actions[direction]();
	const sentence = word ? `${done}: ${word}.` : `There is nothing to ${direction}.`;
	say(notice, sentence);
	announce(sentence);
}

function showActions() {
	const next = actions.next();
	for (const [button, name, word] of [[undoButton, 'Undo', next.undo], [redoButton, 'Redo', next.redo]]) {
		// a disabled button would lose the focus
		button.setAttribute('aria-disabled', word === undefined);
		button.title = word ? `${name}: ${word}` : `There is nothing to ${name.toLowerCase()}`;
	}
}

// A field in which something was typed undoes that by itself. Elsewhere, Chromium would undo it too, unseen.
function pressed(event) {
	const key = event.key.toLowerCase();
	const isUndo = key === 'z' && !event.shiftKey;
	if (!(event.ctrlKey || event.metaKey) || event.altKey || !(isUndo || key === 'z' || key === 'y')) {
		return;
	}
	const { id, value } = event.target;
	const isOwn = (id === 'text') ? text.hasOwnEdits() : ['search', 'saved-name'].includes(id) && value !== '';
	if (!isOwn) {
		event.preventDefault();
		move(...(isUndo ? ['undo', 'Undone'] : ['redo', 'Done again']));
	}
}

function show() {
	const all = steps.all();
	document.getElementById('step-count').textContent = `${size(all)} of ${MOST_STEPS} steps`;
	calls.show(write(all), text.state(), served, giveBytes(all));
	clearTimeout(remembering);
	remembering = setTimeout(remember, DELAY_IN_MILLISECONDS.long);
}

async function remember() {
	const timer = remembering;
	const { hash, complete } = await link.write(steps.all(), text.get());
	if (timer === remembering) {
		linkElement.href = hash;
		window.history.replaceState(null, '', hash);
		say(document.getElementById('link-notice'), complete ? undefined : 'The link has only the recipe: the text is too long for it.');
	}
}

function ended(showEnd) {
	return (outcome) => {
		showEnd(outcome);
		if (isAway) {
			// it may be another one that is back
			isAway = false;
			learnProtocols();
		}
	};
}

function away(reason) {
	isAway = true;
	outcomes.away(`No result: ${reason}. The text is kept, and the request is retried automatically.`);
}

function add(transform) {
	if (size(steps.all()) < MOST_STEPS) {
		steps.add(step(transform.name, transform));
	}
	else {
		say(notice, `A recipe has at most ${MOST_STEPS} steps.`);
		announce(notice.textContent);
	}
}

function prepend(recipe) {
	// it was meant for the poem
	if (isSample) {
		steps.replaceAll([]);
	}
	steps.prepend(parse(recipe, catalogue), `${recipe} added`);
}

function openSaved({ name, recipe }) {
	const wrong = openRecipe(link.parts(recipe), `The saved recipe ${name}`);
	recipeChanged(`${name} opened`);
	sayWrong(wrong);
}

async function open(fragment) {
	isSample = false;
	const parts = link.parts(fragment);
	const value = await link.readValue(parts);
	const wrong = openRecipe(parts, 'The recipe in the link');
	recipeBefore = copy(steps.all());
	dismiss();
	poem.value = '';
	const before = text.state();
	text.set(value ?? before.value, (value === undefined) ? before.fileName : undefined);
	changed();
	sayWrong(wrong);
}

// a link that is pasted into the address bar replaces what was there
async function follow({ newURL }) {
	clearTimeout(remembering);
	remembering = undefined;
	const before = { recipe: copy(steps.all()), ...text.state() };
	await open(new URL(newURL).hash);
	actions.record({ word: 'link followed', before, after: { recipe: recipeBefore, ...text.state() } });
}

function openRecipe(parts, what) {
	try {
		steps.replaceAll(link.readRecipe(parts, catalogue));
		return undefined;
	}
	catch (error) {
		steps.replaceAll([]);
		return `${what} is ignored: ${error.message}.`;
	}
}

function sayWrong(wrong) {
	if (wrong) {
		say(notice, wrong);
		announce(wrong);
	}
}

async function recite(title) {
	try {
		const words = await server.poem(title);
		if (poem.value === title) {
			text.replace(words, `${title} chosen`);
			poem.value = title;
		}
	}
	catch (error) {
		poem.value = '';
		text.refuse(`The poem cannot be loaded: ${error.message}`);
	}
}

async function learnProtocols() {
	const [listeners, mcp] = await Promise.all([server.listeners().catch(() => undefined), server.servesMcp().catch(() => true)]);
	served = { listeners, mcp };
	show();
}

async function eventually(ask) {
	for (;;) {
		try {
			return await ask();
		}
		catch (error) {
			away(error.message);
			await new Promise((resume) => setTimeout(resume, 2_000));
		}
	}
}

function listen(transforms) {
	poem.addEventListener('change', () => poem.value && recite(poem.value));
	steps.listen({ changed: recipeChanged, peeked: outcomes.look });
	text.listen({
		changed: () => {
			dismiss();
			poem.value = '';
			changed();
		},
		replaced: textReplaced,
		pasted: () => !text.tooLarge() && suggest(text.get(), prepend)
	});
	outcomes.listen(catalogue);
	search(transforms, add, outcomes.consider);
	browse(transforms, add, outcomes.consider);
	saved.listen(() => link.writeRecipe(steps.all()), {
		opened: openSaved,
		lost: (word, before, after) => actions.record({ word, before: { savedRecipes: before }, after: { savedRecipes: after } })
	});
	copies(document.getElementById('copy-link'), () => linkElement.href);
	undoButton.addEventListener('click', () => move('undo', 'Undone'));
	redoButton.addEventListener('click', () => move('redo', 'Done again'));
	addEventListener('keydown', pressed);
	addEventListener('hashchange', follow);
}

async function start() {
	const [transforms, poems, limits] = await eventually(() => Promise.all([server.catalogue(), server.poems(), server.limits()]));
	catalogue = new Map(transforms.map((transform) => [transform.name, transform]));
	poem.append(...poems.map(({ title }) => new Option(title, title)));
	text.limitTo(limits.textBytes);
	listen(transforms);
	if (location.hash.length > 1) {
		await open(location.hash);
	}
	else {
		await begin(poems[0]?.title ?? '');
	}
	showActions();
	await learnProtocols();
	await remember();
	document.body.dataset.ready = '';
}

async function begin(title) {
	steps.replaceAll([step('cummingsify', catalogue.get('cummingsify'))]);
	recipeBefore = copy(steps.all());
	isSample = true;
	text.set(title ? await server.poem(title).catch(() => '') : '');
	poem.value = title;
	changed();
}

start();
