// Elements in one expression. Whatever is text is set as text: nothing here is ever read as HTML.

/**
 * Makes an element.
 * @param attributes attributes by name; a function is a listener for the event of that name; what is undefined is left out
 * @param children elements and texts
 */
export function element(name, attributes = {}, ...children) {
	const made = document.createElement(name);
	for (const [key, value] of Object.entries(attributes)) {
		if (typeof value === 'function') {
			made.addEventListener(key, value);
		}
		else if (value !== undefined) {
			made.setAttribute(key, value);
		}
	}
	made.append(...children);
	return made;
}

/**
 * Shows a sentence, or hides its element where there is none.
 */
export function say(where, sentence) {
	where.textContent = sentence ?? '';
	where.hidden = !sentence;
}

/**
 * Whether the page is narrow, as in style.css: its parts are below each other, and the result is in sight at its bottom.
 */
export function isNarrow() {
	return matchMedia('(width < 64rem)').matches;
}

/**
 * Scrolls a pane so that an element in it is seen. The page around it stays where it is, unlike with scrollIntoView.
 */
export function scrollWithin(pane, part) {
	const view = pane.getBoundingClientRect();
	const { top, bottom } = part.getBoundingClientRect();
	if (top < view.top || bottom > view.bottom) {
		// the middle of it, or the beginning of what is higher than the pane
		pane.scrollTop += Math.min(top - view.top, (top + bottom - view.top - view.bottom) / 2);
	}
}

/**
 * The beginning of a text, which is too long to be shown in full, without half a character at its end.
 */
export function beginning(text, most) {
	return text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
}
