// What comes of the recipe: its result or why there is none, or, for as long as somebody looks at a step or at a transform
// of the catalogue, what that makes.

import { announceOutcome } from './announcement.js';
import { counted } from './counts.js';
import { element } from './dom.js';
import * as everyStep from './everystep.js';
import { mends } from './mending.js';
import { locate } from './positions.js';
import { active, complaintOf, find, giveCode, numbered, step } from './recipe.js';
import * as result from './result.js';
import { peeks } from './runs.js';
import * as steps from './steps.js';
import * as text from './text.js';

// a mouse on its way over the catalogue looks at nothing
const LOOK_IN_MILLISECONDS = 120;

const toError = document.getElementById('to-error');

const peek = peeks();

let catalogue;
let showLast = () => undefined;
let newest;
let looking;

/**
 * @param transforms the catalogue by name
 */
export function listen(transforms) {
	catalogue = transforms;
	everyStep.listen(showEveryStep);
}

export function done(made) {
	const isCode = giveCode(steps.all());
	end(() => result.show(made, { isCode }));
	steps.fail(undefined);
	text.fail(undefined);
	announceOutcome(made.bytes ? `The result is ${counted(made.bytes.length, 'byte')}.` : 'The result has changed.');
}

/**
 * Shows a failure: at its step, with what mends it, and in what the step takes.
 */
export function failed({ reason, number, nearNames }) {
	if (number === undefined) {
		const sentence = `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`;
		end(() => result.fail('No result: see what is said about the text.'));
		steps.fail(undefined);
		text.fail(sentence);
		announceOutcome(sentence);
		return;
	}
	const at = find(steps.all(), number);
	const sentence = `Step ${number}, ${at.name}${/^(?:line|word|match|field|paragraph) \d/.test(reason) ? ',' : ':'} ${reason}.`;
	end(() => result.fail(sentence));
	steps.fail(at, reason, mends(at, reason, nearNames, catalogue).map((mend) => buttonOf(at, mend)));
	text.fail(undefined);
	announceOutcome(sentence);
	showCause(number, reason, sentence);
}

function buttonOf(at, { label, steps: others }) {
	return element('button', { type: 'button', class: 'mend', click: () => steps.replace(at, others, label) }, label);
}

// the value of the text, or what the steps before make of it
async function showCause(number, reason, sentence) {
	const showFailure = showLast;
	const index = Number(number.split('.')[0]) - 1;
	const value = text.get();
	const before = active(steps.all()).slice(0, index);
	const made = (index === 0) ? value : await peek(before, value).then((one) => one.bytes ?? one.text, () => undefined);
	const place = (made === undefined) ? undefined : locate(reason, made, /^\d+(?:\.1)*$/.test(number));
	if (!place || showLast !== showFailure) {
		return;
	}
	const title = (index === 0) ? 'The text' : `Input of step ${index + 1}, ${active(steps.all())[index].name}`;
	showLast = () => {
		result.fail(sentence);
		// first, as it takes some of the room
		toError.hidden = !(index === 0 && typeof made === 'string' && text.isInField());
		toError.onclick = () => text.select(place);
		result.showCause(title, made, place);
	};
	show();
}

/**
 * Says why there is no newer result.
 */
export function away(sentence) {
	result.remark(sentence);
	announceOutcome(sentence);
}

/**
 * Shows what the recipe makes up to a step, or the last result again where there is none.
 */
export function look(at) {
	const outer = at && steps.outermost(at);
	const all = active(steps.all());
	const index = all.indexOf(outer);
	if (index < 0) {
		lookAt(undefined);
		return;
	}
	if (everyStep.isOn()) {
		everyStep.scrollTo(index);
		return;
	}
	const { name, transform } = outer;
	lookAt({ beginning: all.slice(0, index + 1), title: `After step ${index + 1}, ${name}`, description: transform?.description,
		word: 'No result at this step' });
}

/**
 * Shows what the recipe would make with a transform of the catalogue at its end. Where that has arguments without a default,
 * they are those of its example.
 */
export function consider(transform) {
	clearTimeout(looking);
	if (!transform) {
		lookAt(undefined);
		return;
	}
	const { name, description, example } = transform;
	const [summary] = /^.*?\.(?= |$)/s.exec(description) ?? [description];
	const described = example ? `${summary} Example: ${example.recipe} makes “${example.result}” of “${example.text}”.` : description;
	const own = step(name, transform);
	looking = setTimeout(() => lookAt({ beginning: [...active(steps.all()), own], example: needsExample(own) ? example?.recipe : undefined,
		title: `With ${name} added`, description: described, word: 'No result with it' }), LOOK_IN_MILLISECONDS);
}

function needsExample(own) {
	return complaintOf(own) !== undefined || own.steps?.length === 0;
}

async function lookAt(subject) {
	newest = subject;
	if (!subject) {
		show();
		return;
	}
	const { beginning, example, title, description, word } = subject;
	const used = example ? [...beginning.slice(0, -1), { name: example, values: [] }] : beginning;
	const named = example ? `With ${example} added` : title;
	const showPeek = await peekOf(used).then(
			(made) => () => result.show({ ...made, milliseconds: undefined }, { title: named, description, isCode: giveCode(beginning) }),
			(error) => () => result.fail(`${word}: ${error.message}.`, { title: named, description }));
	if (newest === subject) {
		toError.hidden = true;
		showPeek();
	}
}

async function peekOf(beginning) {
	const wrong = numbered(beginning).map(({ step: one }) => one).filter(({ transform }) => transform).map(complaintOf).find(Boolean);
	if (wrong) {
		throw new Error(wrong);
	}
	return peek(beginning, text.get());
}

function end(showThis) {
	newest = undefined;
	showLast = showThis;
	show();
	if (everyStep.isOn()) {
		showEveryStep();
	}
}

function show() {
	toError.hidden = true;
	showLast();
}

function showEveryStep() {
	everyStep.show(steps.all(), peekOf);
}
