// What mends a step that failed, read from what the server says about it. A remedy is {label} with either the steps that it
// makes of the recipe, or the name of the field in which something must be written.

import { parse } from './parsing.js';
import { complaint, write } from './recipe.js';

const RECIPE = '[a-z][a-z0-9-]*(?:[=,(][^;\\s]*)?';

const BEFORE = new RegExp(`\\bput (${RECIPE}) (?:first|before it)`);

const TO_COMPLETE = /\bput ([a-z][a-z0-9-]*) with .* (?:first|before it)$/;

const AROUND = /\bput ([a-z0-9-]+)(?: or ([a-z0-9-]+))? around it/;

const INSTEAD = new RegExp(`\\buse (${RECIPE})`);

const UNKNOWN = /there is no transform '([^']+)'/;

const ARGUMENT = /^(?:requires the argument )?[‘']([a-z0-9-]+)[’']/;

/**
 * The remedies for a step.
 * @param failure the reason, in the server's words, and nearNames, if any
 * @param steps all steps
 * @param index the index of the one that failed
 * @param catalogue the transforms by name
 */
export function remediesFor({ reason, nearNames = [] }, steps, index, catalogue) {
	const step = steps[index];
	const replaced = (...others) => [...steps.slice(0, index), ...others, ...steps.slice(index + 1)];
	const isInBrackets = reason.startsWith('step ');
	const all = [...names(reason, nearNames, step, isInBrackets, catalogue, replaced),
		...(isInBrackets ? [] : [...arguments_(reason, step, replaced), ...advised(reason, step, catalogue, replaced)])];
	return all.filter(Boolean);
}

function names(reason, nearNames, step, isInBrackets, catalogue, replaced) {
	const [, unknown] = UNKNOWN.exec(reason) ?? [];
	return nearNames.map((name) => ({
		label: `Change it to ${name}`,
		steps: replaced(isInBrackets ? { ...step, brackets: renamed(step.brackets, unknown, name) }
				: parsed(name + written(step).slice(step.name.length), catalogue)[0])
	}));
}

// arguments are percent-encoded, so that a name between these characters is that of a step
function renamed(brackets, from, to) {
	const parts = brackets.split(/([,(])/);
	const found = parts.findIndex((part, i) => part.replace(/[=)].*/s, '') === from && i % 2 === 0);
	return parts.map((part, i) => (i === found) ? to + part.slice(from.length) : part).join('');
}

function arguments_(reason, step, replaced) {
	const [, name] = ARGUMENT.exec(reason) ?? [];
	const parameters = step.transform?.parameters ?? [];
	const index = parameters.findIndex((parameter) => parameter.name === name);
	if (index < 0) {
		return reason.startsWith('requires a recipe in brackets') ? [{ label: 'Write the recipe in brackets', field: 'brackets' }] : [];
	}
	const [, meant] = /perhaps ([\w.:-]+) was meant/.exec(reason) ?? [];
	const better = meant ?? usable(parameters[index], step.values[index]);
	const values = step.values.with(index, String(better));
	return [(better !== undefined) && { label: `Set ${name} to ${better}`, steps: replaced({ ...step, values }) },
		{ label: `Go to ${name}`, field: name }];
}

/**
 * A value that is allowed, where one suggests itself: the nearest number, or the default.
 */
function usable(parameter, value) {
	const { type, min, max } = parameter;
	const nearest = (type === 'integer' && /^-?\d+$/.test(value)) ? Math.min(Math.max(Number(value), min), max) : parameter.default;
	return (nearest !== undefined && String(nearest) !== value && !complaint(parameter, String(nearest))) ? nearest : undefined;
}

function advised(reason, step, catalogue, replaced) {
	const [, before] = BEFORE.exec(reason) ?? [];
	const [, incomplete] = TO_COMPLETE.exec(reason) ?? [];
	const [, ...around] = AROUND.exec(reason) ?? [];
	const [, instead] = INSTEAD.exec(reason) ?? [];
	const known = (recipe) => recipe && catalogue.has(/^[a-z0-9-]+/.exec(recipe)[0]) ? parsed(recipe, catalogue) : [];
	const first = known(before ?? incomplete);
	const other = known(instead);
	return [
		first.length > 0 && { label: `Put ${before ?? incomplete} before it`, steps: replaced(...first, step) },
		...around.filter((name) => catalogue.has(name)).map((name) => ({
			label: `Put ${name} around it`, steps: replaced(...parsed(`${name}(${written(step)})`, catalogue))
		})),
		other.length > 0 && { label: `Use ${instead} instead`, steps: replaced(...other) }
	];
}

function written(step) {
	return write([step]);
}

// an advice that is none of a recipe is only read
function parsed(recipe, catalogue) {
	try {
		return parse(recipe, catalogue);
	}
	catch {
		return [];
	}
}
