package dev.couplet.transform;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for recipes whose steps take and give different kinds.
 */
class KindsOfStepsTests {

	private static final Transform REVERSED = Transform.named("reversed", Kind.BYTES, Kind.BYTES).applying((bytes) -> {
		byte[] reversed = new byte[bytes.length];
		for (int i = 0; i < bytes.length; i++) {
			reversed[i] = bytes[bytes.length - 1 - i];
		}
		return reversed;
	});

	private static final Transform COUNT = Transform.named("count", Kind.BYTES, Kind.TEXT)
		.applying((bytes) -> String.valueOf(bytes.length));

	private final Catalogue catalogue = NamedRecipes.addTo(TestTransforms.catalogue(REVERSED, COUNT),
			Map.of("shout-bytes", "upper,reversed"), new SizeLimit(100));

	private final TransformService service = new TransformService(this.catalogue, new SizeLimit(4));

	@Test
	void theFirstStepDecidesHowAValueIsRead() {
		Value bytes = Value.of(new byte[] { 'a', (byte) 0xFF });
		assertThat(this.service.transform("reversed", bytes)).isEqualTo(Value.of(new byte[] { (byte) 0xFF, 'a' }));
		assertThat(this.service.transform("count", Value.of("\u00e9"))).isEqualTo(Value.of("2"));
		assertThatExceptionOfType(MalformedTextException.class).isThrownBy(() -> this.service.transform("upper", bytes))
			.withMessage("step 1, upper, takes a text, and the value is not UTF-8 at byte 2; "
					+ "if it is windows-1252, put charset-decode=windows-1252 first");
	}

	@Test
	void theLastStepDecidesTheKindOfTheResult() {
		assertThat(this.service.transform("upper,reversed", Value.of("ab")))
			.isEqualTo(Value.of(new byte[] { 'B', 'A' }));
		assertThat(this.service.transform("reversed,upper", Value.of("ab"))).isEqualTo(Value.of("BA"));
		assertThat(this.service.transform("reversed,half", Value.of("ab"))).isEqualTo(Value.of("b"));
	}

	@Test
	void bytesThatAreNotATextAreRefusedWhereAStepTakesOne() {
		assertThatExceptionOfType(ValueRefusedException.class)
			.isThrownBy(() -> this.service.transform("reversed,reversed,upper", Value.of(new byte[] { (byte) 0xFF })))
			.withMessage("step 3, upper, takes a text, and the result of step 2 is not UTF-8 at byte 1; "
					+ "if it is windows-1252, put charset-decode=windows-1252 before it");
	}

	@Test
	void theLimitCountsBytes() {
		assertThat(this.service.transform("count", Value.of(new byte[4]))).isEqualTo(Value.of("4"));
		assertThatExceptionOfType(ValueTooLargeException.class)
			.isThrownBy(() -> this.service.transform("count", Value.of(new byte[5])));
		assertThatExceptionOfType(ValueTooLargeException.class)
			.isThrownBy(() -> this.service.transform("count", Value.of("\u00e9\u00e9\u00e9")));
	}

	@Test
	void aNamedRecipeTakesAndGivesWhatItsStepsDo() {
		Transform named = this.catalogue.get("shout-bytes");
		assertThat(named.takes()).isSameAs(Kind.TEXT);
		assertThat(named.gives()).isSameAs(Kind.BYTES);
		assertThat(this.service.transform("shout-bytes,count", Value.of("ab"))).isEqualTo(Value.of("2"));
	}

}
