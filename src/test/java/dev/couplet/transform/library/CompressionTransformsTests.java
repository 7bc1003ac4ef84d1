package dev.couplet.transform.library;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

import dev.couplet.transform.Kind;
import dev.couplet.transform.Value;
import dev.couplet.transform.ValueTooLargeException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link CompressionTransforms}.
 */
class CompressionTransformsTests extends LibraryRunner {

	private static final int MEGABYTE = 1 << 20;

	@Test
	void gzipRestoresBytes() {
		Value bytes = Value.of(bytes(0xFF, 0, 0x80));
		assertThat(run("gzip,gunzip", bytes)).isEqualTo(bytes);
		assertThat(run("gzip,gunzip", "")).isEmpty();
		assertThat(run("gzip", Value.of("A POEM"))).isEqualTo(run("gzip", Value.of("A POEM")));
	}

	@Test
	void theKindOfTheResultDoesNotDependOnTheData() {
		assertThat(run("gunzip", Value.of(gzip("A POEM"))).kind()).isEqualTo(Kind.BYTES);
	}

	@Test
	void gunzipReadsSeveralMembers() {
		assertThat(run("gunzip", Value.of(concatenated(gzip("A "), gzip(""), gzip("POEM")))))
			.isEqualTo(Value.of("A POEM".getBytes(StandardCharsets.UTF_8)));
	}

	@Test
	void gunzipReadsAsManyMembersAsTheValueHas() {
		byte[] empty = gzip("");
		byte[] many = new byte[50_000 * empty.length];
		for (int i = 0; i < many.length; i += empty.length) {
			System.arraycopy(empty, 0, many, i, empty.length);
		}
		assertThat(run("gunzip", Value.of(many)).size()).isZero();
	}

	@Test
	void gunzipRefusesWhatIsNotGzip() {
		assertRefused("gunzip", "", "it does not start with the bytes 1f 8b");
		assertRefused("gunzip", "A POEM", "it does not start with the bytes 1f 8b");
	}

	@Test
	void gunzipRefusesEveryCutOffValue() {
		byte[] whole = concatenated(gzip("A POEM"), gzip("A POEM"));
		for (int length = 2; length < whole.length; length++) {
			if (length != whole.length / 2) {
				assertRefused("gunzip", Value.of(Arrays.copyOf(whole, length)), "the gzip is");
			}
		}
	}

	@Test
	void gunzipRefusesDamageAndWhatFollows() {
		byte[] damaged = gzip("A POEM");
		damaged[damaged.length - 8] ^= 1;
		assertRefused("gunzip", Value.of(damaged), "the gzip is damaged");
		assertRefused("gunzip", Value.of(concatenated(gzip("A POEM"), "garbage".getBytes(StandardCharsets.UTF_8))),
				"the gzip is damaged");
		assertRefused("gunzip", Value.of(concatenated(gzip("A POEM"), new byte[10])), "the gzip is damaged");
	}

	@Test
	void gunzipStopsAtTheLimitOfTheResult() {
		byte[] bomb = gzip("0".repeat(64 * MEGABYTE));
		assertThat(bomb).hasSizeLessThan(MEGABYTE / 10);
		assertThatExceptionOfType(ValueTooLargeException.class).isThrownBy(() -> run("gunzip", Value.of(bomb)));
		assertThat(run("gunzip", Value.of(gzip("0".repeat(MEGABYTE)))).size()).isEqualTo(MEGABYTE);
	}

	private static byte[] gzip(String text) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
			gzip.write(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
		return bytes.toByteArray();
	}

	private static byte[] concatenated(byte[]... parts) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		for (byte[] part : parts) {
			bytes.writeBytes(part);
		}
		return bytes.toByteArray();
	}

}
