// Runs recipes over values, one at a time: what is outdated is given up, and what found no server is tried again.

import { active, complaintOf, numbered, write } from './recipe.js';
import { Refused, transform } from './server.js';

const LONGEST_PAUSE_IN_MILLISECONDS = 8_000;

/**
 * @param view done(result), failed(failure), waiting(), away(reason); a failure is {reason, number of the step, which is
 * undefined where it is the text's own fault, nearNames}
 */
export function runs(view) {
	let controller = new AbortController();
	let timer;
	let tries = 0;

	function stop() {
		controller.abort();
		clearTimeout(timer);
	}

	function start(steps, value, delay) {
		stop();
		controller = new AbortController();
		const { signal } = controller;
		timer = setTimeout(() => run(steps, value, signal), delay);
	}

	async function run(steps, value, signal) {
		view.waiting();
		try {
			const end = await outcome(active(steps), value, signal);
			if (!signal.aborted) {
				tries = 0;
				end(view);
			}
		}
		catch (error) {
			if (!signal.aborted) {
				view.away(error.message);
				start(steps, value, Math.min(1_000 * 2 ** tries++, LONGEST_PAUSE_IN_MILLISECONDS));
			}
		}
	}

	return { start, stop };
}

async function outcome(steps, value, signal) {
	const wrong = numbered(steps).find(({ step }) => complaintOf(step));
	if (wrong) {
		return (view) => view.failed({ reason: complaintOf(wrong.step), number: wrong.number, nearNames: [] });
	}
	try {
		const result = await transform(write(steps), value, signal);
		return (view) => view.done(result);
	}
	catch (error) {
		const failure = await blame(error, steps, value, signal);
		return (view) => view.failed(failure);
	}
}

/**
 * Finds the step at which a recipe fails. Most problems begin with it.
 */
async function blame(error, steps, value, signal) {
	if (!isFinal(error)) {
		throw error;
	}
	const [, number] = /^(?:at )?step (\d+(?:\.\d+)*)/.exec(error.message) ?? [];
	return (number !== undefined) ? { reason: withoutStep(error.message), number, nearNames: error.nearNames }
			: search(error, steps, value, signal);
}

/**
 * Finds the step that a problem does not name: where a recipe fails, every longer one that begins with it does too, so a
 * few of its beginnings tell.
 */
async function search(error, steps, value, signal) {
	let fine = 0;
	let failing = steps.length;
	let first = error;
	while (failing - fine > 1) {
		const middle = Math.floor((fine + failing) / 2);
		try {
			await transform(write(steps.slice(0, middle)), value, signal);
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
	return { reason: withoutStep(first.message), number: first.isOfTheText ? undefined : String(failing), nearNames: first.nearNames };
}

/**
 * Removes the step from the beginning of a message, for which the page has its own words.
 */
function withoutStep(message) {
	return message.replace(/^(?:at )?step \d+(?:\.\d+)*(?:, [a-z0-9-]+)?[,:] /, '');
}

// a server that is busy or shutting down says when to come back
function isFinal(error) {
	return error instanceof Refused && !error.retry;
}

/**
 * What the first steps of a recipe make of a value, remembered as long as the value is the same.
 */
export function peeks() {
	let known = new Map();
	let about;
	return (steps, value) => {
		if (value !== about) {
			known = new Map();
			about = value;
		}
		const recipe = write(steps);
		if (!known.has(recipe)) {
			const result = transform(recipe, value);
			result.catch(() => known.delete(recipe));
			known.set(recipe, result);
		}
		return known.get(recipe);
	};
}
