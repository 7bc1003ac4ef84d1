// The same call for other programs, one at a time, in tabs as the ARIA Authoring Practices describe them.

import * as commands from './commands.js';
import { copies } from './copying.js';
import { element, say } from './dom.js';

const DEFAULT_PORTS = { grpc: { port: 9090 }, netstring: { port: 11000 }, socketmap: { port: 11001 } };

const DEFAULT_WORD = 'The server does not publish its ports here; this is the default port.';

const FILES = { text: 'input.txt', bytes: 'input.bin' };

const NAMES = ['curl', 'nc', 'postmap', 'Postfix', 'grpcurl', 'MCP', 'Java', 'Python'];

const calls = Object.fromEntries(NAMES.map((name) => [name, callOf(name)]));

const tabs = element('div', { role: 'tablist', 'aria-labelledby': 'calls-heading', class: 'tabs', keydown: press },
		...Object.values(calls).map(({ tab }) => tab));

document.getElementById('calls').append(tabs, ...Object.values(calls).map(({ panel }) => panel));
select('curl');

/**
 * Shows the calls.
 * @param value a text or bytes
 * @param fileName the name of the file that has it, undefined where there is none
 * @param served the listeners by name, undefined where the server does not say, and whether it serves MCP
 * @param givesBytes whether the result is bytes, which a terminal should not get
 */
export function show(recipe, { value, fileName }, { listeners, mcp }, givesBytes) {
	const file = fileName ?? FILES[(typeof value === 'string') ? 'text' : 'bytes'];
	const host = location.hostname.replace(/^\[|\]$/g, '');
	if (recipe === '') {
		NAMES.forEach((name) => tell(calls[name], { word: 'The command requires a recipe with at least one step.' }));
		return;
	}
	const url = absolute(`transforms/${recipe}`);
	tell(calls.curl, commands.curl(url, value, givesBytes, file));
	tell(calls.grpcurl, onPort('grpc', listeners, ({ port, tls }) => commands.grpcurl(location.hostname, port, tls, recipe, value, givesBytes, file)));
	tell(calls.MCP, mcp ? commands.mcp(absolute('mcp'), recipe, value, givesBytes, file) : { word: 'This server does not serve MCP.' });
	tell(calls.nc, onPlainPort('netstring', listeners, (port) => commands.nc(host, port, recipe, value, givesBytes, file)));
	tell(calls.postmap, onPlainPort('socketmap', listeners, (port) => commands.postmap(location.hostname, port, recipe, value, givesBytes, file)));
	tell(calls.Postfix, onPlainPort('socketmap', listeners, (port) => commands.postfix(location.hostname, port, recipe, givesBytes)));
	tell(calls.Java, commands.java(url, value, givesBytes, file));
	tell(calls.Python, commands.python(url, value, givesBytes, file));
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

function callOf(name) {
	const id = name.toLowerCase();
	const code = element('code', { id: `call-${id}` });
	const button = copies(element('button', { type: 'button', class: 'copy', 'aria-label': `Copy ${name}` }, 'Copy'),
			() => code.textContent);
	const word = element('p', { class: 'notice', id: `word-${id}`, hidden: '' });
	const tab = element('button', { type: 'button', role: 'tab', id: `tab-${id}`, 'aria-controls': `panel-${id}`, click: () => select(name) }, name);
	const panel = element('div', { class: 'call', role: 'tabpanel', id: `panel-${id}`, 'aria-labelledby': `tab-${id}` },
			button, element('pre', { tabindex: 0, role: 'group', 'aria-labelledby': `tab-${id}` }, code), word);
	return { tab, panel, code, button, word };
}

function select(name) {
	for (const [other, { tab, panel }] of Object.entries(calls)) {
		const isSelected = other === name;
		tab.setAttribute('aria-selected', isSelected);
		tab.tabIndex = isSelected ? 0 : -1;
		panel.hidden = !isSelected;
	}
}

function press(event) {
	const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
	if (step) {
		event.preventDefault();
		const selected = NAMES.findIndex((name) => calls[name].tab.getAttribute('aria-selected') === 'true');
		const name = NAMES.at((selected + step) % NAMES.length);
		select(name);
		calls[name].tab.focus();
	}
}
