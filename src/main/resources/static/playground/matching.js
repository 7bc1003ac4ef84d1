// Finds transforms by words, as `GET /transforms?query=` does and in the same order.

// at every key, each word is compared with all transforms
const MOST_OF_QUERY = 200;

// words that are not required, such as the one in "sort by length"
const stopWords = new Set('a all an and as at by for from how in into is it make my of on that the this to what with'.split(' '));

const SEPARATORS = /[^\p{L}\p{N}]+/gu;

// more than all words of the longest query if they are in a description
const EXAMPLE = 10_000;

const MISSING_WORD = 100_000;

/**
 * The transforms that have all words of a query: in their names, in their names in other tools, in their categories and the
 * choices of their parameters, and in their descriptions, or else in their examples. If none has all words, those that have
 * the most. Those that match best are first.
 */
export function matching(catalogue, query) {
	const split = query.slice(0, MOST_OF_QUERY).toLowerCase().split(SEPARATORS).filter(Boolean);
	const required = split.filter((word) => !stopWords.has(word));
	const words = [...new Set((required.length > 0 ? required : split).map(singular))];
	if (words.length === 0) {
		return query.trim() ? [] : catalogue;
	}
	const ranked = catalogue.map((transform) => ({ transform, rank: rank(transform, split, words) }));
	const missing = Math.min(words.length - 1, ...ranked.map(({ rank }) => missingWords(rank)));
	return ranked.filter(({ rank }) => missingWords(rank) <= missing)
		.sort((one, other) => one.rank - other.rank)
		.map(({ transform }) => transform);
}

function singular(word) {
	return /^..+[^s]s$/.test(word) ? word.slice(0, -1) : word;
}

function rank(transform, split, words) {
	const { name, synonyms = [] } = transform;
	const phrase = split.join('-');
	const letters = split.join('');
	return withoutHyphens(name) === letters ? 0
			: name.startsWith(`${phrase}-`) ? 1
			: synonyms.map(withoutHyphens).includes(letters) ? 2
			: withoutHyphens(name).startsWith(letters) ? 3
			: rankWords(transform, phrase, words);
}

function rankWords(transform, phrase, words) {
	const { example, ...texts } = textsOf(transform);
	const sum = words.reduce((sum, word) => sum + rankWord(word, texts), 0);
	const missing = missingWords(sum);
	return (missing > 0 && words.every((word) => describes(example, word))) ? EXAMPLE
			: isWithin(phrase, transform) ? missing * MISSING_WORD + 4 : sum;
}

function isWithin(phrase, { name, synonyms = [] }) {
	return [name, ...synonyms].some((one) => `-${phrase}-`.includes(`-${one}-`));
}

function missingWords(rank) {
	return Math.floor(rank / MISSING_WORD);
}

const known = new WeakMap();

// every key that is pressed asks for the same
function textsOf(transform) {
	if (!known.has(transform)) {
		const { name, synonyms = [], category, parameters, description, example } = transform;
		const choices = parameters.flatMap(({ choices = [] }) => choices);
		known.set(transform, {
			name: wordsOf(name),
			synonyms: wordsOf(synonyms.join(' ')),
			category: wordsOf([category, ...choices].join(' ')),
			description: wordsOf(description),
			example: wordsOf(example ? `${example.text} ${example.result}` : '')
		});
	}
	return known.get(transform);
}

// between spaces, and those with a hyphen in parts and as a whole
function wordsOf(text) {
	return ` ${[text, withoutHyphens(text)].map((form) => form.toLowerCase().replace(SEPARATORS, ' ')).join(' ')} `;
}

function withoutHyphens(text) {
	return text.replaceAll('-', '');
}

function rankWord(word, { name, synonyms, category, description }) {
	return isIn(name, word) ? 5
			: startsIn(name, word) ? 6
			: startsIn(synonyms, word) ? 7
			: startsIn(category, word) ? 8
			: describes(description, word) ? 9 : MISSING_WORD;
}

// a shorter word must be the whole word of a description: diff is not in "differs"
function describes(words, word) {
	return (word.length < 5) ? isIn(words, word) : startsIn(words, word);
}

function isIn(words, word) {
	return words.includes(` ${word} `) || words.includes(` ${word}s `);
}

function startsIn(words, word) {
	return words.includes(` ${word}`);
}
