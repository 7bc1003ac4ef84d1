// What was done, so that it can be undone and done again.
//
// An action is {word, before, after}: what was done in words, and the state of what it changed before and after it.

const MOST_ACTIONS = 200;

const ONE_ACTION_IN_MILLISECONDS = 1_000;

/**
 * @param apply makes a state the present one
 * @param changed is called whenever there is something else to undo or redo
 */
export function history(apply, changed) {
	const done = [];
	const undone = [];
	let lastTime = -Infinity;

	/**
	 * @param key what is typed into, if anything: characters that follow each other quickly are one action
	 */
	function record(action, key) {
		const now = performance.now();
		const last = done.at(-1);
		if (key !== undefined && last?.key === key && undone.length === 0 && now - lastTime < ONE_ACTION_IN_MILLISECONDS) {
			last.after = action.after;
		}
		else {
			done.push({ ...action, key });
			done.splice(0, done.length - MOST_ACTIONS);
		}
		lastTime = now;
		undone.length = 0;
		changed();
	}

	function move(from, to, state) {
		const action = from.pop();
		if (action) {
			to.push(action);
			lastTime = -Infinity;
			apply(action[state]);
			changed();
		}
		return action?.word;
	}

	return {
		record,
		/** Returns what was undone, in words; undefined if there was nothing. */
		undo: () => move(done, undone, 'before'),
		/** Returns what was done again, in words; undefined if there was nothing. */
		redo: () => move(undone, done, 'after'),
		/** What would be undone and redone, in words. */
		next: () => ({ undo: done.at(-1)?.word, redo: undone.at(-1)?.word })
	};
}
