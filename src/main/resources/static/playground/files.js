// Files as values.

/**
 * Reads a file: a text where it is one in UTF-8, and bytes otherwise. No text has NUL, but many files of bytes that happen
 * to be UTF-8 do.
 */
export async function read(file) {
	const bytes = new Uint8Array(await file.arrayBuffer());
	try {
		return bytes.includes(0) ? bytes : new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	}
	catch {
		return bytes;
	}
}

/**
 * Has files that are dropped anywhere on the page taken.
 * @param where the element that shows while a file is dragged that it will be
 */
export function takeDropped(where, taken) {
	const isFile = ({ dataTransfer }) => dataTransfer?.types.includes('Files');
	const over = (event) => {
		if (isFile(event)) {
			event.preventDefault();
			where.classList.add('dropping');
		}
	};
	addEventListener('dragenter', over);
	addEventListener('dragover', over);
	addEventListener('dragleave', (event) => (event.relatedTarget === null) && where.classList.remove('dropping'));
	addEventListener('drop', (event) => {
		where.classList.remove('dropping');
		if (isFile(event) && event.dataTransfer.files.length > 0) {
			event.preventDefault();
			taken(event.dataTransfer.files[0]);
		}
	});
}
