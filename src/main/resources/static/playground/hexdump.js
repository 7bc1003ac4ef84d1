// Bytes as xxd shows them, which can also read them back (xxd -r).

const BYTES_OF_LINE = 16;

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

const ASCII = Array.from({ length: 256 }, (_, byte) => (byte >= 0x20 && byte < 0x7f) ? String.fromCharCode(byte) : '.');

/**
 * Makes a hex dump: a line for 16 bytes, with their offset, in hexadecimal and as ASCII.
 * @param bytes a Uint8Array
 * @param first the offset of the first one
 */
export function hexdump(bytes, first = 0) {
	const digits = Math.max(4, Math.max(first + bytes.length - 1, 0).toString(16).length);
	const lines = [];
	for (let offset = 0; offset < bytes.length; offset += BYTES_OF_LINE) {
		lines.push(`${(first + offset).toString(16).padStart(digits, '0')}: ${lineOf(bytes.subarray(offset, offset + BYTES_OF_LINE))}\n`);
	}
	return lines.join('');
}

/**
 * The index of the digits of a byte in a hex dump.
 * @param index of the byte, from the first one that is shown
 */
export function digitsAt(dump, index) {
	const before = dump.split('\n').slice(0, Math.floor(index / BYTES_OF_LINE));
	const start = before.reduce((sum, line) => sum + line.length + 1, 0);
	const column = index % BYTES_OF_LINE;
	return dump.indexOf(': ', start) + 2 + 2 * column + Math.floor(column / 2);
}

function lineOf(bytes) {
	let hex = '';
	let ascii = '';
	for (let i = 0; i < BYTES_OF_LINE; i++) {
		const byte = bytes[i];
		hex += (byte === undefined) ? '  ' : HEX[byte];
		hex += (i % 2 === 1) ? ' ' : '';
		ascii += (byte === undefined) ? '' : ASCII[byte];
	}
	return `${hex} ${ascii}`;
}
