// Recipes: steps in a row, as the page keeps them and as they are written.
//
// A step is {name, values, transform}: a value for every parameter, as text, and the entry of the catalogue, which is
// missing where the name is none of it.

export const MOST_STEPS = 16;

/**
 * Makes a step, with the defaults for what is not given.
 */
export function step(name, transform, given = []) {
	const parameters = transform?.parameters ?? [];
	const values = parameters.map((parameter, i) => given[i] ?? byDefault(parameter) ?? '');
	return { name, transform, values: [...values, ...given.slice(values.length)] };
}

function byDefault(parameter) {
	return (parameter?.default !== undefined) ? String(parameter.default) : undefined;
}

/**
 * Writes steps as a recipe. It is ASCII, and may stand in a URL and in a shell's single quotes as it is: whatever an
 * argument might have to encode in any of them is encoded.
 */
export function write(steps) {
	return steps.map(writeStep).join(',');
}

function writeStep({ name, values, transform }) {
	const given = [...values];
	const parameters = transform?.parameters ?? [];
	while (given.length > 0 && given.at(-1) === byDefault(parameters[given.length - 1])) {
		given.pop();
	}
	return (given.length > 0) ? `${name}=${given.map(encode).join(':')}` : name;
}

function encode(argument) {
	return encodeURIComponent(argument.toWellFormed())
		.replace(/[.'()*!~]/g, (character) => `%${character.charCodeAt().toString(16).toUpperCase()}`);
}

/**
 * Reads a recipe as written into [name, arguments] pairs.
 * @throws Error where it is malformed, with the reason
 */
export function read(recipe) {
	if (recipe === '') {
		return [];
	}
	const steps = recipe.split(',');
	if (steps.length > MOST_STEPS) {
		throw new Error(`a recipe has at most ${MOST_STEPS} steps`);
	}
	return steps.map(readStep);
}

function readStep(step) {
	const [, name, given] = /^([a-z][a-z0-9]*(?:-[a-z0-9]+)*)(?:=([^=.]*))?$/.exec(step) ?? [];
	if (name === undefined) {
		throw new Error('a step of the recipe is malformed');
	}
	try {
		return [name, given?.split(':').map(decodeURIComponent) ?? []];
	}
	catch {
		throw new Error('the percent-encoding of an argument is malformed');
	}
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
 * What is wrong with a step's values, or nothing.
 */
export function complaintOf({ transform, values }) {
	return transform?.parameters.map((parameter, i) => complaint(parameter, values[i] ?? '')).find((wrong) => wrong);
}
