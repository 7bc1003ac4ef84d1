// Recipes: steps in a row, as the page keeps them and as they are written.
//
// A step is {name, values, steps, isOff, transform}: a value for every parameter, as text, the steps in its brackets, or
// undefined where it has none, whether it is switched off, and the entry of the catalogue, which is missing where the name
// is none of it. A step that is switched off stays on the page, and is not sent.
//
// Steps are numbered as the server does it: 2.1 is the first step in the brackets of the second one, without those that are
// switched off.

export const MOST_STEPS = 16;

export const MOST_LEVELS = 3;

/**
 * Makes a step, with the defaults for what is not given.
 */
export function step(name, transform, given = [], steps = undefined) {
	const parameters = transform?.parameters ?? [];
	const values = parameters.map((parameter, i) => given[i] ?? byDefault(parameter) ?? '');
	return { name, transform, values: [...values, ...given.slice(values.length)], steps: steps ?? (transform?.brackets ? [] : undefined), isOff: false };
}

function byDefault(parameter) {
	return (parameter?.default !== undefined) ? String(parameter.default) : undefined;
}

/**
 * Copies steps, so that a change of one is not one of the other.
 */
export function copy(steps) {
	return steps.map((step) => ({ ...step, values: [...step.values], steps: step.steps && copy(step.steps) }));
}

/**
 * The steps that are not switched off.
 */
export function active(steps) {
	return steps.filter(({ isOff }) => !isOff);
}

/**
 * Writes the active steps as a recipe. It is ASCII, and may stand in a URL and in a shell's single quotes as it is: whatever
 * an argument might have to encode in any of them is encoded.
 */
export function write(steps) {
	return active(steps).map((step) => writeStep(step, write)).join(',');
}

/**
 * Writes all steps, for a link, which also says which ones are switched off.
 */
export function writeAll(steps) {
	return steps.map((step) => writeStep(step, writeAll)).join(',');
}

function writeStep({ name, values, steps, transform }, writeSteps) {
	const given = [...values];
	const parameters = transform?.parameters ?? [];
	while (given.length > 0 && given.at(-1) === byDefault(parameters[given.length - 1])) {
		given.pop();
	}
	const within = writeSteps(steps ?? []);
	return name + ((given.length > 0) ? `=${given.map(encode).join(':')}` : '') + (within ? `(${within})` : '');
}

function encode(argument) {
	return argument.toWellFormed().replace(/[^\w-]/gu, percentEncoded);
}

// encodeURIComponent alone leaves some characters as they are
function percentEncoded(character) {
	const encoded = encodeURIComponent(character);
	return (encoded === character) ? `%${character.charCodeAt().toString(16).toUpperCase()}` : encoded;
}

/**
 * The number of active steps, those in brackets included.
 */
export function size(steps) {
	return active(steps).reduce((sum, { steps: within }) => sum + 1 + size(within ?? []), 0);
}

/**
 * All steps, each with its number among all of its list: 2.1 is the first in the brackets of the second.
 */
export function places(steps, prefix = '') {
	return steps.flatMap((step, i) => {
		const place = `${prefix}${i + 1}`;
		return [{ step, place }, ...places(step.steps ?? [], `${place}.`)];
	});
}

/**
 * The active steps, each with its number.
 */
export function numbered(steps, prefix = '') {
	return active(steps).flatMap((step, i) => {
		const number = `${prefix}${i + 1}`;
		return [{ step, number }, ...numbered(step.steps ?? [], `${number}.`)];
	});
}

/**
 * The step with a number; undefined where there is none.
 */
export function find(steps, number) {
	return numbered(steps).find((one) => one.number === number)?.step;
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
	return active(steps).at(-1)?.transform?.gives === 'bytes';
}

/**
 * What a transform takes and gives; undefined where it is texts alone, as with most.
 */
export function kinds({ takes, gives } = {}) {
	return [takes, gives].includes('bytes') ? `${takes} → ${gives}` : undefined;
}

const CODE = new Set(['digests', 'encodings', 'escapes', 'structured data']);

/**
 * Whether the result of steps is for machines rather than for readers, such as hexadecimal, where every character counts.
 */
export function giveCode(steps) {
	const { name, transform } = active(steps).at(-1) ?? {};
	return CODE.has(transform?.category) && !/-(?:decode|unescape)$/.test(name);
}

/**
 * Whether what steps take is for machines.
 */
export function takeCode(steps) {
	const { name, transform } = active(steps)[0] ?? {};
	return CODE.has(transform?.category) && (/-(?:decode|unescape)$/.test(name) || transform.category === 'structured data');
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
