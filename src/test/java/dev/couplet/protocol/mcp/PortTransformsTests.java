package dev.couplet.protocol.mcp;

import java.nio.charset.StandardCharsets;

import dev.couplet.endpoint.TransformPort;
import dev.couplet.endpoint.TransformPorts;
import dev.couplet.transform.BuiltInTransforms;
import dev.couplet.transform.MemoryReservation;
import dev.couplet.transform.TransformService;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link PortTransforms}.
 */
@ExtendWith(OutputCaptureExtension.class)
class PortTransformsTests {

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final TransformService service = BuiltInTransforms.service(100);

	private final TransformPort port = new TransformPorts(this.service, this.meters, null).open("mcp");

	@Test
	void anErrorOfTheServerIsCountedAndLoggedWithoutItsMessage(CapturedOutput output) {
		McpServer server = new McpServer(() -> {
			throw new IllegalStateException("rosebud");
		}, 100);
		byte[] request = """
				{"jsonrpc":"2.0","id":1,"method":"resources/read","params":{"uri":"poem:///low-tide"}}"""
			.getBytes(StandardCharsets.UTF_8);
		try (MemoryReservation memory = this.port.newReservation()) {
			server.answer(request,
					new PortTransforms(this.port, this.service.catalogue(), memory, new RequestMeters(this.meters)));
		}
		assertThat(this.meters.get("couplet.requests.failed").tag("reason", "server-failed").counter().count()).isOne();
		assertThat(output).contains("A request failed", "IllegalStateException").doesNotContain("rosebud");
	}

}
