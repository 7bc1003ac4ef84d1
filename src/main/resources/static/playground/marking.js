// Marks a part of the text in its field. A field cannot show a mark, so there is a copy of its text behind it, as far as the
// mark, in the same type and with nothing else to be seen.

import { element } from './dom.js';

// a copy of more would take the page's time at each change
const MOST_CHARACTERS = 20_000;

const TYPE = ['font', 'letterSpacing', 'padding', 'borderWidth', 'tabSize', 'direction', 'textRendering', 'fontVariantNumeric'];

const field = document.getElementById('text');
const copy = element('div');
const frame = element('div', { class: 'marks', 'aria-hidden': 'true' }, copy);

field.after(frame);
field.addEventListener('scroll', follow);
new ResizeObserver(place).observe(field);

/**
 * Marks a part.
 * @param range {start, end}, or undefined for none
 */
export function mark(range) {
	copy.replaceChildren();
	field.classList.toggle('marked', Boolean(range) && range.start <= MOST_CHARACTERS);
	if (range && range.start <= MOST_CHARACTERS) {
		const { value } = field;
		copy.append(value.slice(0, range.start), element('mark', {}, value.slice(range.start, Math.min(range.end, MOST_CHARACTERS)) || '\u200B'),
				value.slice(range.end, range.end + 200));
		place();
	}
}

function place() {
	if (copy.hasChildNodes()) {
		const style = getComputedStyle(field);
		TYPE.forEach((name) => {
			copy.style[name] = style[name];
		});
		frame.style.left = `${field.offsetLeft}px`;
		frame.style.top = `${field.offsetTop}px`;
		// without the scroll bar, which makes the lines shorter
		frame.style.width = `${field.clientWidth + field.clientLeft * 2}px`;
		frame.style.height = `${field.offsetHeight}px`;
		follow();
	}
}

function follow() {
	// the copy ends after the mark, so it cannot be scrolled as far as the field
	copy.style.transform = `translateY(${-field.scrollTop}px)`;
}
