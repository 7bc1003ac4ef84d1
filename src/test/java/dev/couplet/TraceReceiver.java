package dev.couplet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import com.google.protobuf.ByteString;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;

/**
 * A trace collector that receives OTLP over HTTP.
 */
final class TraceReceiver implements AutoCloseable {

	private final HttpServer server;

	private final Queue<byte[]> payloads = new ConcurrentLinkedQueue<>();

	TraceReceiver() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", this::receive);
		this.server.start();
	}

	String endpoint() {
		return "http://localhost:" + this.server.getAddress().getPort() + "/v1/traces";
	}

	private void receive(HttpExchange exchange) throws IOException {
		try (exchange) {
			this.payloads.add(exchange.getRequestBody().readAllBytes());
			exchange.sendResponseHeaders(200, -1);
		}
	}

	/**
	 * Returns the spans received so far, in no particular order.
	 */
	List<Span> spans() {
		return this.payloads.stream()
			.flatMap((payload) -> parse(payload).getResourceSpansList().stream())
			.flatMap((resource) -> resource.getScopeSpansList().stream())
			.flatMap((scope) -> scope.getSpansList().stream())
			.toList();
	}

	private static ExportTraceServiceRequest parse(byte[] payload) {
		try {
			return ExportTraceServiceRequest.parseFrom(ByteString.copyFrom(payload));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Returns all bytes received, one character for each.
	 */
	String bytes() {
		StringBuilder all = new StringBuilder();
		this.payloads.forEach((payload) -> all.append(new String(payload, StandardCharsets.ISO_8859_1)));
		return all.toString();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
