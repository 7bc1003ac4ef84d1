// Download buttons.

import { element } from './dom.js';

const KEPT_IN_MILLISECONDS = 60_000;

/**
 * Has a button download the file that a function returns at the time, {name, content}. It has a blob's URL, as the length
 * of a data URL is limited. The Content-Security-Policy needs no word for it: nothing on the page loads it.
 */
export function downloads(button, file) {
	button.addEventListener('click', () => {
		const { name, content } = file();
		const url = URL.createObjectURL(new Blob([content], { type: 'application/octet-stream' }));
		element('a', { href: url, download: name }).click();
		setTimeout(() => URL.revokeObjectURL(url), KEPT_IN_MILLISECONDS);
	});
}
