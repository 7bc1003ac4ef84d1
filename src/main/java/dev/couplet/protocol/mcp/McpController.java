package dev.couplet.protocol.mcp;

import java.io.IOException;

import dev.couplet.endpoint.BodyReader;
import dev.couplet.endpoint.CallerTrace;
import dev.couplet.endpoint.TransformPort;
import dev.couplet.transform.Catalogue;
import dev.couplet.transform.MemoryReservation;
import dev.couplet.transform.ValueTooLargeException;
import io.opentelemetry.context.Scope;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * MCP over HTTP ("streamable HTTP"), without sessions: every message is a request of its
 * own, and its response is JSON and never a stream of events.
 */
@RestController
@ConditionalOnBooleanProperty(name = "couplet.mcp.enabled", matchIfMissing = true)
class McpController {

	private final McpServer server;

	private final TransformPort port;

	private final Catalogue catalogue;

	private final CallerTrace traces;

	private final RequestMeters meters;

	McpController(McpServer server, @Qualifier("mcpPort") TransformPort port, Catalogue catalogue, CallerTrace traces,
			RequestMeters meters) {
		this.server = server;
		this.port = port;
		this.catalogue = catalogue;
		this.traces = traces;
		this.meters = meters;
	}

	@PostMapping(path = "/mcp", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (!Origins.isOwn(request.getHeader(HttpHeaders.ORIGIN), request.getHeader(HttpHeaders.HOST))) {
			refuse(HttpServletResponse.SC_FORBIDDEN, "pages of other sites are not served", response);
			return;
		}
		String revision = request.getHeader("MCP-Protocol-Version");
		if (revision != null && !McpServer.REVISIONS.contains(revision)) {
			refuse(HttpServletResponse.SC_BAD_REQUEST,
					"the revision of the protocol is not one of " + String.join(", ", McpServer.REVISIONS), response);
			return;
		}
		try (Scope _ = this.traces.of(request).makeCurrent(); MemoryReservation memory = this.port.newReservation()) {
			write(this.server.answer(read(request, memory),
					new PortTransforms(this.port, this.catalogue, memory, this.meters)), response);
		}
	}

	private byte[] read(HttpServletRequest request, MemoryReservation memory) throws IOException {
		int limit = MessageSize.limit(this.port.limit());
		return this.port.read(() -> {
			long declared = request.getContentLengthLong();
			byte[] body = (declared > limit) ? null
					: BodyReader.read(request.getInputStream(), declared, limit, memory);
			if (body == null || body.length > limit) {
				throw new ValueTooLargeException(this.port.limit().bytes());
			}
			return body;
		});
	}

	private static void write(@Nullable Response answer, HttpServletResponse response) throws IOException {
		if (answer == null) {
			response.setStatus(HttpServletResponse.SC_ACCEPTED);
			return;
		}
		if (answer.isRefusal()) {
			response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
		}
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		answer.writeTo(response.getOutputStream());
	}

	private void refuse(int status, String message, HttpServletResponse response) throws IOException {
		this.port.rejectMalformed();
		response.setStatus(status);
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		Response.error(null, new JsonRpcException(JsonRpcException.INVALID_REQUEST, message))
			.writeTo(response.getOutputStream());
	}

}
