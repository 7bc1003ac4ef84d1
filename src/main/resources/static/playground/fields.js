// The fields for the arguments of a step.

import { element } from './dom.js';
import { complaint } from './recipe.js';

/**
 * Makes a labelled field for every parameter of a step.
 * @param id the id of the step's element
 * @param changed is called with the parameter's name when its value, which the step has already, is another one
 */
export function fieldsOf(step, id, changed) {
	return (step.transform?.parameters ?? []).map((parameter, i) => {
		const bounds = boundsOf(parameter, `${id}-bounds-${i}`);
		const input = fieldOf(parameter, step.values[i],
				{ name: parameter.name, 'aria-label': parameter.name, autocomplete: 'off', 'aria-describedby': [...bounds.map((span) => span.id), `${id}-failure`].join(' ') });
		const check = () => input.setAttribute('aria-invalid', complaint(parameter, step.values[i]) !== undefined);
		input.addEventListener((parameter.type === 'choice') ? 'change' : 'input', () => {
			step.values[i] = input.value;
			check();
			changed(parameter.name);
		});
		check();
		return element('label', {}, element('span', {}, parameter.name), input, ...bounds);
	});
}

function boundsOf({ type, min, max }, id) {
	const unit = (type === 'text') ? ' characters' : '';
	return (type === 'choice') ? []
			: [element('span', { class: 'bounds', id }, `${min.toLocaleString('en')} to ${max.toLocaleString('en')}${unit}`)];
}

function fieldOf({ type, min, max, choices }, value, attributes) {
	const field = (type === 'integer') ? element('input', { ...attributes, type: 'number', min, max, step: 1, required: '' })
			: (type === 'choice') ? element('select', attributes, ...optionsOf(choices, value))
			: element('textarea', { ...attributes, rows: 1, spellcheck: 'false', autocapitalize: 'none' });
	field.value = value;
	return field;
}

// a link can contain a value that is none of the choices
function optionsOf(choices, value) {
	return [...new Set([...choices, value])].map((word) => new Option(word));
}
