package dev.couplet.transform.library;

import java.io.IOException;
import java.io.InputStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link IndexedLibrary}.
 */
class IndexedLibraryTests {

	@Test
	void theBuildWritesTheIndexOfTheTransformsThatItCompiles() throws IOException {
		try (InputStream written = IndexedLibrary.class.getResourceAsStream(IndexedLibrary.INDEX)) {
			assertThat(written).isNotNull();
			assertThat(written.readAllBytes()).isEqualTo(IndexedLibrary.index());
		}
	}

}
