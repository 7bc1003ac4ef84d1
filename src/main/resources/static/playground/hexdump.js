// Bytes as xxd shows them, which can also read them back (xxd -r).

const BYTES_OF_LINE = 16;

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

const ASCII = Array.from({ length: 256 }, (_, byte) => (byte >= 0x20 && byte < 0x7f) ? String.fromCharCode(byte) : '.');

/**
 * Makes a hex dump: a line for 16 bytes, with their offset, in hexadecimal and as ASCII.
 * @param bytes a Uint8Array
 */
export function hexdump(bytes) {
	const digits = Math.max(4, Math.max(bytes.length - 1, 0).toString(16).length);
	const lines = [];
	for (let offset = 0; offset < bytes.length; offset += BYTES_OF_LINE) {
		lines.push(`${offset.toString(16).padStart(digits, '0')}: ${lineOf(bytes.subarray(offset, offset + BYTES_OF_LINE))}\n`);
	}
	return lines.join('');
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
