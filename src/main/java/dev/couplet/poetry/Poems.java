package dev.couplet.poetry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All poems, by title. The only place where a title from outside is looked up: it never
 * reaches a file system.
 */
public final class Poems {

	private final Map<String, Poem> poems = new TreeMap<>();

	Poems(List<Poem> poems) {
		poems.forEach((poem) -> this.poems.put(poem.title(), poem));
	}

	/**
	 * Every poem's title.
	 * @return the titles, in order
	 */
	public List<String> titles() {
		return List.copyOf(this.poems.keySet());
	}

	/**
	 * The poem at a place in the order of titles.
	 * @param index the place, from 0
	 * @return the poem
	 */
	public Poem get(int index) {
		return List.copyOf(this.poems.values()).get(index);
	}

	/**
	 * Looks a poem up.
	 * @param title its title, from wherever
	 * @return the poem, or empty where there is none of this title
	 */
	public Optional<Poem> find(String title) {
		return Optional.ofNullable(this.poems.get(title));
	}

}
