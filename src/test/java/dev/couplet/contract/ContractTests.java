package dev.couplet.contract;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;

import dev.couplet.CoupletTest;
import dev.couplet.KafkaInitializer;
import dev.couplet.SocketClient;
import dev.couplet.transform.BadArgumentException;
import dev.couplet.transform.MalformedRecipeException;
import dev.couplet.transform.MalformedTextException;
import dev.couplet.transform.RemoteFailedException;
import dev.couplet.transform.RemoteTimeoutException;
import dev.couplet.transform.TransformException;
import dev.couplet.transform.TransformFailedException;
import dev.couplet.transform.UnavailableException;
import dev.couplet.transform.UnknownTransformException;
import dev.couplet.transform.ValueRefusedException;
import dev.couplet.transform.ValueTooLargeException;
import io.grpc.ChannelCredentials;
import io.grpc.InsecureChannelCredentials;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/**
 * Tests every protocol against the contract.
 */
@CoupletTest
@TestPropertySource(properties = { "couplet.socketmap.path=" + ContractTests.OverASocketmapUnixSocket.PATH,
		// results of every size
		"couplet.mcp.max-result=4000000", "couplet.kafka.flows.contract.from=" + KafkaContract.FROM,
		"couplet.kafka.flows.contract.to=" + KafkaContract.TO,
		"couplet.kafka.flows.contract.failures=" + KafkaContract.FAILURES,
		"couplet.kafka.flows.contract.recipe-header=true", "couplet.kafka.flows.contract.retries=0",
		"couplet.kafka.flows.contract.max-retry-delay=1s" })
@ContextConfiguration(initializers = KafkaInitializer.class)
@Import(ContractTransforms.class)
class ContractTests {

	@Nested
	class OverNetstring extends NetstringContract {

		@Override
		SocketClient connect(int port) {
			return SocketClient.connect(port);
		}

	}

	@Nested
	class OverSocketmap extends SocketmapContract {

		@Override
		SocketClient connect(int port) {
			return SocketClient.connect(port);
		}

	}

	// the protocol is that of the TCP port
	@Nested
	@Tag("slow")
	class OverASocketmapUnixSocket extends SocketmapContract {

		static final String PATH = "target/contract-tests.socket";

		@Override
		String protocol() {
			return "socketmap-unix";
		}

		@Override
		SocketClient connect(int port) {
			return SocketClient.connect(Path.of(PATH));
		}

	}

	@Nested
	class OverGrpc extends GrpcContract.Unary {

		@Override
		ChannelCredentials credentials() {
			return InsecureChannelCredentials.create();
		}

	}

	@Nested
	class OverAGrpcStream extends GrpcContract.Stream {

		@Override
		ChannelCredentials credentials() {
			return InsecureChannelCredentials.create();
		}

	}

	@Nested
	class OverMcp extends McpContract {

	}

	@Nested
	class OverKafka extends KafkaContract {

	}

	@Nested
	class OverHttp extends ProtocolContract {

		private static final Map<Class<? extends TransformException>, String> CODES = Map.ofEntries(
				Map.entry(UnknownTransformException.class, "404"), Map.entry(MalformedRecipeException.class, "400"),
				Map.entry(BadArgumentException.class, "400"), Map.entry(ValueRefusedException.class, "422"),
				Map.entry(MalformedTextException.class, "400"), Map.entry(ValueTooLargeException.class, "413"),
				Map.entry(TransformFailedException.class, "500"), Map.entry(RemoteFailedException.class, "502"),
				Map.entry(RemoteTimeoutException.class, "504"), Map.entry(UnavailableException.class, "503"));

		private final HttpClient client = HttpClient.newHttpClient();

		@LocalServerPort
		private int port;

		@Override
		String protocol() {
			return "http";
		}

		@Override
		Answer call(String recipe, byte[] text) {
			URI uri = URI.create("http://localhost:" + this.port + "/transforms/" + legalInPath(recipe));
			HttpRequest request = HttpRequest.newBuilder(uri)
				.POST(HttpRequest.BodyPublishers.ofByteArray(text))
				.build();
			try {
				HttpResponse<byte[]> response = this.client.send(request, HttpResponse.BodyHandlers.ofByteArray());
				return (response.statusCode() == 200) ? Answer.ok(response.body())
						: Answer.error(Integer.toString(response.statusCode()));
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			catch (InterruptedException ex) {
				throw new UncheckedIOException(new InterruptedIOException());
			}
		}

		@Override
		String codeFor(Class<? extends TransformException> error) {
			return CODES.get(error);
		}

		/**
		 * Returns the recipe unchanged, or wholly encoded if it is not valid in a URI, as
		 * libraries encode a path variable.
		 */
		private static String legalInPath(String recipe) {
			if (recipe.matches("(?:[a-zA-Z0-9,=:/;+_~-]++|%[0-9a-fA-F]{2})*+")) {
				return recipe;
			}
			StringBuilder encoded = new StringBuilder();
			for (byte next : recipe.getBytes(StandardCharsets.UTF_8)) {
				encoded.append('%').append(HexFormat.of().toHexDigits(next));
			}
			return encoded.toString();
		}

	}

}
