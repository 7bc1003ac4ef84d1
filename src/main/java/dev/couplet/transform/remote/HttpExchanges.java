package dev.couplet.transform.remote;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;

import dev.couplet.client.Deadline;
import dev.couplet.transform.RemoteFailedException;
import dev.couplet.transform.ValueRefusedException;
import dev.couplet.transform.WaitingCall;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges values over HTTP/1.1: a value is the body of a POST request, and a result
 * that of the response. Each has a connection of its own.
 */
final class HttpExchanges implements Exchanges {

	// there can be thousands of connections
	private static final int BUFFER_SIZE = 2048;

	private static final int READ_SIZE = 8192;

	private static final int MAX_LINE_LENGTH = 8192;

	private static final int MAX_HEADERS = 100;

	private final CloseableHttpClient client;

	private final URI uri;

	private final ContentType contentType;

	private final @Nullable RemoteToken token;

	/**
	 * Creates the exchanges. There is no connection before the first one.
	 * @param uri the URL
	 * @param contentType the content type of the value
	 * @param maxConnections the maximum number of connections
	 * @param token the token that the server requires; null for none
	 */
	HttpExchanges(RemoteUri uri, ContentType contentType, int maxConnections, @Nullable RemoteToken token) {
		this.uri = uri.uri();
		this.contentType = contentType;
		this.token = token;
		PoolingHttpClientConnectionManager connections = PoolingHttpClientConnectionManagerBuilder.create()
			.setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
				.http1Config(Http1Config.custom()
					.setBufferSize(BUFFER_SIZE)
					.setMaxLineLength(MAX_LINE_LENGTH)
					.setMaxHeaderCount(MAX_HEADERS)
					.build())
				.responseParserFactory(FewResponsesParser::new)
				.build())
			.setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
			.setMaxConnTotal(maxConnections)
			.setMaxConnPerRoute(maxConnections)
			.build();
		this.client = HttpClients.custom()
			.setConnectionManager(connections)
			.setUserAgent("Couplet")
			// the client would take bytes after a response for that to the next value
			.setConnectionReuseStrategy((_, _, _) -> false)
			.disableAutomaticRetries()
			.disableAuthCaching()
			.disableContentCompression()
			.disableCookieManagement()
			.disableRedirectHandling()
			.build();
	}

	@Override
	public byte[] exchange(byte[] value, Duration timeout, boolean secondAttempt, WaitingCall call) throws IOException {
		HttpPost request = new HttpPost(this.uri);
		request.setEntity(new ByteArrayEntity(value, this.contentType));
		if (this.token != null) {
			request.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + read(this.token));
		}
		try (Deadline deadline = new Deadline(request::abort, timeout)) {
			return exchange(request, deadline, call);
		}
	}

	private static String read(RemoteToken token) {
		try {
			return token.read();
		}
		catch (IOException ex) {
			throw new RemoteFailedException("the token for the server cannot be read");
		}
	}

	private byte[] exchange(HttpPost request, Deadline deadline, WaitingCall call) throws IOException {
		try {
			return this.client.execute(request, (response) -> result(request, response, call));
		}
		catch (IOException ex) {
			// not the message of the library, which can quote the response
			throw deadline.passed() ? new ExpiredException() : new IOException("did not give a complete response", ex);
		}
	}

	private static byte[] result(HttpPost request, ClassicHttpResponse response, WaitingCall call) throws IOException {
		try {
			int status = response.getCode();
			return switch (status) {
				case 200, 201, 202, 203, 204 -> read(response, call);
				case 400, 413, 422 ->
					throw new ValueRefusedException("the server refused the value, with status " + status);
				default -> throw new RemoteFailedException("the server answered with status " + status);
			};
		}
		catch (RuntimeException ex) {
			// otherwise the client reads the rest of the body, which may never end
			request.abort();
			throw ex;
		}
	}

	private static byte[] read(ClassicHttpResponse response, WaitingCall call) throws IOException {
		HttpEntity entity = response.getEntity();
		if (entity == null) {
			return new byte[0];
		}
		if (entity.getContentEncoding() != null) {
			throw new RemoteFailedException("the server sent a result with a Content-Encoding, which is not supported");
		}
		call.limit().check(entity.getContentLength());
		ByteArrayOutputStream result = new ByteArrayOutputStream();
		InputStream body = entity.getContent();
		byte[] buffer = new byte[READ_SIZE];
		for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
			call.limit().check(result.size() + count);
			call.hold(result.size() + count);
			result.write(buffer, 0, count);
		}
		return result.toByteArray();
	}

	@Override
	public void close() {
		this.client.close(CloseMode.IMMEDIATE);
	}

	/**
	 * Reads the heads of responses of one connection. Before the response, a server may
	 * send informational ones, which the client would skip without end.
	 */
	private static final class FewResponsesParser extends DefaultHttpResponseParser {

		private static final int MAX_RESPONSES = 10;

		private int responses;

		FewResponsesParser(Http1Config config) {
			super(config);
		}

		@Override
		public ClassicHttpResponse parse(SessionInputBuffer buffer, InputStream input)
				throws IOException, HttpException {
			if (++this.responses > MAX_RESPONSES) {
				throw new HttpException("too many informational responses");
			}
			return super.parse(buffer, input);
		}

	}

}
