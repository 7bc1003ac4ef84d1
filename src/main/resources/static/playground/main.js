// The playground: puts its parts together.

import { announce } from './announcement.js';
import * as calls from './calls.js';
import { browse } from './catalogue.js';
import { counted } from './counts.js';
import { say } from './dom.js';
import * as history from './history.js';
import * as link from './link.js';
import { mark } from './marking.js';
import * as mending from './mending.js';
import { parse } from './parsing.js';
import { positionIn, rangeIn } from './position.js';
import { complaintOf, copy, giveBytes, MOST_STEPS, running, size, step, write, writeAll } from './recipe.js';
import * as result from './result.js';
import { peeks, runs } from './runs.js';
import { search } from './search.js';
import * as server from './server.js';
import * as stages from './stages.js';
import * as steps from './steps.js';
import * as text from './text.js';
import { account, trial } from './trying.js';

const LONG_TEXT = 100_000;

// typing is one change, not many; a long text waits for the writer to pause
const DELAY_IN_MILLISECONDS = { short: 150, long: 500 };

// one who runs over a list looks at none of it
const GLANCE_IN_MILLISECONDS = 150;

const poem = document.getElementById('poem');
const notice = document.getElementById('recipe-notice');

const peek = peeks();
const run = runs({ waiting: () => result.busy(true), done, failed, away });

let catalogue;
let served = { mcp: true };
let showLast = () => undefined;
let peekedAt;
let glance;
let isAway = false;
let remembering;

function changed() {
	say(notice, (running(steps.all()).length > 0) ? undefined : 'No steps: the result is the text.');
	document.getElementById('name-help').hidden = steps.all().length === 0;
	const content = text.get();
	const delay = (content.length > LONG_TEXT) ? DELAY_IN_MILLISECONDS.long : DELAY_IN_MILLISECONDS.short;
	show();
	run.start(running(steps.all()), content, delay);
}

function recipeChanged(label, field) {
	history.record(steps.all().map(copy), label, field);
	changed();
}

function restore(recipe) {
	steps.restore(recipe.map(copy));
	changed();
}

function show() {
	document.getElementById('step-count').textContent = `${size(steps.all())} of ${MOST_STEPS} steps`;
	const runs = running(steps.all());
	const hash = calls.show(write(runs), text.get(), served, giveBytes(runs), writeAll(steps.all()));
	clearTimeout(remembering);
	remembering = setTimeout(() => window.history.replaceState(null, '', hash), DELAY_IN_MILLISECONDS.long);
}

function done(made) {
	end(() => result.show(made));
	announce(made.bytes ? `The result is ${counted(made.bytes.length, 'byte')}.` : 'The result has changed.');
}

function failed(message, runningIndex, nearNames) {
	const index = steps.all().indexOf(running(steps.all())[runningIndex]);
	const where = (index < 0) ? 'The text' : `Step ${index + 1}, ${steps.all()[index].name}`;
	// a step in brackets is named with its number, to which the server did not count what is switched off
	const reason = message.replace(/^step \d+/, `step ${index + 1}`);
	const sentence = reason.startsWith('step ') ? `S${reason.slice(1)}.` : `${where}: ${reason}.`;
	end(() => result.fail(sentence), reason, (index < 0) ? undefined : index);
	announce(sentence);
	if (index >= 0) {
		mending.offer({ reason, nearNames }, steps.all(), index, catalogue, mend);
		quote(reason, index);
	}
}

/**
 * Shows where the value is wrong: in the text itself, if it is that of the first step, and in any case at the step.
 */
async function quote(reason, index) {
	const position = positionIn(reason);
	const content = text.get();
	// what is in brackets has only a part of the value
	if (!position || reason.startsWith('step ')) {
		return;
	}
	const before = running(steps.all().slice(0, index));
	mark((before.length === 0) ? rangeIn(content, position) : undefined);
	const current = showLast;
	const given = await peek(before, content).catch(() => ({}));
	if (showLast === current) {
		mending.quote(reason, index, given.text ?? given.bytes);
	}
}

function mend(recipe, label) {
	steps.replaceAll(recipe);
	recipeChanged(label);
	announce(`${label}: done`);
	document.querySelector('#steps .name')?.focus();
}

