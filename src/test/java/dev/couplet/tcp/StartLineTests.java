package dev.couplet.tcp;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.health.registry.DefaultHealthContributorRegistry;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StartLine}.
 */
@ExtendWith(OutputCaptureExtension.class)
class StartLineTests {

	@ParameterizedTest
	@CsvSource({ "localhost, localhost:8080", "0.0.0.0, 0.0.0.0:8080", "::, [::]:8080", "::1, [::1]:8080" })
	void showsTheAddressOfHttpAsItWasSet(String address, String shown, CapturedOutput output) {
		try (EventLoops loops = new EventLoops(Transport.NIO)) {
			Listeners none = new Listeners(new TcpProperties(address, TestLimits.defaults()), new SimpleMeterRegistry(),
					new DefaultHealthContributorRegistry(), new DefaultSslBundleRegistry(), loops);
			new StartLine(none, new MockEnvironment().withProperty("server.address", address)
				.withProperty("local.server.port", "8080")).start();
		}
		assertThat(output).containsPattern("Serving http on \\Q" + shown + "\\E$");
	}

}
