// Parses a recipe as it is written in a link, where a step that is switched off has an exclamation mark before it.

import * as brackets from './brackets.js';
import { MOST_STEPS, size, step } from './recipe.js';

/**
 * Parses a recipe.
 * @param catalogue the transforms by name
 * @returns its steps
 * @throws Error where it is malformed, with the reason
 */
export function parse(recipe, catalogue) {
	const steps = [];
	let at = 0;
	while (recipe !== '' && at <= recipe.length) {
		const [read, end] = parseStep(recipe, at, catalogue);
		steps.push(read);
		at = end + 1;
	}
	if (size(steps) > MOST_STEPS) {
		throw new Error(`a recipe has at most ${MOST_STEPS} steps`);
	}
	return steps;
}

function parseStep(recipe, start, catalogue) {
	const off = recipe[start] === '!';
	const beginning = start + Number(off);
	const name = match(/[a-z][a-z0-9]*(?:-[a-z0-9]+)*/y, recipe, beginning);
	const transform = catalogue.get(name);
	const given = match(takesParentheses(transform) ? /=[^,=.]*|/y : /=[^,=.()]*|/y, recipe, beginning + name.length);
	const opening = beginning + name.length + given.length;
	const [within, end] = parseBrackets(recipe, opening);
	if (end < recipe.length && recipe[end] !== ',') {
		throw new Error((recipe[end] === ')') ? `the closing bracket at character ${end + 1} has no opening one`
				: 'a step of the recipe is malformed');
	}
	return [step(name, transform, decoded(given), within, off), end];
}

/**
 * Links that were made before there were brackets have parentheses in arguments as they are. Where a transform takes a text
 * and no brackets, they cannot mean anything else.
 */
function takesParentheses(transform) {
	return Boolean(transform) && !transform.brackets && transform.parameters.some(({ type }) => type === 'text');
}

function parseBrackets(recipe, opening) {
	if (recipe[opening] !== '(') {
		return [undefined, opening];
	}
	const end = brackets.closing(recipe, opening);
	if (end < 0) {
		throw new Error(`the bracket at character ${opening + 1} is not closed`);
	}
	return [brackets.decode(recipe.slice(opening + 1, end)), end + 1];
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
