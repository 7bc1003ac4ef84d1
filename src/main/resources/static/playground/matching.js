// Finds transforms by words, as `GET /transforms?query=` does and in the same order.

// words that are not required, such as the one in "sort by length"
const stopWords = new Set('a an and as by for from in into of on the to with'.split(' '));

/**
 * The transforms that have all words of a query: in their names, in their names in other tools, in their categories and the
 * choices of their parameters, in their descriptions, or in their examples. Those that match best are first.
 */
export function matching(catalogue, query) {
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

function rankWords({ name, synonyms = [], category, parameters, description, example }, phrase, words) {
	const choices = parameters.flatMap(({ choices = [] }) => choices);
	const texts = [name, synonyms.join(' '), [category, ...choices].join(' '), description, example ? `${example.text} ${example.result}` : ''].map(wordsOf);
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

function rankWord(word, name, synonyms, category, description, example) {
	const isIn = (words) => words.includes(` ${word} `) || words.includes(` ${word}s `);
	const startsIn = (words) => words.includes(` ${word}`);
	// a shorter word must be the whole word of a description: diff is not in "differs"
	const describes = word.length < 5 ? isIn : startsIn;
	return isIn(name) ? 5
			: startsIn(name) ? 6
			: startsIn(synonyms) ? 7
			: startsIn(category) ? 8
			: describes(description) ? 9
			// more than all words of a query in a description
			: describes(example) ? 10_000 : Infinity;
}
