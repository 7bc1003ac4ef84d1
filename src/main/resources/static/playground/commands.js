// The same call for a shell, or as a program. Each function returns {command}, {word} where there is none and why, or both.
// The value is a text, or bytes, which are always in a file, as is a long text. file is the name of that.

import * as counts from './counts.js';

const MOST_BYTES_TO_QUOTE = 4_000;

const MOST_BYTES_FOR_POSTFIX = 100_000;

const RESULT_WORD = 'The result is bytes, which the command saves in result.bin.';

const BASE64_WORD = 'The result is bytes, which the response contains in base64.';

const BASE64_FILE_WORD = 'The command sends it as bytes, in base64.';

const TLS_WORD = 'If the certificate is not from a public authority, add -cacert with the file of its authority.';

const REPLY_WORD = 'The result is bytes. The command saves them in result.netstring, after their length and a colon, and before a comma.';

/**
 * For HTTP. The text stands as it is behind --data-raw, where --data would take a text after an @ for a file's name.
 */
export function curl(url, text, bytes, file) {
	const call = `curl ${quotedIfNeeded(url)}`;
	const end = bytes ? ' --output result.bin' : '';
	const word = bytes ? RESULT_WORD : undefined;
	if (isLong(text)) {
		return { command: `${call} --data-binary ${quotedIfNeeded(`@${path(file)}`)}${end}`, word: sentences(fileWord(text, file), word) };
	}
	return { command: hasNul(text) ? `${printf(text)} | ${call} --data-binary @-${end}` : `${call} --data-raw ${quoted(text)}${end}`, word };
}

/**
 * For gRPC. The server describes its service by reflection, so grpcurl needs no file for that.
 */
export function grpcurl(host, port, tls, recipe, text, bytes, file) {
	const options = tls ? '' : '-plaintext ';
	const target = `${quotedIfNeeded(`${host}:${port}`)} couplet.v1.Transforms/Transform`;
	const words = [bytes && BASE64_WORD, tls && TLS_WORD];
	if (isLong(text)) {
		return { command: `${printfWithFile({ recipe, data: '%s' }, file)} | grpcurl ${options}-d @ ${target}`, word: sentences(fileWord(text, file), BASE64_FILE_WORD, ...words) };
	}
	return { command: `grpcurl ${options}-d ${quoted(JSON.stringify({ recipe, text }))} ${target}`, word: sentences(...words) };
}

/**
 * For MCP: the message with which an agent calls the tool.
 */
export function mcp(url, recipe, text, bytes, file) {
	const message = (value) => ({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'transform', arguments: { recipe, ...value } } });
	const call = `curl ${quotedIfNeeded(url)} --json`;
	const word = bytes ? BASE64_WORD : undefined;
	if (isLong(text)) {
		return { command: `${printfWithFile(message({ base64: '%s' }), file)} | ${call} @-`, word: sentences(fileWord(text, file), BASE64_FILE_WORD, word) };
	}
	return { command: `${call} ${quoted(JSON.stringify(message({ text })))}`, word };
}

/**
 * For the netstring port. With -N, nc says at the end of its input that it is at an end, and goes with the reply; the
 * server waits for no such word, but nc would.
 */
export function nc(host, port, recipe, text, bytes, file) {
	const call = `nc -N ${host} ${port}${bytes ? ' >result.netstring' : ''}`;
	const word = bytes ? REPLY_WORD : undefined;
	const head = `${recipe}.`;
	if (isLong(text)) {
		const name = quotedIfNeeded(path(file));
		const length = `$((${head.length} + $(wc -c <${name})))`;
		return { command: `{ printf '%d:%s' ${length} ${quoted(head)}; cat ${name}; printf ,; } | ${call}`, word: sentences(fileWord(text, file), word) };
	}
	const netstring = `${counts.bytes(head + text)}:${head}${text},`;
	return { command: `${hasNul(text) ? printf(netstring) : `printf %s ${quoted(netstring)}`} | ${call}`, word };
}

/**
 * For the socketmap port, which takes less from Postfix's own client than from others.
 */
export function postmap(host, port, recipe, text, bytes, file) {
	if (bytes) {
		return { word: 'The result is bytes. Postfix supports only a text.' };
	}
	if (typeof text !== 'string') {
		return { word: 'The value is bytes. Postfix supports only a text.' };
	}
	if (recipe.includes(':')) {
		return { word: 'Postfix splits the map name at the last colon. Define a named recipe instead: couplet.recipes.NAME.' };
	}
	if (text === '' || text === '-' || hasNul(text)) {
		return { word: 'postmap does not accept an empty key or NUL, and “-” means standard input.' };
	}
	if (isOver(MOST_BYTES_FOR_POSTFIX, text)) {
		return { word: `Postfix accepts at most ${MOST_BYTES_FOR_POSTFIX.toLocaleString('en')} bytes.` };
	}
	const map = quotedIfNeeded(`socketmap:inet:${host}:${port}:${recipe}`);
	return isLong(text) ? { command: `postmap -q "$(cat ${quotedIfNeeded(path(file))})" ${map}`, word: `${fileWord(text, file)} The shell removes trailing line breaks.` }
			: { command: `postmap -q ${quoted(text)} ${map}` };
}

