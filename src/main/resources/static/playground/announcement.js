// What a screen reader is told in passing: what was done, and what came of it.

const QUIET_IN_MILLISECONDS = 700;

const region = document.getElementById('announcement');

let waiting = {};
let timer;

/**
 * Says what was done, once nothing else has been said for a while. What was to be said of an earlier action is dropped.
 */
export function announce(done) {
	later({ ...waiting, done });
}

/**
 * Says what came of it: somebody who types hears the last result, and not all of them.
 */
export function announceOutcome(outcome) {
	later({ ...waiting, outcome });
}

function later(words) {
	waiting = words;
	clearTimeout(timer);
	region.textContent = '';
	timer = setTimeout(() => {
		const { done, outcome } = waiting;
		waiting = {};
		region.textContent = [done, outcome].filter(Boolean).map((words) => words.endsWith('.') ? words : `${words}.`).join(' ');
	}, QUIET_IN_MILLISECONDS);
}
