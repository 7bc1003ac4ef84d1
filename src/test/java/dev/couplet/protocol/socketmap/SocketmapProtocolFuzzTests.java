package dev.couplet.protocol.socketmap;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.couplet.tcp.Reply;
import dev.couplet.tcp.RequestFrame;
import dev.couplet.transform.BuiltInTransforms;
import dev.couplet.transform.TransformException;
import dev.couplet.transform.TransformService;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fuzzes {@link SocketmapProtocol} with the content of a frame.
 */
class SocketmapProtocolFuzzTests {

	private static final int LIMIT = 4096;

	private static final int WORD = "PERM ".length();

	private final TransformService service = BuiltInTransforms.service(LIMIT);

	private final SocketmapProtocol protocol = new SocketmapProtocol(Unchanged.OK);

	@FuzzTest
	void answersAResultOrAPrintableReason(byte[] frame) {
		byte[] request = frame.clone();
		Reply reply = answer(frame);
		assertThat(frame).isEqualTo(request);
		assertThat(reply.last()).isFalse();
		byte[] bytes = Objects.requireNonNull(reply.frame());
		// TEMP would be a bug, because the service is never busy here
		assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).matches("(?s)OK .*|PERM [ -~]{10,199}");
		assertThat(bytes).hasSizeLessThanOrEqualTo(LIMIT + WORD);
	}

	private Reply answer(byte[] frame) {
		try {
			RequestFrame request = this.protocol.read(frame);
			return this.protocol.success(this.service.transform(request.recipe(), request.value()));
		}
		catch (TransformException ex) {
			return this.protocol.failure(ex);
		}
	}

}