/**
 * The setting with which Postfix uses the recipe. A recipe that cannot be part of the name of a table gets a name itself.
 */
export function postfix(host, port, recipe, bytes) {
	if (bytes) {
		return { word: 'The result is bytes. Postfix supports only a text.' };
	}
	const isName = !/[,:]/.test(recipe);
	const named = `The name of a table has no comma and no other colon, so start the server with ${quotedIfNeeded(`--couplet.recipes.NAME=${recipe}`)}.`;
	return {
		command: `canonical_maps = socketmap:inet:${host}:${port}:${isName ? recipe : 'NAME'}`,
		word: sentences('A line of main.cf. Other parameters that take a table take the same value.', !isName && named)
	};
}

/**
 * For Java 11 and later, without a library.
 */
export function java(url, text, bytes, file) {
	const body = isLong(text) ? `ofFile(Path.of(${literal(file)}))` : `ofString(${literal(text)})`;
	const end = bytes ? '\t\tFiles.write(Path.of("result.bin"), response.body());' : '\t\tSystem.out.write(response.body());\n\t\tSystem.out.flush();';
	const imports = ['java.net.URI', 'java.net.http.HttpClient', 'java.net.http.HttpRequest', 'java.net.http.HttpRequest.BodyPublishers',
		'java.net.http.HttpResponse.BodyHandlers', ...(bytes ? ['java.nio.file.Files'] : []), ...((bytes || isLong(text)) ? ['java.nio.file.Path'] : [])];
	const command = `${imports.map((name) => `import ${name};\n`).join('')}
public class Call {

	public static void main(String[] arguments) throws Exception {
		var request = HttpRequest.newBuilder(URI.create(${literal(url)}))
			.POST(BodyPublishers.${body})
			.build();
		var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
		if (response.statusCode() != 200) {
			throw new IllegalStateException(new String(response.body()));
		}
${end}
	}

}
`;
	return { command, word: sentences('java Call.java runs it.', isLong(text) && fileWord(text, file), bytes && RESULT_WORD) };
}

/**
 * For Python 3, without a library.
 */
export function python(url, text, bytes, file) {
	const body = isLong(text) ? `open(${literal(file)}, "rb").read()` : `${literal(text)}.encode()`;
	const end = bytes ? 'open("result.bin", "wb").write(response.read())' : 'sys.stdout.buffer.write(response.read())';
	const command = `${bytes ? '' : 'import sys\n'}import urllib.request

request = urllib.request.Request(${literal(url)}, data=${body})
with urllib.request.urlopen(request) as response:
    ${end}
`;
	return { command, word: sentences(isLong(text) && fileWord(text, file), bytes && RESULT_WORD) };
}

// JSON's strings are also those of Java and Python
function literal(text) {
	return JSON.stringify(text).replace(CONTROLS, (control) => `\\u${control.charCodeAt().toString(16).padStart(4, '0')}`);
}

// a command takes a name that begins with a hyphen for an option, or for standard input
function path(file) {
	return file.startsWith('-') ? `./${file}` : file;
}

function fileWord(value, file) {
	return `${quotedIfNeeded(file)} is a file with the ${(typeof value === 'string') ? 'text' : 'bytes'}.`;
}

function sentences(...some) {
	return some.filter(Boolean).join(' ');
}

// bytes cannot be quoted, so they are as good as long
function isLong(text) {
	return typeof text !== 'string' || isOver(MOST_BYTES_TO_QUOTE, text);
}

function isOver(limit, text) {
	return text.length > limit || counts.bytes(text) > limit;
}

function hasNul(text) {
	return text.includes('\0');
}

/**
 * One word of the shell's. Single quotes take everything as it is, but a terminal does not: a pasted tab completes, a
 * pasted escape may end the paste. Texts with such characters are written with octal escapes, in bash's $'...'.
 */
function quoted(text) {
	return hasControls(text) ? `$'${escaped(text).replaceAll("'", "\\'")}'` : `'${text.replaceAll("'", "'\\''")}'`;
}

function quotedIfNeeded(word) {
	return /^[\w:/.,=%@-]+$/.test(word) ? word : quoted(word);
}

// with the file in base64 in place of %s, which no recipe contains; printf itself takes arguments of any length
function printfWithFile(message, file) {
	return `${printf(JSON.stringify(message)).replace('%%s', '%s')} "$(base64 <${quotedIfNeeded(path(file))} | tr -d '\\n')"`;
}

// NUL ends an argument, but not what printf makes of its format
function printf(text) {
	return `printf '${escaped(text).replaceAll('%', '%%').replaceAll("'", '\\047')}'`;
}

function escaped(text) {
	return text.replaceAll('\\', '\\\\').replace(CONTROLS, (control) => (control === '\n') ? '\\n' : octal(control));
}

// line ends are left alone where all else is plain: a poem stays a poem
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu;

function hasControls(text) {
	return (text.match(CONTROLS) ?? []).some((control) => control !== '\n');
}

function octal(character) {
	return [...new TextEncoder().encode(character)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
}
