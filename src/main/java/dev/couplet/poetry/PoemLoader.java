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
 * Loads the poems from the operator's directory or from the jar. A poem's title is its
 * file name without {@code .txt}.
 */
final class PoemLoader {

	private static final String PROPERTY = "couplet.poetry.directory";

	private static final String SUFFIX = ".txt";

	/**
	 * The maximum total size of the poems, which are kept in memory.
	 */
	private static final long MAX_MEGABYTES = 16;

	private PoemLoader() {
	}

	/**
	 * Loads all poems.
	 * @param directory the directory, or null for the poems in the jar
	 * @return the poems
	 * @throws InvalidConfigurationPropertyValueException if the directory or a file in it
	 * cannot be read, a file is not a regular file or not UTF-8, or the poems are larger
	 * than 16 MB in total
	 */
	static Poems load(@Nullable Path directory) {
		try {
			List<Poem> poems = new ArrayList<>();
			for (Resource file : (directory != null) ? filesIn(directory) : filesInJar()) {
				poems.add(read(file, directory));
			}
			if (poems.isEmpty()) {
				throw invalid(directory, "The directory contains no *.txt file");
			}
			return new Poems(poems);
		}
		catch (IOException ex) {
			throw invalid(directory, "The directory or a file in it cannot be read: " + ex);
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
					// reading a pipe would block
					throw invalid(directory, file.getFileName() + " cannot be read: it is not a regular file");
				}
				size += Files.size(file);
				resources.add(new FileSystemResource(file));
			}
			if (size > DataSize.ofMegabytes(MAX_MEGABYTES).toBytes()) {
				throw invalid(directory, "The poems are larger than " + MAX_MEGABYTES + " MB in total");
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
			throw invalid(directory, "The file " + name + " is not well-formed UTF-8");
		}
		return new Poem(name.substring(0, name.length() - SUFFIX.length()), bytes);
	}

	private static InvalidConfigurationPropertyValueException invalid(@Nullable Path directory, String reason) {
		return new InvalidConfigurationPropertyValueException(PROPERTY, directory, reason);
	}

}
