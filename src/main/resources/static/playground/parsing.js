// Parses a recipe as it is written in a link.

import { MOST_LEVELS, MOST_STEPS, places, size, step } from './recipe.js';

/**
 * Parses a recipe.
 * @param catalogue the transforms by name
 * @param off the places of the steps that are switched off, such as 2.1
 * @returns its steps
 * @throws Error where it is malformed, with the reason
 */
export function parse(recipe, catalogue, off = []) {
	const [steps, end] = (recipe === '') ? [[], 0] : parseSteps(recipe, 0, catalogue, 0);
	if (end < recipe.length) {
		throw new Error(`the closing bracket at character ${end + 1} has no opening one`);
	}
	for (const { step, place } of places(steps)) {
		step.isOff = off.includes(place);
	}
	if (size(steps) > MOST_STEPS) {
		throw new Error(`a recipe has at most ${MOST_STEPS} steps`);
	}
	return steps;
}

function parseSteps(recipe, start, catalogue, level) {
	const steps = [];
	let at = start;
	do {
		at = (steps.length > 0) ? at + 1 : at;
		const [read, end] = parseStep(recipe, at, catalogue, level);
		steps.push(read);
		at = end;
	} while (recipe[at] === ',');
	if (at < recipe.length && recipe[at] !== ')') {
		throw new Error('a step of the recipe is malformed');
	}
	return [steps, at];
}

function parseStep(recipe, start, catalogue, level) {
	const name = match(/[a-z][a-z0-9]*(?:-[a-z0-9]+)*/y, recipe, start);
	const transform = catalogue.get(name);
	const given = match((level === 0 && takesParentheses(transform)) ? /=[^,=.]*|/y : /=[^,=.()]*|/y, recipe, start + name.length);
	const [within, end] = parseBrackets(recipe, start + name.length + given.length, catalogue, level);
	return [step(name, transform, decoded(given), within), end];
}

/**
 * Links that were made before there were brackets have parentheses in arguments as they are. Where a transform takes a text
 * and no brackets, they cannot mean anything else.
 */
function takesParentheses(transform) {
	return Boolean(transform) && !transform.brackets && transform.parameters.some(({ type }) => type === 'text');
}

function parseBrackets(recipe, opening, catalogue, level) {
	if (recipe[opening] !== '(') {
		return [undefined, opening];
	}
	if (level === MOST_LEVELS) {
		throw new Error(`a recipe has at most ${MOST_LEVELS} levels of brackets`);
	}
	if (!recipe.includes(')', opening)) {
		throw new Error(`the bracket at character ${opening + 1} is not closed`);
	}
	const [steps, end] = parseSteps(recipe, opening + 1, catalogue, level + 1);
	if (recipe[end] !== ')') {
		throw new Error(`the bracket at character ${opening + 1} is not closed`);
	}
	return [steps, end + 1];
}

function match(sticky, recipe, start) {
	sticky.lastIndex = start;
	const [found] = sticky.exec(recipe) ?? [];
	if (found === undefined) {
		throw new Error('a step of the recipe is malformed');
	}
	return found;
}

function decoded(given) {
	try {
		return (given === '') ? [] : given.slice(1).split(':').map(decodeURIComponent);
	}
	catch {
		throw new Error('the percent-encoding of an argument is malformed');
	}
}
