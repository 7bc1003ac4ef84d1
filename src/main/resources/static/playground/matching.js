// Finds transforms by words, as `GET /transforms?query=` does and in the same order, and then by their examples.

// words that are not required, such as the one in "sort by length"
const stopWords = new Set('a an and as by for from in into of on the to with'.split(' '));

/**
 * The transforms that have all words of a query: in their names, in their names in other tools, in their categories and the
 * choices of their parameters, or in their descriptions. Those that match best are first. After them are those with the
 * query in their examples, so that what a text looks like finds what makes it, or takes it.
 */
export function matching(catalogue, query) {
	const found = matchingWords(catalogue, query);
	const looked = query.trim().toLowerCase();
	return (looked.length < LEAST_OF_EXAMPLE) ? found
			: [...found, ...catalogue.filter((transform) => !found.includes(transform) && isInExample(transform, looked))];
}

const LEAST_OF_EXAMPLE = 3;

function isInExample({ example }, looked) {
	return example !== undefined && [example.text, example.result].some((text) => text.toLowerCase().includes(looked));
}

function matchingWords(catalogue, query) {
	const split = query.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);
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

function rankWords({ name, synonyms = [], category, parameters, description }, phrase, words) {
	const choices = parameters.flatMap(({ choices = [] }) => choices);
	const texts = [name, synonyms.join(' '), [category, ...choices].join(' '), description].map(wordsOf);
	const sum = words.reduce((sum, word) => sum + rankWord(word, ...texts), 0);
	return (sum < Infinity && `-${phrase}-`.includes(`-${name}-`)) ? 4 : sum;
}

// between spaces, and those with a hyphen in parts and as a whole
function wordsOf(text) {
	return ` ${[text, withoutHyphens(text)].map((form) => form.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')).join(' ')} `;
}

function withoutHyphens(text) {
	return text.replaceAll('-', '');
}

function rankWord(word, name, synonyms, category, description) {
	const isIn = (words) => words.includes(` ${word} `) || words.includes(` ${word}s `);
	const startsIn = (words) => words.includes(` ${word}`);
	return isIn(name) ? 5
			: startsIn(name) ? 6
			: startsIn(synonyms) ? 7
			: startsIn(category) ? 8
			// a shorter word must be the whole word of a description: diff is not in "differs"
			: (word.length < 5 ? isIn : startsIn)(description) ? 9 : Infinity;
}
