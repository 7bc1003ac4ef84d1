package dev.couplet.client.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.couplet.CoupletTest;
import dev.couplet.TestCertificates;
import dev.couplet.TlsInitializer;
import dev.couplet.client.command.CommandProcess.Result;
import dev.couplet.tcp.Listener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the command line over TLS, with the running server.
 */
@CoupletTest
@ContextConfiguration(initializers = TlsInitializer.class)
@Timeout(60)
class TlsCommandLineTests {

	private static final Path ca = TestCertificates.certificate("ca");

	@Autowired
	private Listener netstringListener;

	@Test
	void transformsOverTls() {
		assertThat(transform("--tls", "--ca", ca.toString(), "--cert",
				TestCertificates.certificate("client").toString(), "--key", TestCertificates.key("client").toString()))
			.isEqualTo(new Result(0, "here is my poem", ""));
	}

	@Test
	void rejectedCertificateIsReportedInOneLine() {
		Result result = transform("--tls", "--ca", ca.toString());
		assertThat(result.status()).isEqualTo(1);
		assertThat(result.output()).isEmpty();
		assertThat(result.errors()).startsWith("couplet: localhost:" + this.netstringListener.port())
			.endsWith("it rejected the connection: certificate_required\n")
			.hasLineCount(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			--ca ca.pem                       | --ca, --cert and --key require --tls or https://
			--tls --cert client.pem           | --cert and --key must be used together
			--tls --key client.key            | --cert and --key must be used together
			--tls --ca /dev/zero              | /dev/zero is larger than 4 MB
			--tls --ca /nonexistent/ca.pem    | /nonexistent/ca.pem cannot be read: no such file
			""")
	void inconsistentOptionsAndMissingFilesAreWrongUsage(String options, String complaint) {
		Result result = transform(options.split(" "));
		assertThat(result.status()).isEqualTo(2);
		assertThat(result.output()).isEmpty();
		assertThat(result.errors()).startsWith("couplet: " + complaint + "\n").contains("Usage:");
	}

	private Result transform(String... options) {
		List<String> arguments = new ArrayList<>(
				List.of("transform", "cummingsify", "--server", "localhost:" + this.netstringListener.port()));
		arguments.addAll(List.of(options));
		return CommandProcess.run(CommandProcess.fromClassPath(arguments.toArray(String[]::new)), "HERE IS MY POEM");
	}

}
