package dev.couplet.client;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/**
 * One HTTP request and its response over one connection. The JDK's clients are not used:
 * {@link java.net.http.HttpClient} takes longer to load than a call takes, and neither it
 * nor {@link java.net.HttpURLConnection} bounds the time and the size of a response.
 */
final class HttpExchange {

	private static final String HEX = "0123456789ABCDEF";

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
					: Exchange.refused(this.uri.address(), (failure != null) ? failure : ex);
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
		appendEncoded(recipe, head);
		head.append(" HTTP/1.1\r\nHost: ").append(this.uri.address());
		head.append("\r\nContent-Type: application/octet-stream\r\nContent-Length: ").append(length);
		head.append("\r\nAccept: */*\r\nUser-Agent: couplet\r\nConnection: close\r\n");
		if (this.token != null) {
			head.append("Authorization: Bearer ").append(this.token).append("\r\n");
		}
		return head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
	}

	private static void appendEncoded(byte[] bytes, StringBuilder text) {
		for (byte next : bytes) {
			char character = (char) (next & 0xFF);
			if (isUnreserved(character)) {
				text.append(character);
			}
			else {
				text.append('%').append(HEX.charAt(character >> 4)).append(HEX.charAt(character & 0xF));
			}
		}
	}

	private static boolean isUnreserved(char character) {
		return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z')
				|| (character >= '0' && character <= '9') || "-_.~".indexOf(character) >= 0;
	}

}
