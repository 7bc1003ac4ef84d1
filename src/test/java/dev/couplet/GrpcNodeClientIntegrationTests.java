package dev.couplet;

import java.nio.file.Path;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests gRPC with Node's own client, which knows nothing of our classes.
 */
@CoupletTest
@Tag("slow")
class GrpcNodeClientIntegrationTests {

	private static final String INTERFACE = "src/main/proto/couplet/v1/transforms.proto";

	@Autowired
	private ApplicationContext server;

	@ParameterizedTest
	@ValueSource(strings = { INTERFACE, "reflection" })
	void nodesClientGetsTheResultsFromTheFileAndByReflection(String source) throws Exception {
		NpmClients clients = NpmClients.install("grpc");
		String known = source.equals("reflection") ? source : Path.of(source).toAbsolutePath().toString();
		NpmClients.Result result = clients.run("node", "client.mjs", "" + GrpcClient.port(this.server), known);
		assertThat(result.errors()).isEmpty();
		assertThat(result.status()).isZero();
		assertThat(result.output().lines()).containsExactly("{\"text\":\"here is my poem\"}",
				"{\"code\":3,\"details\":\"step 1, wrap: 'width' must be a whole number from 1 to 1000\"}",
				"{\"text\":\"bbnbnb\"}", "00ff", "base64-decode", "wrap", "90 results, 10 failures");
	}

}
