// The same call for other programs, and the link to this page as it is.

import * as commands from './commands.js';
import { copies } from './copying.js';
import { element, say } from './dom.js';
import * as link from './link.js';

const DEFAULT_PORTS = { grpc: { port: 9090 }, netstring: { port: 11000 }, socketmap: { port: 11001 } };

const DEFAULT_WORD = 'The server does not publish its ports here; this is the default port.';

const COMMANDS = ['curl', 'grpcurl', 'nc', 'MCP', 'postmap'];

const calls = Object.fromEntries([...COMMANDS.map((name) => [name, callOf(name, 'h3')]), ['link', callOf('link', 'h2')]]);

document.getElementById('calls').append(...COMMANDS.map((name) => calls[name].item));
document.getElementById('share').append(calls.link.item);

/**
 * Shows the calls.
 * @param served the listeners by name, undefined where the server does not say, and whether it serves MCP
 * @param bytes whether the result is bytes, which a terminal should not get
 * @param all the recipe for the link, with the steps that are switched off
 */
export function show(recipe, text, { listeners, mcp }, bytes, all = recipe) {
	const host = location.hostname.replace(/^\[|\]$/g, '');
	if (recipe === '') {
		COMMANDS.forEach((name) => tell(calls[name], { word: 'The command requires a recipe with at least one step.' }));
	}
	else {
		tell(calls.curl, commands.curl(absolute(`transforms/${recipe}`), text, bytes));
		tell(calls.grpcurl, onPort('grpc', listeners, ({ port, tls }) => commands.grpcurl(location.hostname, port, tls, recipe, text, bytes)));
		tell(calls.MCP, mcp ? commands.mcp(absolute('mcp'), recipe, text, bytes) : { word: 'This server does not serve MCP.' });
		tell(calls.nc, onPlainPort('netstring', listeners, (port) => commands.nc(host, port, recipe, text, bytes)));
		tell(calls.postmap, onPlainPort('socketmap', listeners, (port) => commands.postmap(location.hostname, port, recipe, text, bytes)));
	}
	const { hash, complete } = link.write(all, text);
	tell(calls.link, { command: absolute(hash), word: complete ? undefined : 'The text is too long for a link. The link contains only the recipe.' });
	return hash;
}

function absolute(path) {
	return new URL(path, location.href).href;
}

function onPlainPort(name, listeners, call) {
	return onPort(name, listeners, ({ port, tls }) => tls ? { word: `The ${name} port uses TLS, which this client does not support.` } : call(port));
}

function onPort(name, listeners, call) {
	const listener = (listeners ?? DEFAULT_PORTS)[name];
	if (!listener) {
		return { word: `This server has no ${name} listener.` };
	}
	const { command, word } = call(listener);
	return { command, word: [word, !listeners && command && DEFAULT_WORD].filter(Boolean).join(' ') };
}

function tell(call, { command, word }) {
	call.code.textContent = command ?? '';
	call.code.parentElement.hidden = !command;
	call.button.hidden = !command;
	say(call.word, word);
}

function callOf(name, level) {
	const id = name.toLowerCase();
	const code = element('code', { id: `call-${id}` });
	const button = copies(element('button', { type: 'button', class: 'copy', 'aria-label': `Copy ${name}` }, 'Copy'),
			() => code.textContent);
	const word = element('p', { class: 'notice', id: `word-${id}`, hidden: '' });
	const item = element('div', { class: 'call' },
			element('div', { class: 'heading' }, element(level, { id: `heading-${id}` }, name), button),
			element('pre', { tabindex: 0, role: 'group', 'aria-labelledby': `heading-${id}` }, code), word);
	return { item, code, button, word };
}
