// The link: recipe and text in the fragment, which a browser keeps to itself. What is short stands in it as it is; what is
// longer, or bytes, is compressed (raw DEFLATE) and in the base64 of URLs.

import { parse } from './parsing.js';
import { places, writeAll } from './recipe.js';

const MOST_PLAIN_CHARACTERS = 2_000;

// some browsers, and many programs that show links, take no more
const MOST_CHARACTERS = 32_000;

const MOST_BYTES_TO_COMPRESS = 1 << 20;

// a link can be written by anybody, and a few bytes of DEFLATE can become any number
const MOST_BYTES_TO_READ = 4 << 20;

/**
 * Writes a recipe without a text.
 */
export function writeRecipe(steps) {
	const off = places(steps).filter(({ step }) => step.isOff).map(({ place }) => place);
	return `recipe=${writeAll(steps)}${(off.length > 0) ? `&off=${off.join(',')}` : ''}`;
}

/**
 * Reads a recipe.
 * @throws Error where it is malformed, with the reason
 */
export function readRecipe({ recipe, off }, catalogue) {
	return parse(recipe ?? '', catalogue, off?.split(',') ?? []);
}

/**
 * Writes a fragment. The value is left out where it would be too long for a link.
 * @param value a text, or bytes
 */
export async function write(steps, value) {
	const alone = `#${writeRecipe(steps)}`;
	const plain = (typeof value === 'string' && value.length <= MOST_PLAIN_CHARACTERS) ? `&text=${encodeURIComponent(value)}` : undefined;
	if (plain?.length <= MOST_PLAIN_CHARACTERS) {
		return { hash: alone + plain, complete: true };
	}
	const bytes = (typeof value === 'string') ? new TextEncoder().encode(value) : value;
	if (bytes.length <= MOST_BYTES_TO_COMPRESS) {
		const compressed = await through(new CompressionStream('deflate-raw'), bytes, Infinity);
		if (compressed.length * 4 / 3 + alone.length <= MOST_CHARACTERS) {
			return { hash: `${alone}&${(typeof value === 'string') ? 'deflated' : 'deflated-bytes'}=${base64(compressed)}`, complete: true };
		}
	}
	return { hash: alone, complete: false };
}

/**
 * Reads the parts of a fragment, which anybody may have written.
 */
export function parts(hash) {
	return Object.fromEntries(hash.replace(/^#/, '').split('&').map((part) => part.split(/=(.*)/s)));
}

/**
 * Reads the value in the parts of a fragment.
 * @returns a text or bytes; undefined where there is none, or it is malformed
 */
export async function readValue(parts) {
	try {
		if (parts.text !== undefined) {
			return decodeURIComponent(parts.text);
		}
		if (parts.deflated !== undefined) {
			return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await inflated(parts.deflated));
		}
		return (parts['deflated-bytes'] !== undefined) ? await inflated(parts['deflated-bytes']) : undefined;
	}
	catch {
		return undefined;
	}
}

function inflated(written) {
	const binary = atob(written.replaceAll('-', '+').replaceAll('_', '/'));
	return through(new DecompressionStream('deflate-raw'), Uint8Array.from(binary, (byte) => byte.charCodeAt()), MOST_BYTES_TO_READ);
}

async function through(stream, bytes, most) {
	const chunks = [];
	let length = 0;
	for await (const chunk of new Blob([bytes]).stream().pipeThrough(stream)) {
		length += chunk.length;
		if (length > most) {
			throw new Error('too long');
		}
		chunks.push(chunk);
	}
	return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

function base64(bytes) {
	let binary = '';
	for (let i = 0; i < bytes.length; i += 8_192) {
		binary += String.fromCharCode(...bytes.subarray(i, i + 8_192));
	}
	return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
