// What mends a step, from the words of a problem, which say it as it is written in a recipe.

import { parse } from './parsing.js';
import { copy } from './recipe.js';

/**
 * Finds what mends a step.
 * @param reason what is wrong with it
 * @param nearNames the names that may have been meant
 * @param catalogue the transforms by name
 * @returns {label, steps}: what it does, and what to put in the place of the step
 */
export function mends(step, reason, nearNames, catalogue) {
	const names = nearNames.map((name) => ({ label: `Use ${name}`, steps: [renamed(step, name, catalogue)] }));
	return [...names, ...advice(step, reason, catalogue), ...values(step, reason)];
}

// the arguments stay, as a name is mistyped more often than chosen wrongly
function renamed(step, name, catalogue) {
	const [other] = parse(name, catalogue);
	return { ...other, values: other.values.map((value, i) => step.values[i] ?? value), steps: other.steps && copy(step.steps ?? []) };
}

function advice(step, reason, catalogue) {
	const [, before] = /\bput ([a-z]\S*) (?:first|before it)/.exec(reason) ?? [];
	const [, instead] = /\buse ([a-z][a-z0-9]*-\S+)/.exec(reason) ?? /; ([a-z0-9]+-[a-z0-9-]+) decodes it/.exec(reason) ?? [];
	const [, within] = /requires a recipe in brackets, such as \((.+)\)/.exec(reason) ?? [];
	const [, example] = /requires the argument .* as in (\S+)$/.exec(reason) ?? [];
	const [, behind] = /; add (\S+) to it$/.exec(reason) ?? [];
	return [
		offer(before, `Put ${before} before it`, catalogue, (steps) => [...steps, step]),
		offer(instead, `Use ${instead} instead`, catalogue, (steps) => steps),
		offer(within, `Put ${within} into the brackets`, catalogue, (steps) => [{ ...step, steps }]),
		offer(example, `Try ${example}`, catalogue, (steps) => steps),
		offer(behind, `Add ${behind} in the brackets`, catalogue, (steps) => [{ ...step, steps: [...step.steps ?? [], ...steps] }])
	].filter(Boolean);
}

// only what this server has
function offer(recipe, label, catalogue, steps) {
	try {
		const parsed = (recipe !== undefined) ? parse(recipe, catalogue) : [];
		const isKnown = parsed.length > 0 && parsed.every(({ transform }) => transform);
		return isKnown ? { label, steps: steps(parsed) } : undefined;
	}
	catch {
		return undefined;
	}
}

function values(step, reason) {
	const [, name, least, most] = /^[‘'](.+)[’'] must be a whole number from (\d+) to (\d+)$/.exec(reason) ?? [];
	const index = step.transform?.parameters.findIndex((parameter) => parameter.name === name) ?? -1;
	if (name === undefined || index < 0) {
		return [];
	}
	const nearest = (Number(step.values[index]) > Number(most)) ? most : least;
	return [{ label: `Use ${nearest}`, steps: [{ ...step, values: step.values.with(index, nearest) }] }];
}
