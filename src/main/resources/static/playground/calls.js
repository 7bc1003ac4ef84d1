// The same call for other programs, and the link to this page as it is.

import * as commands from './commands.js';
import { copies } from './copying.js';
import { element, say } from './dom.js';
import * as link from './link.js';

const DEFAULT_PORTS = { netstring: { port: 11000 }, socketmap: { port: 11001 } };

const DEFAULT_WORD = 'The server does not publish its ports here; this is the default port.';

const calls = Object.fromEntries(['curl', 'nc', 'postmap', 'link'].map((name) => [name, callOf(name)]));

document.getElementById('calls').append(...Object.values(calls).map(({ item }) => item));

/**
 * Shows the calls.
 * @param listeners the TCP listeners by name; undefined where the server does not say
 * @param bytes whether the result is bytes, which a terminal should not get
 */
export function show(recipe, text, listeners, bytes) {
	const host = location.hostname.replace(/^\[|\]$/g, '');
	if (recipe === '') {
		['curl', 'nc', 'postmap'].forEach((name) => tell(calls[name], { word: 'The command requires a recipe with at least one step.' }));
	}
	else {
		tell(calls.curl, commands.curl(new URL(`transforms/${recipe}`, location.href).href, text, bytes));
		tell(calls.nc, onPort('netstring', listeners, (port) => commands.nc(host, port, recipe, text, bytes)));
		tell(calls.postmap, onPort('socketmap', listeners, (port) => commands.postmap(location.hostname, port, recipe, text, bytes)));
	}
	const { hash, complete } = link.write(recipe, text);
	tell(calls.link, { command: new URL(hash, location.href).href,
		word: complete ? undefined : 'The text is too long for a link. The link contains only the recipe.' });
	return hash;
}

function onPort(name, listeners, call) {
	const listener = (listeners ?? DEFAULT_PORTS)[name];
	if (!listener) {
		return { word: `This server has no ${name} listener.` };
	}
	if (listener.tls) {
		return { word: `The ${name} port uses TLS, which this client does not support.` };
	}
	const { command, word } = call(listener.port);
	return { command, word: [word, !listeners && command && DEFAULT_WORD].filter(Boolean).join(' ') };
}

function tell(call, { command, word }) {
	call.code.textContent = command ?? '';
	call.code.parentElement.hidden = !command;
	call.button.hidden = !command;
	say(call.word, word);
}

function callOf(name) {
	const code = element('code', { id: `call-${name}` });
	const button = copies(element('button', { type: 'button', class: 'copy', 'aria-label': `Copy ${name}` }, 'Copy'),
			() => code.textContent);
	const word = element('p', { class: 'notice', id: `word-${name}`, hidden: '' });
	const item = element('div', { class: 'call' },
			element('div', { class: 'heading' }, element('h3', { id: `heading-${name}` }, name), button),
			element('pre', { tabindex: 0, role: 'group', 'aria-labelledby': `heading-${name}` }, code), word);
	return { item, code, button, word };
}
