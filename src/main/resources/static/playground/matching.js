// Finds transforms by words, as `GET /transforms?query=` does and in the same order.

// at every key, each word is compared with all transforms
const MOST_OF_QUERY = 200;

// words that are not required, such as the one in "sort by length"
const stopWords = new Set('a an and as by for from in into of on the to with'.split(' '));

const SEPARATORS = /[^\p{L}\p{N}]+/gu;

// more than all words of the longest query if they are in a description, so that matches in examples are last
const WORD_OF_EXAMPLE = 10_000;

/**
 * The transforms that have all words of a query: in their names, in their names in other tools, in their categories and the
 * choices of their parameters, in their descriptions, or in their examples. Those that match best are first.
 */
export function matching(catalogue, query) {
	const split = query.slice(0, MOST_OF_QUERY).toLowerCase().split(SEPARATORS).filter(Boolean);
	const required = split.filter((word) => !stopWords.has(word));
	const words = [...new Set((required.length > 0 ? required : split).map(singular))];
	if (words.length === 0) {
		return query.trim() ? [] : catalogue;
	}
	return catalogue.map((transform) => ({ transform, rank: rank(transform, split, words) }))
		.filter(({ rank }) => rank < Infinity)
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
	const texts = textsOf(transform);
	const sum = words.reduce((sum, word) => sum + rankWord(word, ...texts), 0);
	return (sum < Infinity && `-${phrase}-`.includes(`-${transform.name}-`)) ? 4 : sum;
}

const known = new WeakMap();

// every key that is pressed asks for the same
function textsOf(transform) {
	if (!known.has(transform)) {
		const { name, synonyms = [], category, parameters, description, example } = transform;
		const choices = parameters.flatMap(({ choices = [] }) => choices);
		known.set(transform, [name, synonyms.join(' '), [category, ...choices].join(' '), description,
			example ? `${example.text} ${example.result}` : ''].map(wordsOf));
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

function rankWord(word, name, synonyms, category, description, example) {
	const isIn = (words) => words.includes(` ${word} `) || words.includes(` ${word}s `);
	const startsIn = (words) => words.includes(` ${word}`);
	// a shorter word must be the whole word of a description: diff is not in "differs"
	const describes = (words) => (word.length < 5 ? isIn : startsIn)(words);
	return isIn(name) ? 5
			: startsIn(name) ? 6
			: startsIn(synonyms) ? 7
			: startsIn(category) ? 8
			: describes(description) ? 9
			: describes(example) ? WORD_OF_EXAMPLE : Infinity;
}
