// Bytes as xxd shows them, which can also read them back (xxd -r).

const BYTES_OF_LINE = 16;

/**
 * The bytes of a line where there is little room. Sizes of fonts in style.css depend on it.
 */
export const BYTES_OF_SHORT_LINE = 8;

// as in the container query of style.css
const NARROW_IN_REM = 24;

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

const ASCII = Array.from({ length: 256 }, (_, byte) => (byte >= 0x20 && byte < 0x7f) ? String.fromCharCode(byte) : '.');

/**
 * Makes a hex dump. Each line has the offset of its first byte, and its bytes in hexadecimal and as ASCII.
 * @param bytes a Uint8Array
 * @param first the offset of the first one
 * @param perLine how many bytes a line has
 */
export function hexdump(bytes, first = 0, perLine = BYTES_OF_LINE) {
	const digits = Math.max(4, Math.max(first + bytes.length - 1, 0).toString(16).length);
	const lines = [];
	for (let offset = 0; offset < bytes.length; offset += perLine) {
		lines.push(`${(first + offset).toString(16).padStart(digits, '0')}: ${lineOf(bytes.subarray(offset, offset + perLine), perLine)}\n`);
	}
	return lines.join('');
}

/**
 * How many bytes of a hex dump there is room for in a line of an element.
 */
export function bytesPerLine({ clientWidth }) {
	const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
	return (clientWidth < NARROW_IN_REM * rem) ? BYTES_OF_SHORT_LINE : BYTES_OF_LINE;
}

/**
 * The index of the digits of a byte in a hex dump.
 * @param index of the byte, from the first one that is shown
 * @param perLine how many bytes a line of the dump has
 */
export function digitsAt(dump, index, perLine) {
	const before = dump.split('\n').slice(0, Math.floor(index / perLine));
	const start = before.reduce((sum, line) => sum + line.length + 1, 0);
	const column = index % perLine;
	return dump.indexOf(': ', start) + 2 + 2 * column + Math.floor(column / 2);
}

function lineOf(bytes, perLine) {
	let hex = '';
	let ascii = '';
	for (let i = 0; i < perLine; i++) {
		const byte = bytes[i];
		hex += (byte === undefined) ? '  ' : HEX[byte];
		hex += (i % 2 === 1) ? ' ' : '';
		ascii += (byte === undefined) ? '' : ASCII[byte];
	}
	return `${hex} ${ascii}`;
}
