// Moves an item of a list: dragged by its grip, with a mouse, a finger or a pen, or by the arrow keys on it.
//
// It is the item's neighbours that are moved around it. An item that is taken out of the page, if only to be put back
// elsewhere, loses the focus and the pointer.

/**
 * @param grip a button within the item
 * @param item the item
 * @param moved is called with the item once it is at another place
 */
export function orderedBy(grip, item, moved) {
	grip.addEventListener('keydown', (event) => {
		const up = event.key === 'ArrowUp';
		if (up || event.key === 'ArrowDown') {
			event.preventDefault();
			if (pass(item, up ? item.previousElementSibling : item.nextElementSibling)) {
				moved(item);
			}
		}
	});
	grip.addEventListener('pointerdown', (event) => {
		if (event.button === 0) {
			drag(event, grip, item, moved);
		}
	});
}

function drag(start, grip, item, moved) {
	const before = [...item.parentElement.children];
	const gone = new AbortController();
	const on = (name, listen) => grip.addEventListener(name, listen, { signal: gone.signal });
	const end = () => {
		gone.abort();
		item.classList.remove('dragged');
	};
	const cancel = () => {
		end();
		putBack(item, before);
	};
	grip.setPointerCapture(start.pointerId);
	item.classList.add('dragged');
	on('pointermove', ({ clientY }) => follow(item, clientY));
	on('pointerup', () => {
		end();
		if (before.indexOf(item) !== [...item.parentElement.children].indexOf(item)) {
			moved(item);
		}
	});
	on('pointercancel', cancel);
	on('keydown', (event) => (event.key === 'Escape') && cancel());
}

function follow(item, y) {
	while (item.previousElementSibling && y < middle(item.previousElementSibling)) {
		pass(item, item.previousElementSibling);
	}
	while (item.nextElementSibling && y > middle(item.nextElementSibling)) {
		pass(item, item.nextElementSibling);
	}
}

function middle(item) {
	const { top, height } = item.getBoundingClientRect();
	return top + height / 2;
}

function pass(item, neighbour) {
	if (!neighbour) {
		return false;
	}
	if (neighbour === item.nextElementSibling) {
		item.before(neighbour);
	}
	else {
		item.after(neighbour);
	}
	return true;
}

function putBack(item, order) {
	const place = order.indexOf(item);
	item.before(...order.slice(0, place));
	item.after(...order.slice(place + 1));
}
