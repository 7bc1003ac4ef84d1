package dev.couplet.netstring;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Properties of {@link NetstringReader}, over generated input.
 */
class NetstringReaderPropertyTests {

	private final NetstringCodec codec = new NetstringCodec(5000);

	@Property
	void anyNumberOfNetstringsIsReadInWhateverPiecesTheyArrive(@ForAll @Size(max = 5) List<byte[]> payloads,
			@ForAll @Size(min = 1, max = 10) List<@IntRange(min = 1, max = 50) Integer> lengths) throws IOException {
		ByteArrayOutputStream stream = new ByteArrayOutputStream();
		for (byte[] payload : payloads) {
			this.codec.write(payload, stream);
		}
		assertThat(read(stream.toByteArray(), lengths)).containsExactlyElementsOf(payloads);
	}

	private List<byte[]> read(byte[] bytes, List<Integer> lengths) throws IOException {
		NetstringReader reader = this.codec.newReader();
		List<byte[]> payloads = new ArrayList<>();
		int start = 0;
		for (int i = 0; start < bytes.length; i++) {
			int length = Math.min(lengths.get(i % lengths.size()), bytes.length - start);
			ByteBuffer piece = ByteBuffer.wrap(bytes, start, length);
			while (piece.hasRemaining()) {
				byte[] payload = reader.read(piece);
				if (payload != null) {
					payloads.add(payload);
				}
			}
			start += length;
		}
		assertThat(reader.hasBegun()).isFalse();
		return payloads;
	}

}
