package dev.couplet.poetry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All poems, by title. Titles from requests are looked up here and nowhere else; they are
 * never used as file names.
 */
public final class Poems {

	private final Map<String, Poem> poems = new TreeMap<>();

	Poems(List<Poem> poems) {
		poems.forEach((poem) -> this.poems.put(poem.title(), poem));
	}

	/**
	 * Loads the poems in the jar.
	 * @return the poems
	 */
	public static Poems inJar() {
		return PoemLoader.load(null);
	}

	/**
	 * Returns the titles of all poems.
	 * @return the titles, sorted
	 */
	public List<String> titles() {
		return List.copyOf(this.poems.keySet());
	}

	/**
	 * Returns the poem at an index in the order of titles.
	 * @param index the index, starting at 0
	 * @return the poem
	 */
	public Poem get(int index) {
		return List.copyOf(this.poems.values()).get(index);
	}

	/**
	 * Finds a poem by title.
	 * @param title any string
	 * @return the poem, or empty if there is none
	 */
	public Optional<Poem> find(String title) {
		return Optional.ofNullable(this.poems.get(title));
	}

}
