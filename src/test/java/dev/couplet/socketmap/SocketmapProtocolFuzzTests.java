package dev.couplet.socketmap;

import java.util.Objects;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.couplet.tcp.Reply;
import dev.couplet.transform.BuiltInTransforms;
import dev.couplet.transform.FailedRequests;
import dev.couplet.transform.TimedTransforms;
import dev.couplet.transform.Utf8;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Fuzzes {@link SocketmapProtocol} with whatever may stand in a frame.
 */
class SocketmapProtocolFuzzTests {

	private static final int LIMIT = 4096;

	private static final int WORD = "PERM ".length();

	private final MeterRegistry meters = new SimpleMeterRegistry();

	private final SocketmapProtocol protocol = new SocketmapProtocol(
			new TimedTransforms(BuiltInTransforms.service(LIMIT), "socketmap", this.meters),
			new FailedRequests("socketmap", this.meters));

	@FuzzTest
	void answersAResultOrAPrintableReason(byte[] frame) {
		byte[] request = frame.clone();
		Reply reply = this.protocol.handle(frame);
		assertThat(frame).isEqualTo(request);
		assertThat(reply.last()).isFalse();
		byte[] bytes = Objects.requireNonNull(reply.frame());
		// TEMP would be a fault of ours: nothing here is ever busy
		assertThat(Utf8.decode(bytes, 0, bytes.length)).matches("(?s)OK .*|PERM [ -~]{10,199}");
		assertThat(bytes).hasSizeLessThanOrEqualTo(LIMIT + WORD);
	}

}
