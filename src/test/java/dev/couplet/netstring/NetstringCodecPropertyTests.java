package dev.couplet.netstring;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Properties of {@link NetstringCodec}, over generated input.
 */
class NetstringCodecPropertyTests {

	private static final int MAX_LENGTH = 5000;

	private final NetstringCodec codec = new NetstringCodec(MAX_LENGTH);

	@Property
	void decodingWhatWasEncodedGivesThePayloadBack(@ForAll byte[] payload) throws IOException {
		ByteArrayOutputStream written = new ByteArrayOutputStream();
		this.codec.write(payload, written);
		ByteArrayInputStream input = new ByteArrayInputStream(written.toByteArray());
		assertThat(this.codec.read(input)).isEqualTo(payload);
		assertThat(input.available()).isZero();
	}

	@Property
	void whateverArrivesEndsInAPayloadOrAnErrorOfItsKind(@ForAll("nearlyNetstrings") byte[] bytes) throws IOException {
		ByteArrayInputStream input = new ByteArrayInputStream(bytes);
		try {
			byte[] payload = this.codec.read(input);
			if (payload == null) {
				assertThat(bytes).isEmpty();
			}
			else {
				ByteArrayOutputStream written = new ByteArrayOutputStream();
				this.codec.write(payload, written);
				assertThat(bytes).startsWith(written.toByteArray());
			}
		}
		catch (EOFException ex) {
			assertThat(input.available()).isZero();
		}
		catch (MalformedNetstringException ex) {
			assertThat(ex).hasMessageMatching("[ a-z0-9]+");
		}
	}

	@Provide
	Arbitrary<byte[]> nearlyNetstrings() {
		Arbitrary<Byte> likely = Arbitraries.of((byte) '0', (byte) '1', (byte) '3', (byte) '9', (byte) ':', (byte) ',',
				(byte) 'a', (byte) ' ', (byte) '-');
		return Arbitraries.oneOf(likely, Arbitraries.bytes()).array(byte[].class).ofMaxSize(40);
	}

}
