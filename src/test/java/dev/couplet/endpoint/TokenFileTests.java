package dev.couplet.endpoint;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

class TokenFileTests {

	private static final String HASH = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

	private static final String OTHER = "fedcba9876543210fedcba9876543210fedcba9876543210fedcba9876543210";

	@TempDir
	private Path directory;

	@Test
	void eachLineIsANameAndAHash() throws Exception {
		assertThat(read("laptop " + HASH + "\nbatch-2 \t " + OTHER)).containsExactly(entry("laptop", HASH),
				entry("batch-2", OTHER));
	}

	@Test
	void commentsBlankLinesAndLineEndsOfWindowsAreAllowed() throws Exception {
		assertThat(read("# clients\r\n\r\n  laptop " + HASH + "  # since caf\u00e9\r\n \t\r\n#" + OTHER + "\r\n"))
			.containsExactly(entry("laptop", HASH));
	}

	@Test
	void hashesMayBeInUpperCase() throws Exception {
		assertThat(read("laptop " + HASH.toUpperCase(Locale.ROOT))).containsExactly(entry("laptop", HASH));
	}

	@ParameterizedTest
	@ValueSource(strings = { "secret", "secret " + HASH + " -", HASH + "  -", "Secret " + HASH, "s\u00e9cret " + HASH,
			"secret_1 " + HASH, "secret" + HASH, "secret: " + HASH, "secret " + HASH + "0",
			"secret 0123456789abcdef0123456789abcdef", "secret " + HASH + " " + OTHER })
	void anotherLineIsRefusedWithItsNumberAndWithoutAWordOfIt(String line) {
		assertThatExceptionOfType(InvalidTokenFileException.class)
			.isThrownBy(() -> read("# clients\n\nlaptop " + OTHER + "\n" + line + "\n"))
			.withMessage("Line 4 must be a name of lower-case letters, digits and hyphens, white space, "
					+ "and the 64 hexadecimal digits that printf %s \"$TOKEN\" | sha256sum prints");
	}

	@Test
	void aNameOrAHashMustNotOccurTwice() {
		assertThatExceptionOfType(InvalidTokenFileException.class)
			.isThrownBy(() -> read("laptop " + HASH + "\nlaptop " + OTHER))
			.withMessageStartingWith("Line 2 has the same name as a line before it")
			.withMessageNotContainingAny("laptop", OTHER);
		assertThatExceptionOfType(InvalidTokenFileException.class)
			.isThrownBy(() -> read("laptop " + HASH + "\nbatch " + HASH.toUpperCase(Locale.ROOT)))
			.withMessageStartingWith("Line 2 has the same hash as a line before it")
			.withMessageNotContainingAny("batch", HASH);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\n \n", "# laptop " + HASH })
	void aFileWithoutTokensIsRefused(String content) {
		assertThatExceptionOfType(InvalidTokenFileException.class).isThrownBy(() -> read(content))
			.withMessageStartingWith("The file has no tokens. Each line must be a name");
	}

	@Test
	void aFileThatCannotBeReadIsRefused() {
		assertThatExceptionOfType(InvalidTokenFileException.class)
			.isThrownBy(() -> TokenFile.read(this.directory.resolve("nosuch")))
			.withMessage("The file must exist, and the server must be allowed to read it (NoSuchFileException)");
		assertThatExceptionOfType(InvalidTokenFileException.class).isThrownBy(() -> TokenFile.read(this.directory))
			.withMessageStartingWith("The file must exist");
	}

	private Map<String, String> read(String content) throws IOException, InvalidTokenFileException {
		Path file = this.directory.resolve("tokens");
		Files.writeString(file, content, StandardCharsets.ISO_8859_1);
		return TokenFile.read(file);
	}

}
