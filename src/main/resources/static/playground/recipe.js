// Recipes: steps in a row, as the page keeps them and as they are written.
//
// A step is {name, values, brackets, off, transform}: a value for every parameter, as text, the recipe in its brackets, as it
// is edited, whether it is switched off, and the entry of the catalogue, which is missing where the name is none of it.

import * as inBrackets from './brackets.js';

export const MOST_STEPS = 16;

/**
 * Makes a step, with the defaults for what is not given.
 */
export function step(name, transform, given = [], brackets = '', off = false) {
	const parameters = transform?.parameters ?? [];
	const values = parameters.map((parameter, i) => given[i] ?? byDefault(parameter) ?? '');
	return { name, transform, values: [...values, ...given.slice(values.length)], brackets, off };
}

/**
 * A copy of a step, which does not change with it.
 */
export function copy(step) {
	return { ...step, values: [...step.values] };
}

function byDefault(parameter) {
	return (parameter?.default !== undefined) ? String(parameter.default) : undefined;
}

/**
 * The steps that are not switched off: those that are run.
 */
export function running(steps) {
	return steps.filter(({ off }) => !off);
}

/**
 * Writes steps for a link to this page: those that are switched off too, each after an exclamation mark.
 */
export function writeAll(steps) {
	return steps.map((step) => (step.off ? '!' : '') + writeStep(step)).join(',');
}

/**
 * Writes steps as a recipe. It is ASCII, and may stand in a URL and in a shell's single quotes as it is: whatever an
 * argument might have to encode in any of them is encoded.
 */
export function write(steps) {
	return steps.map(writeStep).join(',');
}

function writeStep({ name, values, brackets, transform }) {
	const given = [...values];
	const parameters = transform?.parameters ?? [];
	while (given.length > 0 && given.at(-1) === byDefault(parameters[given.length - 1])) {
		given.pop();
	}
	return name + ((given.length > 0) ? `=${given.map(encode).join(':')}` : '')
			+ (brackets ? `(${inBrackets.encode(brackets)})` : '');
}

function encode(argument) {
	return argument.toWellFormed().replace(/[^\w-]/gu, inBrackets.percentEncoded);
}

/**
 * The number of steps, those in brackets included.
 */
export function size(steps) {
	return steps.reduce((sum, { brackets }) => sum + 1 + inBrackets.size(brackets), 0);
}

/**
 * A transform as it is written in a recipe, without its arguments.
 */
export function heading({ name, brackets }) {
	return brackets ? `${name}(…)` : name;
}

/**
 * Whether steps give bytes. A transform that is none of the catalogue gives nothing.
 */
export function giveBytes(steps) {
	return steps.at(-1)?.transform?.gives === 'bytes';
}

/**
 * What a transform takes and gives; undefined where it is texts alone, as with most.
 */
export function kinds({ takes, gives } = {}) {
	return [takes, gives].includes('bytes') ? `${takes} → ${gives}` : undefined;
}

/**
 * What is wrong with a value, in the server's own words; nothing where it is fine.
 */
export function complaint(parameter, value) {
	const { name, type, min, max, choices } = parameter;
	if (type === 'choice') {
		return choices.includes(value) ? undefined : `‘${name}’ must be one of: ${choices.join(', ')}`;
	}
	if (type === 'integer') {
		const fine = /^[0-9]{1,10}$/.test(value) && Number(value) >= min && Number(value) <= max;
		return fine ? undefined : `‘${name}’ must be a whole number from ${min} to ${max}`;
	}
	const length = [...value].length;
	return (length >= min && length <= max) ? undefined : `‘${name}’ must be a text of ${min} to ${max} characters`;
}

/**
 * What is wrong with a step's values and brackets, or nothing.
 */
export function complaintOf({ transform, values, brackets }) {
	return transform?.parameters.map((parameter, i) => complaint(parameter, values[i] ?? '')).find((wrong) => wrong)
			?? inBrackets.complaint(brackets);
}
