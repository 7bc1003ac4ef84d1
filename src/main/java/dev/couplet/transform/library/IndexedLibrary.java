package dev.couplet.transform.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformIndex;
import dev.couplet.transform.TransformLibrary;
import org.jspecify.annotations.Nullable;

/**
 * The transforms of {@link StandardLibrary}, for programs that run a few of them and end.
 * They are known from an index, which the build makes, and their classes are loaded when
 * a recipe needs them.
 */
public final class IndexedLibrary implements TransformLibrary {

	static final String INDEX = "transforms.index";

	@Override
	public List<Transform> transforms() {
		return read(null);
	}

	/**
	 * Returns some of the transforms.
	 * @param names their names
	 * @return those that there are
	 */
	public List<Transform> transforms(Set<String> names) {
		return read(names);
	}

	private static List<Transform> read(@Nullable Set<String> names) {
		try (InputStream index = IndexedLibrary.class.getResourceAsStream(INDEX)) {
			if (index == null) {
				// compiled by other means than the build, such as by an editor
				return new StandardLibrary().transforms()
					.stream()
					.filter((transform) -> names == null || names.contains(transform.name()))
					.toList();
			}
			return TransformIndex.read(index.readAllBytes(), names, IndexedLibrary::load);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static TransformLibrary load(String className) {
		try {
			return Class.forName(className).asSubclass(TransformLibrary.class).getDeclaredConstructor().newInstance();
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Creates the index.
	 * @return the content of the file
	 */
	static byte[] index() {
		Map<String, TransformLibrary> libraries = new LinkedHashMap<>();
		StandardLibrary.subjects().forEach((subject) -> libraries.put(subject.library().getClass().getName(), subject));
		return TransformIndex.of(libraries);
	}

	/**
	 * Writes the index. The build calls it.
	 * @param arguments the folder of the classes
	 * @throws IOException if the file cannot be written
	 */
	static void main(String[] arguments) throws IOException {
		String folder = IndexedLibrary.class.getPackageName().replace('.', '/');
		Files.write(Path.of(arguments[0], folder, INDEX), index());
	}

}
