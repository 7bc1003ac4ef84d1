package dev.couplet.protocol.mcp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Supplier;

import dev.couplet.poetry.Poems;
import dev.couplet.transform.SizeLimit;
import dev.couplet.transform.TransformService;
import org.jspecify.annotations.Nullable;

/**
 * MCP over two streams: every line is a message. Messages are answered one after the
 * other, in the order in which they arrive.
 */
public final class StandardStreams {

	private final McpServer server;

	private final Transforms transforms;

	private final MessageLines lines;

	private final OutputStream out;

	/**
	 * Creates a server.
	 * @param in where messages come from
	 * @param out where responses are written, and nothing else
	 * @param limit the maximum size of a value
	 * @param service returns the service, always the same; called when a tool first needs
	 * it
	 * @param poems returns the poems, always the same; called when a client first asks
	 * for them
	 */
	public StandardStreams(InputStream in, OutputStream out, SizeLimit limit, Supplier<TransformService> service,
			Supplier<Poems> poems) {
		this.server = new McpServer(poems, TransformTool.MAX_RESULT);
		this.transforms = new LocalTransforms(service);
		this.lines = new MessageLines(in, MessageSize.limit(limit));
		this.out = out;
	}

	/**
	 * Reads and answers the next message.
	 * @return false at the end of the input
	 * @throws IOException if the input cannot be read or the output cannot be written
	 */
	public boolean answerNext() throws IOException {
		if (!this.lines.next()) {
			return false;
		}
		Response response = answer(this.lines.line());
		if (response != null) {
			ByteArrayOutputStream line = new ByteArrayOutputStream();
			response.writeTo(line);
			line.write('\n');
			line.writeTo(this.out);
			this.out.flush();
		}
		return true;
	}

	private @Nullable Response answer(byte @Nullable [] line) {
		return (line != null) ? this.server.answer(line, this.transforms)
				: Response.error(null, new JsonRpcException(JsonRpcException.INVALID_REQUEST,
						"the message is over the limit of " + this.lines.limit() + " bytes"));
	}

}
