package dev.couplet.poetry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.couplet.transform.MalformedTextException;
import dev.couplet.transform.Utf8;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.unit.DataSize;

/**
 * Reads the poems, from the operator's folder or from the jar. A poem's title is its
 * file's name without {@code .txt}.
 */
final class PoemLoader {

	private static final String PROPERTY = "couplet.poetry.directory";

	private static final String SUFFIX = ".txt";

	/**
	 * How large all poems together may be: they are kept in memory.
	 */
	private static final long MOST_MEGABYTES = 16;

	private PoemLoader() {
	}

	/**
	 * Reads all poems.
	 * @param directory the folder, or null for the poems in the jar
	 * @return the poems, in no order
	 * @throws InvalidConfigurationPropertyValueException where the folder or a poem in it
	 * cannot be read, a poem is not in UTF-8 or no file but a pipe, say, or all of them
	 * are larger than 16 MB
	 */
	static Poems load(@Nullable Path directory) {
		try {
			List<Poem> poems = new ArrayList<>();
			for (Resource file : (directory != null) ? filesIn(directory) : filesInJar()) {
				poems.add(read(file, directory));
			}
			if (poems.isEmpty()) {
				throw invalid(directory, "The folder has no *.txt file in it");
			}
			return new Poems(poems);
		}
		catch (IOException ex) {
			throw invalid(directory, "The folder or a file in it cannot be read: " + ex);
		}
	}

	private static List<Resource> filesInJar() throws IOException {
		return List.of(new PathMatchingResourcePatternResolver().getResources("classpath:/poems/*" + SUFFIX));
	}

	private static List<Resource> filesIn(Path directory) throws IOException {
		try (var files = Files.newDirectoryStream(directory, "*" + SUFFIX)) {
			List<Resource> resources = new ArrayList<>();
			long size = 0;
			for (Path file : files) {
				if (!Files.isRegularFile(file)) {
					// to read a pipe would wait for ever
					throw invalid(directory, file.getFileName() + " cannot be read: it is no file");
				}
				size += Files.size(file);
				resources.add(new FileSystemResource(file));
			}
			if (size > DataSize.ofMegabytes(MOST_MEGABYTES).toBytes()) {
				throw invalid(directory, "The poems together are larger than " + MOST_MEGABYTES + " MB");
			}
			return resources;
		}
	}

	private static Poem read(Resource file, @Nullable Path directory) throws IOException {
		String name = String.valueOf(file.getFilename());
		byte[] bytes = file.getContentAsByteArray();
		try {
			Utf8.decode(bytes, 0, bytes.length);
		}
		catch (MalformedTextException ex) {
			throw invalid(directory, "The file " + name + " is not in UTF-8");
		}
		return new Poem(name.substring(0, name.length() - SUFFIX.length()), bytes);
	}

	private static InvalidConfigurationPropertyValueException invalid(@Nullable Path directory, String reason) {
		return new InvalidConfigurationPropertyValueException(PROPERTY, directory, reason);
	}

}
