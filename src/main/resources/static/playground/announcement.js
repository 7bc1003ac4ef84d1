// What a screen reader is told in passing.

const QUIET_IN_MILLISECONDS = 700;

const region = document.getElementById('announcement');

let timer;

/**
 * Says a sentence once nothing else was said for a while: somebody who types hears the last result, and not all of them.
 */
export function announce(sentence) {
	clearTimeout(timer);
	region.textContent = '';
	timer = setTimeout(() => {
		region.textContent = sentence;
	}, QUIET_IN_MILLISECONDS);
}
