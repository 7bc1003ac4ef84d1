// Runs recipes over texts, one at a time: what is outdated is given up, and what found no server is tried again.

import { complaintOf, write } from './recipe.js';
import { Refused, transform } from './server.js';

const LONGEST_PAUSE_IN_MILLISECONDS = 8_000;

/**
 * @param view done(result), failed(reason, index of the step or undefined where it is the text's own fault, names that
 * may be meant), waiting(), away(reason)
 */
export function runs(view) {
	let controller = new AbortController();
	let timer;
	let tries = 0;

	function start(steps, text, delay) {
		controller.abort();
		clearTimeout(timer);
		controller = new AbortController();
		const { signal } = controller;
		timer = setTimeout(() => run(steps, text, signal), delay);
	}

	async function run(steps, text, signal) {
		view.waiting();
		try {
			const end = await outcome(steps, text, signal);
			if (!signal.aborted) {
				tries = 0;
				end(view);
			}
		}
		catch (error) {
			if (!signal.aborted) {
				view.away(error.message);
				start(steps, text, Math.min(1_000 * 2 ** tries++, LONGEST_PAUSE_IN_MILLISECONDS));
			}
		}
	}

	return { start };
}

async function outcome(steps, text, signal) {
	const wrong = steps.findIndex(complaintOf);
	if (wrong >= 0) {
		return (view) => view.failed(complaintOf(steps[wrong]), wrong);
	}
	try {
		const result = await transform(write(steps), text, signal);
		return (view) => view.done(result);
	}
	catch (error) {
		const { reason, index } = await blame(error, steps, text, signal);
		return (view) => view.failed(reason, index, error.nearNames);
	}
}

/**
 * Finds the step at which a recipe fails. Most problems begin with it, or with one in its brackets.
 */
async function blame(error, steps, text, signal) {
	if (!isFinal(error)) {
		throw error;
	}
	const [, number] = /^(?:at )?step (\d+)/.exec(error.message) ?? [];
	return (number !== undefined) ? { reason: withoutStep(error.message), index: number - 1 }
			: search(error, steps, text, signal);
}

/**
 * Finds the step that a problem does not name: where a recipe fails, every longer one that begins with it does too, so a
 * few of its beginnings tell.
 */
async function search(error, steps, text, signal) {
	let fine = 0;
	let failing = steps.length;
	let first = error;
	while (failing - fine > 1) {
		const middle = Math.floor((fine + failing) / 2);
		try {
			await transform(write(steps.slice(0, middle)), text, signal);
			fine = middle;
		}
		catch (earlier) {
			if (!isFinal(earlier)) {
				throw earlier;
			}
			failing = middle;
			first = earlier;
		}
	}
	return { reason: withoutStep(first.message), index: first.isOfTheText ? undefined : failing - 1 };
}

// the page says itself at which step a recipe fails; a step in brackets stays
function withoutStep(message) {
	return message.replace(/^(?:at )?step \d+(?:, [a-z0-9-]+)?[,:] /, '');
}

// a server that is busy or shutting down says when to come back
function isFinal(error) {
	return error instanceof Refused && !error.retry;
}

/**
 * What the first steps of a recipe make of a text, remembered as long as the text is the same.
 */
export function peeks() {
	let known = new Map();
	let about;
	return (steps, text) => {
		if (text !== about) {
			known = new Map();
			about = text;
		}
		const recipe = write(steps);
		if (!known.has(recipe)) {
			const result = transform(recipe, text);
			result.catch(() => known.delete(recipe));
			known.set(recipe, result);
		}
		return known.get(recipe);
	};
}
