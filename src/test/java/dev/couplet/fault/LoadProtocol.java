package dev.couplet.fault;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

import dev.couplet.SocketClient;

/**
 * The protocols of the load, at their default ports, and the number of clients of each.
 */
enum LoadProtocol {

	NETSTRING(2) {

		@Override
		LoadClient client(String address, Map<String, ?> grpcServiceConfig) {
			return new ConnectionClient(address, 11000, (connection, number) -> {
				connection.send(SocketClient.netstring(RECIPE + "." + value(number)));
				if (number % 2 == 0) {
					connection.halfClose();
				}
				check(connection.readToEnd(), SocketClient.netstring(result(number)));
			});
		}

	},

	SOCKETMAP(2) {

		@Override
		LoadClient client(String address, Map<String, ?> grpcServiceConfig) {
			return new ConnectionClient(address, 11001, (connection, number) -> {
				connection.send(SocketClient.netstring(RECIPE + " " + value(number)));
				check(connection.readNetstring(), "OK " + result(number));
			});
		}

	},

	POEM(1) {

		@Override
		LoadClient client(String address, Map<String, ?> grpcServiceConfig) {
			return new ConnectionClient(address, 10001, (connection, _) -> check(connection.readToEnd(), POEM_TEXT));
		}

	},

	HTTP(3) {

		@Override
		LoadClient client(String address, Map<String, ?> grpcServiceConfig) {
			return new ConnectionClient(address, 8080, (connection, number) -> {
				if (number % 3 == 0) {
					checkBody(respond(connection, "GET", "/poems/low-tide", "text/plain", ""), POEM_TEXT);
				}
				else {
					String method = (number % 3 == 1) ? "QUERY" : "POST";
					checkBody(respond(connection, method, "/transforms/" + RECIPE, "text/plain", value(number)),
							result(number));
				}
			});
		}

	},

	MCP(1) {

		@Override
		LoadClient client(String address, Map<String, ?> grpcServiceConfig) {
			return new ConnectionClient(address, 8080, (connection, number) -> {
				String response = respond(connection, "POST", "/mcp", "application/json", """
						{"jsonrpc":"2.0","id":%d,"method":"tools/call",
						"params":{"name":"transform","arguments":{"recipe":"%s","text":"%s"}}}""".formatted(number,
						RECIPE, value(number)));
				if (!response.contains("\"id\":" + number + ",") || !response.contains('"' + result(number) + '"')) {
					throw new IOException("wrong response: " + response);
				}
			});
		}

	},

	GRPC(3) {

		@Override
		LoadClient client(String address, Map<String, ?> grpcServiceConfig) {
			return GrpcLoadClient.unary(address, grpcServiceConfig);
		}

	},

	GRPC_STREAM(2) {

		@Override
		LoadClient client(String address, Map<String, ?> grpcServiceConfig) {
			return GrpcLoadClient.streaming(address, grpcServiceConfig);
		}

	};

	/**
	 * Not that of the balancer's health checks, so that they are not counted as load.
	 */
	static final String RECIPE = "lower-case";

	private static final String POEM_TEXT = readPoem();

	private static final int LARGE_EVERY = 16;

	final int clients;

	LoadProtocol(int clients) {
		this.clients = clients;
	}

	/**
	 * Creates a client.
	 * @param address the address of the server
	 * @param grpcServiceConfig the service config of a client of gRPC
	 */
	abstract LoadClient client(String address, Map<String, ?> grpcServiceConfig);

	/**
	 * Returns the value of a request. Some have 10 KB, so that there are replies of
	 * several segments.
	 */
	static String value(int number) {
		return ("HERE IS MY POEM " + number + ". ").repeat((number % LARGE_EVERY == 0) ? 500 : 1);
	}

	static String result(int number) {
		return value(number).toLowerCase(Locale.ROOT);
	}

	static void check(String reply, String expected) throws IOException {
		if (!reply.equals(expected)) {
			throw new IOException("wrong reply: " + reply);
		}
	}

	private static void checkBody(String response, String expected) throws IOException {
		check(response.substring(response.indexOf("\r\n\r\n") + 4), expected);
	}

	private static String respond(Connection connection, String method, String path, String type, String body)
			throws IOException {
		connection.send(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: " + type + "\r\nContent-Type: "
				+ type + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
		try {
			String response = connection.readResponse();
			if (!response.startsWith("HTTP/1.1 200")) {
				throw new IOException("wrong status: " + response);
			}
			return response;
		}
		catch (EOFException | SocketException ex) {
			// a client sees that a response is not complete, and may repeat the request
			throw new NoReplyException(ex);
		}
	}

	private static String readPoem() {
		try {
			return Files.readString(Path.of("src/main/resources/poems/low-tide.txt"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
