// Download buttons.

import { element } from './dom.js';

const KEPT_IN_MILLISECONDS = 60_000;

/**
 * Has a button download the bytes that a function returns at the time. They have a blob's URL, as the length of a data
 * URL is limited. The Content-Security-Policy needs no word for it: nothing on the page loads it.
 */
export function downloads(button, name, bytes) {
	button.addEventListener('click', () => {
		const url = URL.createObjectURL(new Blob([bytes()], { type: 'application/octet-stream' }));
		element('a', { href: url, download: name }).click();
		setTimeout(() => URL.revokeObjectURL(url), KEPT_IN_MILLISECONDS);
	});
}
