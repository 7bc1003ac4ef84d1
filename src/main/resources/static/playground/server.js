// The server: what the page asks it for, and the two ways in which that goes wrong.

const PATIENCE_IN_MILLISECONDS = 30_000;

/**
 * The server answered with a problem (RFC 9457).
 */
export class Refused extends Error {

	constructor(problem, retry) {
		super(problem.detail ?? problem.title);
		this.type = problem.type;
		this.nearNames = problem.nearNames ?? [];
		this.retry = retry;
	}

	/** Whether it was the text itself that was too large, and no result of it. */
	get isOfTheText() {
		return this.type === 'urn:couplet:problem:too-large' && this.message.startsWith('the body');
	}

}

/**
 * No server answered.
 */
export class Unreachable extends Error {

}

/**
 * Sends a value, a text or bytes, through a recipe. No steps leave it as it is, and ask nobody.
 * @returns the result, {text} or {bytes}, and the round-trip time in milliseconds
 */
export async function transform(recipe, value, signal) {
	if (recipe === '') {
		return (typeof value === 'string') ? { text: value } : { bytes: value };
	}
	const start = performance.now();
	const result = await ask(`transforms/${recipe}`, { method: 'POST', body: value, signal }, valueOf);
	return { ...result, milliseconds: performance.now() - start };
}

// what the last step gives decides the type; a byte order mark is part of a text
async function valueOf(answer) {
	const bytes = new Uint8Array(await answer.arrayBuffer());
	return (answer.headers.get('Content-Type') === 'application/octet-stream') ? { bytes }
			: { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) };
}

/**
 * The recipes that may decode a value, the best first, each {recipe, score, type, size, preview}.
 */
export async function guess(value, signal) {
	const { guesses } = await ask('guess', { method: 'POST', body: value, signal }, (answer) => answer.json());
	return guesses;
}

/**
 * What the server takes: {textBytes, ...}.
 */
export function limits() {
	return ask('limits', {}, (answer) => answer.json());
}

export function catalogue() {
	return ask('transforms', {}, (answer) => answer.json());
}

export function poems() {
	return ask('poems', {}, (answer) => answer.json());
}

export function poem(title) {
	return ask(`poems/${encodeURIComponent(title)}`, {}, (answer) => answer.text());
}

/**
 * The TCP listeners by name, each with its port and whether it speaks TLS; undefined where the health is not shown on
 * this port.
 */
export async function listeners() {
	const answer = await request('actuator/health', {});
	const health = await answer.json().catch(() => ({}));
	const components = Object.entries(health.components ?? {});
	const listening = components.filter(([, { details }]) => details?.port !== undefined);
	return health.components && Object.fromEntries(listening.map(([name, { details }]) => [name, details]));
}

/**
 * Whether the server serves MCP, which is on the port of this page.
 */
export async function servesMcp() {
	const answer = await request('mcp', { method: 'OPTIONS' });
	return answer.ok;
}

async function ask(path, options, read) {
	const answer = await request(path, options);
	if (!answer.ok) {
		const problem = await answer.json().catch(() => ({ title: `the server responded with status ${answer.status}` }));
		throw new Refused(problem, answer.headers.has('Retry-After'));
	}
	try {
		return await read(answer);
	}
	catch (error) {
		throw translated(error, options.signal);
	}
}

async function request(path, options) {
	const signals = [AbortSignal.timeout(PATIENCE_IN_MILLISECONDS)];
	if (options.signal) {
		signals.push(options.signal);
	}
	try {
		return await fetch(path, { ...options, signal: AbortSignal.any(signals) });
	}
	catch (error) {
		throw translated(error, options.signal);
	}
}

// what the page itself has aborted is no failure of the server
function translated(error, signal) {
	return signal?.aborted ? error : new Unreachable('the server cannot be reached', { cause: error });
}
