package dev.couplet.transform;

import java.nio.charset.StandardCharsets;

import dev.couplet.transform.library.StandardLibrary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Tests that an error says its step and its position, in the same words as its message.
 */
class ErrorPlaceTests {

	private final TransformService service = new TransformService(new Catalogue(new StandardLibrary().transforms()),
			new SizeLimit(1024 * 1024));

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "none", textBlock = """
			trim,base64-decode            | `QQ!`          | 2    | character 3
			each-line(trim,base64-decode) | `QQ==\nQ!`     | 1.2  | character 2
			hex-decode                    | `4142zz`       | 1    | character 5
			yaml-to-json                  | `a: 1\nb: "`   | 1    | line 2, column 5
			charset-decode=us-ascii       | `\u00e9`       | 1    | byte 1
			cummingsify                   | `bytes ff`     | 1    | byte 1
			trim,nosuch                   | `text`         | 2    | none
			trim,wrap=0                   | `text`         | 2    | none
			trim,Trim                     | `text`         | 2    | character 6
			""")
	void saysTheStepAndThePosition(String recipe, String text, @Nullable String step, @Nullable String position) {
		byte[] bytes = text.equals("bytes ff") ? new byte[] { (byte) 0xFF } : text.getBytes(StandardCharsets.UTF_8);
		TransformException error = catchThrowableOfType(TransformException.class,
				() -> this.service.transform(recipe, Value.of(bytes)));
		assertThat(error.step()).as(error.getMessage()).isEqualTo(step);
		assertThat(error.position()).as(error.getMessage()).isEqualTo(position);
	}

	@Test
	void anErrorOfTheWholeRequestHasNeither() {
		TransformException error = UnavailableException.shuttingDown();
		assertThat(error.step()).isNull();
		assertThat(error.position()).isNull();
	}

}
