// How long a text is: in bytes of UTF-8, and in characters as a reader counts them (grapheme clusters).

const SLICE_IN_MILLISECONDS = 8;

const encoder = new TextEncoder();

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

export function bytes(text) {
	return encoder.encode(text).length;
}

/**
 * Counts characters, a slice at a time, so that a long text leaves the page its frames.
 */
export async function characters(text, signal) {
	const segments = segmenter.segment(text)[Symbol.iterator]();
	let count = 0;
	let end = performance.now() + SLICE_IN_MILLISECONDS;
	while (!segments.next().done) {
		count++;
		if (count % 100 === 0 && performance.now() > end) {
			await new Promise((resume) => setTimeout(resume));
			signal?.throwIfAborted();
			end = performance.now() + SLICE_IN_MILLISECONDS;
		}
	}
	return count;
}

export function counted(number, word) {
	return `${number.toLocaleString('en')} ${word}${(number === 1) ? '' : 's'}`;
}

/**
 * Shows the number of bytes that are no text.
 * @param more what to say beside it, if anything
 */
export function showBytes(where, { length }, more = []) {
	where.textContent = [counted(length, 'byte'), ...more].join(' · ');
}

/**
 * Shows both counts, the bytes at once and the characters when they are counted.
 * @param more what to say beside them, if anything
 */
export async function show(where, text, signal, more = []) {
	const size = counted(bytes(text), 'byte');
	where.textContent = [size, ...more].join(' · ');
	try {
		const length = await characters(text, signal);
		where.textContent = [size, counted(length, 'character'), ...more].join(' · ');
	}
	catch (error) {
		if (!signal.aborted) {
			throw error;
		}
	}
}
