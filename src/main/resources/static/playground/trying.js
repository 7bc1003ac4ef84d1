// Tries a transform on one's own text before it is added.

import { beginning } from './dom.js';
import { parse } from './parsing.js';
import { complaintOf, step } from './recipe.js';

const MOST_SHOWN = 100;

/**
 * The step to try: with its defaults, or with the arguments of the example where one must be given.
 */
export function trial(transform, catalogue) {
	const plain = step(transform.name, transform);
	const needs = complaintOf(plain) || (transform.brackets && plain.brackets === '');
	const exemplary = needs && transform.example ? parse(transform.example.recipe, catalogue).find(({ name }) => name === transform.name) : undefined;
	return { tried: exemplary ?? plain, exemplary: exemplary !== undefined };
}

/**
 * What a transform does, with its example.
 */
export function account({ description, example }) {
	return example ? `${description} Example: ${exampleOf({ example })}` : description;
}

/**
 * The example in one line.
 */
export function exampleOf({ example: { recipe, text, result } }) {
	return `${recipe}: ${inOneLine(text)} → ${inOneLine(result)}`;
}

function inOneLine(text) {
	const shown = text.replaceAll('\n', '↵').replaceAll('\t', '⇥');
	return (shown.length > MOST_SHOWN) ? `${beginning(shown, MOST_SHOWN)}…` : shown;
}
