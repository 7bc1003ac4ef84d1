package dev.couplet.transform;

import java.nio.charset.Charset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for the messages of {@link TransformException}: whether they say what is wrong
 * and where, and whether their advice helps.
 */
class RefusalTests {

	// what a message says to put, use or write
	private static final Pattern ADVICE = Pattern
		.compile("put ([a-z]\\S*) (?:first|before it)|use (each-line\\S+)|; (\\S+) decodes|add (\\S+) to it");

	private final TransformService service = BuiltInTransforms.service(1 << 20);

	static Stream<Refusal> refusals() {
		return Refusal.all().stream();
	}

	static Stream<Refusal> mendedRefusals() {
		return refusals().filter((refusal) -> !refusal.mended().isEmpty());
	}

	@ParameterizedTest
	@MethodSource("refusals")
	void aMessageSaysWhatIsWrongAndWhere(Refusal refusal) {
		assertThatExceptionOfType(TransformException.class)
			.isThrownBy(() -> this.service.transform(refusal.recipe(), refusal.value()))
			.withMessage(refusal.message())
			.withMessageMatching("[ -~]{10,199}");
	}

	@ParameterizedTest
	@MethodSource("mendedRefusals")
	void whoFollowsTheAdviceGetsAResult(Refusal refusal) {
		assertThatNoException().isThrownBy(() -> this.service.transform(refusal.mended(), refusal.value()));
	}

	@ParameterizedTest
	@MethodSource("refusals")
	void theRecipeInAnAdviceIsTheOneThatIsTried(Refusal refusal) {
		Matcher advice = ADVICE.matcher(refusal.message());
		while (advice.find()) {
			String recipe = Stream.of(1, 2, 3, 4)
				.map(advice::group)
				.flatMap(Stream::ofNullable)
				.findFirst()
				.orElseThrow();
			assertThat(refusal.mended()).contains(recipe);
		}
	}

	@Test
	void aMessageThatIsTooLongLacksTheAdvice() {
		String trims = "trim,".repeat(11);
		String recipe = trims + "each-paragraph(each-line(each-word(hex-decode,quoted-printable-decode)))";
		assertThatExceptionOfType(ValueRefusedException.class)
			.isThrownBy(
					() -> this.service.transform(recipe, Value.of("41\n\n".repeat(999) + "41\n".repeat(999) + "e9")))
			.withMessage(
					"step 12.1.1.2, quoted-printable-decode, paragraph 1000, line 1000, word 1, takes a text, and the "
							+ "result of step 12.1.1.1 is not UTF-8 at byte 1");
	}

	@Test
	void toAsciiIsOnlyAdvisedForACharsetThatHasAscii() {
		Charset.availableCharsets()
			.values()
			.stream()
			.filter(Charset::canEncode)
			.map(Charset::name)
			.forEach(this::encode);
	}

	private void encode(String charset) {
		Value text = Value.of("po\u00e8me \u8a69 \ud83c\udf39\n");
		try {
			this.service.transform("charset-encode=" + charset, text);
		}
		catch (ValueRefusedException ex) {
			if (ex.getMessage().endsWith("; put to-ascii first")) {
				assertThatNoException().as(charset)
					.isThrownBy(() -> this.service.transform("to-ascii,charset-encode=" + charset, text));
			}
		}
	}

}
