package dev.couplet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.SocketTimeoutException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A connected Unix domain socket with the interface of a TCP socket, as far as
 * {@link SocketClient} uses it.
 */
final class UnixSocket extends Socket {

	private static final ScheduledExecutorService timer = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("unix-socket-timer").factory());

	private final SocketChannel channel;

	private int timeout;

	private UnixSocket(SocketChannel channel) throws SocketException {
		super((SocketImpl) null);
		this.channel = channel;
	}

	static UnixSocket connect(Path path) throws IOException {
		return new UnixSocket(SocketChannel.open(UnixDomainSocketAddress.of(path)));
	}

	@Override
	public void setSoTimeout(int millis) {
		this.timeout = millis;
	}

	@Override
	public InputStream getInputStream() {
		return new InputStream() {

			@Override
			public int read() throws IOException {
				byte[] one = new byte[1];
				return (read(one, 0, 1) < 0) ? -1 : Byte.toUnsignedInt(one[0]);
			}

			@Override
			public int read(byte[] bytes, int offset, int length) throws IOException {
				return UnixSocket.this.read(ByteBuffer.wrap(bytes, offset, length));
			}

		};
	}

	private int read(ByteBuffer buffer) throws IOException {
		Future<?> interrupt = timer.schedule(Thread.currentThread()::interrupt, this.timeout, TimeUnit.MILLISECONDS);
		try {
			return this.channel.read(buffer);
		}
		catch (ClosedByInterruptException ex) {
			// otherwise the thread could do nothing more
			Thread.interrupted();
			throw new SocketTimeoutException("Read timed out");
		}
		finally {
			interrupt.cancel(false);
		}
	}

	@Override
	public OutputStream getOutputStream() {
		return Channels.newOutputStream(this.channel);
	}

	@Override
	public void shutdownOutput() throws IOException {
		this.channel.shutdownOutput();
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
	}

}
