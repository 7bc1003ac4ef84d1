package dev.couplet.transform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Recipes of built-in transforms that have a property in common, such as to be
 * idempotent. A list is a text file with a recipe in each line.
 */
final class RecipeList {

	private RecipeList() {
	}

	/**
	 * Reads a list.
	 * @param name the name of its file, without the suffix
	 * @return the lines, of which none is empty
	 */
	static Stream<String> read(String name) {
		try (InputStream file = Objects
			.requireNonNull(RecipeList.class.getResourceAsStream("library/" + name + ".txt"))) {
			return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
