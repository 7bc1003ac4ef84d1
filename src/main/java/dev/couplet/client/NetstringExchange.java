package dev.couplet.client;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

import dev.couplet.netstring.MalformedNetstringException;
import dev.couplet.netstring.NetstringCodec;
import dev.couplet.netstring.NetstringTooLongException;
import org.jspecify.annotations.Nullable;

/**
 * One request and its reply over one connection, each in a netstring.
 */
final class NetstringExchange {

	private final ServerAddress server;

	private final Socket connection;

	private final Socket socket;

	private final int maxReplyLength;

	/**
	 * Creates an exchange.
	 * @param server the server, for error messages
	 * @param connection a connection to it
	 * @param socket the socket to send and receive with: the connection itself, or TLS
	 * over it
	 * @param maxReplyLength the maximum length of a reply in bytes
	 */
	NetstringExchange(ServerAddress server, Socket connection, Socket socket, int maxReplyLength) {
		this.server = server;
		this.connection = connection;
		this.socket = socket;
		this.maxReplyLength = maxReplyLength;
	}

	/**
	 * Sends a request and reads its reply.
	 * @param head the start of the request: the recipe and the separator
	 * @param value the rest of the request
	 * @return the reply, unframed
	 * @throws ClientException if the server did not send exactly one valid reply
	 * @throws IOException if the socket was closed on this side
	 */
	byte[] call(byte[] head, byte[] value) throws IOException {
		IOException failure = send(head, value);
		InputStream input = new BufferedInputStream(this.socket.getInputStream());
		awaitFirstByte(input, failure);
		byte[] reply = readReply(input);
		awaitEnd(input);
		return reply;
	}

	// a server may refuse a request by its length without reading the rest, and has then
	// sent its reply all the same
	private @Nullable IOException send(byte[] head, byte[] value) {
		try {
			OutputStream output = new BufferedOutputStream(this.socket.getOutputStream());
			new NetstringCodec(0).write(head, value, output);
			output.flush();
			return null;
		}
		catch (IOException ex) {
			return ex;
		}
	}

	private void awaitFirstByte(InputStream input, @Nullable IOException failure) throws IOException {
		boolean begun;
		try {
			input.mark(1);
			begun = input.read() >= 0;
		}
		catch (IOException ex) {
			// a server that closes with unread input resets the connection
			throw Connections.refused(this.server, (failure != null) ? failure : ex);
		}
		if (!begun) {
			throw (failure != null) ? Connections.refused(this.server, failure) : new RefusedException(this.server);
		}
		input.reset();
	}

	private byte[] readReply(InputStream input) throws IOException {
		try {
			byte[] reply = new NetstringCodec(this.maxReplyLength).read(input);
			if (reply == null) {
				throw new EOFException();
			}
			return reply;
		}
		catch (NetstringTooLongException ex) {
			throw new TooLongReplyException(this.server,
					"announced a reply of more than " + this.maxReplyLength + " bytes");
		}
		catch (MalformedNetstringException ex) {
			throw new MalformedReplyException(this.server, "sent a reply that is not a netstring: " + ex.getMessage());
		}
		catch (IOException ex) {
			throw new TruncatedReplyException(this.server, "closed the connection before the end of its reply");
		}
	}

	private void awaitEnd(InputStream input) throws IOException {
		boolean ended;
		try {
			// tells a server with keep-alive that no further request follows
			this.socket.shutdownOutput();
			ended = input.read() < 0;
		}
		catch (IOException ex) {
			// the reply is complete, so it does not matter whether the server closes or
			// resets the connection, unless the deadline has closed the socket
			if (this.connection.isClosed()) {
				throw ex;
			}
			ended = true;
		}
		if (!ended) {
			throw new TrailingDataException(this.server, "sent more data after its reply");
		}
	}

}
