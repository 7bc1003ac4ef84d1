// The link: recipe and text in the fragment, which a browser keeps to itself.

const MOST_CHARACTERS = 8_000;

/**
 * Writes a fragment. The text is left out where it would be too long for a link.
 */
export function write(recipe, text) {
	const alone = `#recipe=${recipe}`;
	const whole = (text.length <= MOST_CHARACTERS) ? `${alone}&text=${encodeURIComponent(text)}` : undefined;
	return (whole?.length <= MOST_CHARACTERS) ? { hash: whole, complete: true } : { hash: alone, complete: false };
}

/**
 * Reads a fragment, which anybody may have written.
 * @returns recipe and text, each undefined where it is not in it
 */
export function read(hash) {
	const parts = hash.slice(1).split('&').map((part) => part.split(/=(.*)/s));
	const { recipe, text } = Object.fromEntries(parts);
	return { recipe, text: (text !== undefined) ? decoded(text) : undefined };
}

function decoded(text) {
	try {
		return decodeURIComponent(text);
	}
	catch {
		return undefined;
	}
}