function end(showThis, reason, index) {
	showLast = showThis;
	showLast();
	showStages();
	mending.clear();
	mark(undefined);
	steps.fail(index, reason);
	text.fail((index === undefined) ? reason : undefined);
	if (isAway) {
		// it may be another one that is back
		isAway = false;
		learnProtocols();
	}
}

function away(reason) {
	isAway = true;
	const sentence = `No result: ${reason}. The text is kept, and the request is retried automatically.`;
	result.remark(sentence);
	announce(sentence);
}

async function peeked(index) {
	peekedAt = index;
	if (index === undefined) {
		showLast();
		return;
	}
	const beginning = running(steps.all().slice(0, index + 1));
	const { name, transform, off } = steps.all()[index];
	const title = `After step ${index + 1}, ${name}${off ? ' (off)' : ''}`;
	const showPeek = await peekOf(beginning).then((made) => () => result.show({ ...made, milliseconds: undefined }, title, transform?.description),
			(error) => () => result.fail(`No result at this step: ${error.message}.`, title, transform?.description));
	if (peekedAt === index) {
		showPeek();
	}
}

function tried(transform) {
	clearTimeout(glance);
	if (transform) {
		glance = setTimeout(() => showTrial(transform), GLANCE_IN_MILLISECONDS);
	}
	else if (peekedAt !== undefined) {
		peeked(undefined);
	}
}

async function showTrial(transform) {
	peekedAt = transform;
	const { tried: next, exemplary } = trial(transform, catalogue);
	const beginning = [...running(steps.all().slice(0, steps.nextIndex())), next];
	const title = `With ${transform.name}`;
	const about = account(transform) + (exemplary ? ' Its arguments are tried.' : '');
	const showIt = await peekOf(beginning).then((made) => () => result.show({ ...made, milliseconds: undefined }, title, about),
			(error) => () => result.fail(`No result: ${error.message}.`, title, about));
	if (peekedAt === transform) {
		showIt();
	}
}

function showStages() {
	const all = steps.all();
	stages.show(all.map(({ name }, i) => ({ name, number: i + 1, result: () => peekOf(running(all.slice(0, i + 1))) })));
}

async function peekOf(beginning) {
	const wrong = beginning.map(complaintOf).find(Boolean);
	if (wrong) {
		throw new Error(wrong);
	}
	try {
		return await peek(beginning, text.get());
	}
	catch (error) {
		throw new Error(numbered(error.message, beginning), { cause: error });
	}
}

// the server does not count the steps that are switched off
function numbered(message, ran) {
	return message.replace(/^((?:at )?step )(\d+)/, (whole, before, number) => {
		const index = steps.all().indexOf(ran[number - 1]);
		return (index < 0) ? whole : `${before}${index + 1}`;
	});
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

function open(fragment) {
	const state = link.read(fragment);
	let wrong;
	try {
		steps.replaceAll(parse(state.recipe ?? '', catalogue));
	}
	catch (error) {
		wrong = `The recipe in the link is ignored: ${error.message}.`;
		steps.replaceAll([]);
	}
	poem.value = '';
	text.set(state.text ?? text.get());
	recipeChanged('link opened');
	if (wrong) {
		say(notice, wrong);
		announce(wrong);
	}
}

async function recite(title) {
	try {
		const words = await server.poem(title);
		if (poem.value === title) {
			text.set(words);
			changed();
		}
	}
	catch (error) {
		poem.value = '';
		text.fail(`The poem cannot be loaded: ${error.message}`);
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

async function start() {
	const [transforms, poems] = await eventually(() => Promise.all([server.catalogue(), server.poems()]));
	catalogue = new Map(transforms.map((transform) => [transform.name, transform]));
	poem.append(...poems.map(({ title }) => new Option(title, title)));
	poem.addEventListener('change', () => poem.value && recite(poem.value));
	steps.listen(catalogue, { changed: recipeChanged, peeked });
	history.undoable(restore);
	text.listen(() => {
		poem.value = '';
		changed();
	});
	search(transforms, { chosen: add, tried });
	browse(transforms, { chosen: add, tried });
	addEventListener('hashchange', () => open(location.hash));
	if (location.hash.length > 1) {
		open(location.hash);
	}
	else {
		steps.replaceAll([step('cummingsify', catalogue.get('cummingsify'))]);
		history.record(steps.all().map(copy));
		poem.value = poems[0]?.title ?? '';
		await (poem.value ? recite(poem.value) : changed());
	}
	await learnProtocols();
	document.body.dataset.ready = '';
}

start();
