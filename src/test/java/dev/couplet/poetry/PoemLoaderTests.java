package dev.couplet.poetry;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link PoemLoader}.
 */
class PoemLoaderTests {

	@TempDir
	private Path directory;

	@Test
	void jarContainsThreePoems() {
		assertThat(PoemLoader.load(null).titles()).containsExactly("low-tide", "night-train", "the-kettle");
	}

	@Test
	void loadsTextFilesOfADirectoryWithTheirNamesAsTitles() throws IOException {
		Files.writeString(this.directory.resolve("Ein Gedicht.txt"), "häßlich\n");
		Files.writeString(this.directory.resolve("notes.md"), "not a poem");
		Poems poems = PoemLoader.load(this.directory);
		assertThat(poems.titles()).containsExactly("Ein Gedicht");
		assertThat(poems.find("Ein Gedicht").orElseThrow().bytes()).asString(StandardCharsets.UTF_8)
			.isEqualTo("häßlich\n");
	}

	@Test
	void titleIsNotUsedAsAPath() {
		assertThat(PoemLoader.load(null).find("../poems/low-tide")).isEmpty();
	}

	@Test
	void failsForAMissingOrEmptyDirectory() {
		assertFails(this.directory.resolve("missing"), "cannot be read");
		assertFails(this.directory, "no *.txt file");
	}

	@Test
	void failsForAnUnreadableFile() throws IOException {
		Files.createDirectory(this.directory.resolve("folder.txt"));
		assertFails(this.directory, "cannot be read");
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	void failsForAPipeWithoutReadingIt() throws Exception {
		Path pipe = this.directory.resolve("pipe.txt");
		assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
		assertFails(this.directory, "pipe.txt cannot be read: it is not a regular file");
	}

	@Test
	void failsIfThePoemsAreTooLargeWithoutReadingThem() throws IOException {
		for (String name : List.of("a.txt", "b.txt")) {
			try (RandomAccessFile poem = new RandomAccessFile(this.directory.resolve(name).toFile(), "rw")) {
				poem.setLength(8 * 1024 * 1024 + 1);
			}
		}
		assertFails(this.directory, "larger than 16 MB");
	}

	@Test
	void failsForAFileThatIsNotUtf8() throws IOException {
		Files.write(this.directory.resolve("latin.txt"), new byte[] { 'h', (byte) 0xE4 });
		assertFails(this.directory, "latin.txt is not well-formed UTF-8");
	}

	private static void assertFails(Path directory, String reason) {
		assertThatExceptionOfType(InvalidConfigurationPropertyValueException.class)
			.isThrownBy(() -> PoemLoader.load(directory))
			.satisfies((ex) -> assertThat(ex.getName()).isEqualTo("couplet.poetry.directory"))
			.satisfies((ex) -> assertThat(ex.getReason()).contains(reason));
	}

}
