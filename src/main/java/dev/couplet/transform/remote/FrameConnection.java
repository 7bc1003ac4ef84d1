package dev.couplet.transform.remote;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;

import dev.couplet.client.ServerAddress;
import dev.couplet.netstring.MalformedNetstringException;
import dev.couplet.netstring.NetstringCodec;
import dev.couplet.netstring.NetstringReader;
import dev.couplet.netstring.NetstringTooLongException;
import dev.couplet.transform.RemoteFailedException;
import dev.couplet.transform.ValueTooLargeException;
import dev.couplet.transform.WaitingCall;
import org.jspecify.annotations.Nullable;

/**
 * A connection over which frames are exchanged: one netstring to the server, and one
 * back. Used by one thread at a time, except for {@link #close()}.
 */
final class FrameConnection implements Closeable {

	// most replies are short, and there can be thousands of connections
	private static final int FIRST_READ = 512;

	private static final int MAX_READ = 16 * 1024;

	// the status of a reply, such as "OK "
	private static final int MAX_STATUS_LENGTH = 1024;

	// the maximum length of a reply in socketmap. What is too long for a result may be
	// the reason of a refusal
	private static final int MAX_REFUSAL_LENGTH = 100_000;

	// only for writing, which has no maximum
	private static final NetstringCodec CODEC = new NetstringCodec(0);

	private volatile @Nullable SocketChannel channel;

	private volatile boolean closed;

	/**
	 * Connects to the first of a host's addresses that accepts the connection.
	 * @param server the server
	 * @throws IOException if none does, or this connection is closed
	 */
	void connect(ServerAddress server) throws IOException {
		IOException failure = new IOException("cannot be reached");
		for (InetAddress address : InetAddress.getAllByName(server.host())) {
			try {
				connect(new InetSocketAddress(address, server.port()));
				return;
			}
			catch (IOException ex) {
				failure.addSuppressed(ex);
			}
		}
		throw failure;
	}

	private void connect(InetSocketAddress address) throws IOException {
		SocketChannel opened = SocketChannel.open();
		this.channel = opened;
		try {
			if (this.closed) {
				throw new ClosedChannelException();
			}
			opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
			opened.connect(address);
		}
		catch (IOException ex) {
			opened.close();
			throw ex;
		}
	}

	/**
	 * Sends a request and reads its reply.
	 * @param head the start of the request: the recipe and the separator
	 * @param value the rest of the request
	 * @param call the limits of the call
	 * @return the payload of the reply
	 * @throws Exchanges.NoReplyException if the server closed the connection before the
	 * reply
	 * @throws IOException if the connection breaks in the middle of the reply
	 */
	byte[] exchange(byte[] head, byte[] value, WaitingCall call) throws IOException {
		SocketChannel open = open();
		long maxLength = Math.max(call.limit().bytes() + MAX_STATUS_LENGTH, MAX_REFUSAL_LENGTH);
		NetstringReader reader = new NetstringReader(Math.toIntExact(maxLength));
		try {
			write(head, value, open);
			return read(reader, open, call);
		}
		catch (NetstringTooLongException ex) {
			throw new ValueTooLargeException(call.limit().bytes());
		}
		catch (MalformedNetstringException ex) {
			throw malformed();
		}
		catch (IOException ex) {
			throw reader.hasBegun() ? new IOException("closed the connection in the middle of its reply", ex)
					: new Exchanges.NoReplyException();
		}
	}

	private static void write(byte[] head, byte[] value, SocketChannel open) throws IOException {
		OutputStream output = new BufferedOutputStream(open.socket().getOutputStream());
		try {
			CODEC.write(head, value, output);
			output.flush();
		}
		catch (IOException ex) {
			// a server may refuse a value without reading it to its end, and has then
			// sent its reply all the same. Otherwise the read fails too
		}
	}

	private static byte[] read(NetstringReader reader, SocketChannel open, WaitingCall call) throws IOException {
		ByteBuffer buffer = ByteBuffer.allocate(FIRST_READ);
		byte[] reply = null;
		while (reply == null) {
			call.hold(reader.arrived());
			if (open.read(buffer.clear()) < 0) {
				throw new IOException("the end of the connection");
			}
			reply = reader.read(buffer.flip());
			if (reader.length() > FIRST_READ && buffer.capacity() == FIRST_READ) {
				buffer = ByteBuffer.allocate(Math.min(reader.length(), MAX_READ));
			}
		}
		if (buffer.hasRemaining()) {
			throw malformed();
		}
		return reply;
	}

	private static RemoteFailedException malformed() {
		return new RemoteFailedException("the server sent a reply that is not one netstring");
	}

	/**
	 * Returns whether another request can be sent.
	 * @return false if the server has closed the connection, or has sent something that
	 * is not a reply
	 */
	boolean isUsable() {
		try {
			SocketChannel open = open();
			open.configureBlocking(false);
			boolean silent = open.read(ByteBuffer.allocate(1)) == 0;
			open.configureBlocking(true);
			return silent;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private SocketChannel open() throws ClosedChannelException {
		SocketChannel current = this.channel;
		if (current == null) {
			throw new ClosedChannelException();
		}
		return current;
	}

	@Override
	public void close() {
		this.closed = true;
		SocketChannel current = this.channel;
		if (current != null) {
			try {
				current.close();
			}
			catch (IOException ex) {
				// the channel counts as closed all the same
			}
		}
	}

}
