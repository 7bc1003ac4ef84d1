// Copy buttons.

import { announce } from './announcement.js';
import { element } from './dom.js';

const SHOWN_IN_MILLISECONDS = 1_500;

/**
 * Has a button copy what a function returns at the time.
 */
export function copies(button, content) {
	const label = button.textContent;
	button.addEventListener('click', async () => {
		const copied = await copy(content());
		button.textContent = copied ? 'Copied' : 'Copying failed';
		announce(button.textContent);
		setTimeout(() => {
			button.textContent = label;
		}, SHOWN_IN_MILLISECONDS);
	});
	return button;
}

async function copy(text) {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	}
	catch {
		return copyBySelection(text);
	}
}

// without TLS, and from another machine, a page has no clipboard of its own
function copyBySelection(text) {
	const focused = document.activeElement;
	const area = element('textarea', { class: 'hidden', 'aria-hidden': 'true' });
	area.value = text;
	document.body.append(area);
	area.select();
	const copied = document.execCommand('copy');
	area.remove();
	focused?.focus();
	return copied;
}
