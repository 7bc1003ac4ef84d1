package dev.couplet.client;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * One HTTP request and its response over one connection. The JDK's clients are not used:
 * {@link java.net.http.HttpClient} takes longer to load than a call takes, and with
 * {@link java.net.HttpURLConnection}, a deadline does not end a blocked write over TLS,
 * the reason of a 401 is lost, and a head that is cut off counts as complete.
 */
final class HttpExchange {

	private final ServerUri uri;

	private final Socket socket;

	private final int maxLength;

	private final @Nullable String token;

	/**
	 * Creates an exchange.
	 * @param uri the server
	 * @param socket a connection to it, with TLS if that is used
	 * @param maxLength the maximum length of a result in bytes
	 * @param token the bearer token, or null to send none
	 */
	HttpExchange(ServerUri uri, Socket socket, int maxLength, @Nullable String token) {
		this.uri = uri;
		this.socket = socket;
		this.maxLength = maxLength;
		this.token = token;
	}

	/**
	 * Sends a request and reads its response.
	 * @param recipe the recipe in UTF-8
	 * @param value the value
	 * @return the result
	 * @throws ClientException if the server did not send a complete result
	 * @throws IOException if the socket was closed on this side
	 */
	byte[] call(byte[] recipe, byte[] value) throws IOException {
		IOException failure = send(head(recipe, value.length), value);
		HttpResponse response = new HttpResponse(this.uri.address(),
				new BufferedInputStream(this.socket.getInputStream()));
		try {
			return response.read(this.maxLength);
		}
		catch (ClientException ex) {
			throw ex;
		}
		catch (IOException ex) {
			throw response.hasBegun() ? response.truncated()
					: Connections.refused(this.uri.address(), (failure != null) ? failure : ex);
		}
	}

	// a server may refuse a request without reading it to its end, and has then sent its
	// response all the same
	private @Nullable IOException send(byte[] head, byte[] value) {
		try {
			OutputStream output = new BufferedOutputStream(this.socket.getOutputStream());
			output.write(head);
			output.write(value);
			output.flush();
			return null;
		}
		catch (IOException ex) {
			return ex;
		}
	}

	private byte[] head(byte[] recipe, int length) {
		StringBuilder head = new StringBuilder("POST ").append(this.uri.path()).append("/transforms?recipe=");
		head.append(percentEncoded(recipe));
		head.append(" HTTP/1.1\r\nHost: ").append(this.uri.address());
		head.append("\r\nContent-Type: application/octet-stream\r\nContent-Length: ").append(length);
		head.append("\r\nAccept: */*\r\nUser-Agent: couplet\r\nConnection: close\r\n");
		if (this.token != null) {
			head.append("Authorization: Bearer ").append(this.token).append("\r\n");
		}
		return head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
	}

	// the JDK's encoder is for forms, in which a space is a plus sign
	private static String percentEncoded(byte[] recipe) {
		String text = new String(recipe, StandardCharsets.UTF_8);
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

}
