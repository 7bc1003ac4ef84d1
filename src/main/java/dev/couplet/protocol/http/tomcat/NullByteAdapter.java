package dev.couplet.protocol.http.tomcat;

import java.nio.charset.StandardCharsets;
import java.util.Set;

import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.buf.ByteChunk;
import org.apache.tomcat.util.buf.MessageBytes;
import org.apache.tomcat.util.net.SocketEvent;

/**
 * Lets a recipe in a path contain {@code %00}. Tomcat refuses every path with a NUL,
 * which would be dangerous in the name of a file. A recipe is not one: this adapter moves
 * it to the query, where it means the same, before Tomcat reads and checks the path. What
 * is left of the path is fixed.
 */
final class NullByteAdapter implements Adapter {

	private static final String PATH = "/transforms";

	private static final String ENCODED_NULL = "%00";

	private static final Set<String> METHODS = Set.of("POST", "QUERY");

	private final Adapter adapter;

	/**
	 * Creates an adapter.
	 * @param adapter the adapter that reads and checks the path
	 */
	NullByteAdapter(Adapter adapter) {
		this.adapter = adapter;
	}

	@Override
	public void service(Request request, Response response) throws Exception {
		MessageBytes uri = request.requestURI();
		if (uri.getType() == MessageBytes.T_BYTES && hasRecipeWithNull(uri.getByteChunk())
				&& request.queryString().isNull() && METHODS.contains(request.getMethod())) {
			String recipe = uri.toString().substring(PATH.length() + 1);
			request.queryString().setString("recipe=" + recipe.replace("&", "%26"));
			byte[] path = PATH.getBytes(StandardCharsets.US_ASCII);
			uri.setBytes(path, 0, path.length);
		}
		this.adapter.service(request, response);
	}

	private static boolean hasRecipeWithNull(ByteChunk uri) {
		return uri.startsWith(PATH + "/", 0) && uri.indexOf(ENCODED_NULL, 0, ENCODED_NULL.length(), 0) >= 0;
	}

	@Override
	public boolean prepare(Request request, Response response) throws Exception {
		return this.adapter.prepare(request, response);
	}

	@Override
	public boolean asyncDispatch(Request request, Response response, SocketEvent event) throws Exception {
		return this.adapter.asyncDispatch(request, response, event);
	}

	@Override
	public void log(Request request, Response response, long time) {
		this.adapter.log(request, response, time);
	}

	@Override
	public void checkRecycled(Request request, Response response) {
		this.adapter.checkRecycled(request, response);
	}

	@Override
	public String getDomain() {
		return this.adapter.getDomain();
	}

}
